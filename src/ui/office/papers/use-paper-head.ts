import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { useDraft } from "../../parts/hooks/use-draft.ts";
import { isoDate } from "../../parts/words/when.ts";
import { papers as words } from "../../text/vi/papers.ts";
import { paperHeadKey, readPaperHead, type PaperHead } from "./paper-head.ts";

/**
 * What stands around a sort of the ward's papers: as it was typed last, of today, and at first what most wards write. Undefined
 * until the phone has said what it kept. `usual` is what this sort begins with where others do not.
 */
export function usePaperHead(ward: WardView, sort: string, usual: Partial<PaperHead> = NOTHING) {
  useApartWords("papers", words);
  const { i18n } = useTranslation();
  const { now } = usePhone();
  const today = isoDate(now(ward.slug));
  const { name } = ward;
  const read = useCallback(
    (kept: unknown): PaperHead => {
      const known = readPaperHead(kept);
      if (known) return { ...known, date: today };
      // A paper is Vietnamese, whatever the screens speak.
      const t = i18n.getFixedT("vi", "papers");
      return {
        parent: "",
        organisation: t("defaults.organisation", { ward: name.toLocaleUpperCase("vi") }),
        number: t("defaults.number"),
        place: name,
        date: today,
        authority: t("defaults.authority"),
        position: t("defaults.position"),
        signer: "",
        recipients: t("defaults.recipients", { ward: name }),
        ...usual,
      };
    },
    [i18n, name, today, usual],
  );
  return useDraft(paperHeadKey(ward.slug, sort), read);
}

const NOTHING: Partial<PaperHead> = {};
