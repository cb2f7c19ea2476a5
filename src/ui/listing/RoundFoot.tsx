import { Printer, UserPlus } from "lucide-react";
import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { likelyFinder } from "../../domain/words/likeness.ts";
import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { ButtonLink } from "../parts/Button.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { listing as words } from "../text/vi/listing.ts";
import { Alike } from "./Alike.tsx";
import { MergedFound } from "./MergedFound.tsx";

/** Below the round's list: what is nearly what was searched for in vain, and a household that no list has. */
export function RoundFoot({ ward, rows, area, query, isFound }: RoundFootProps) {
  useApartWords("listing", words);
  const { t } = useTranslation("listing");
  const asked = useDeferredValue(query.trim());
  const find = useMemo(() => likelyFinder(rows), [rows]);
  const near = useMemo(
    () => (asked === "" || isFound ? [] : find({ head: asked, address: asked }).slice(0, MOST)),
    [find, asked, isFound],
  );
  const place = new URLSearchParams({
    ...(asked === "" ? {} : { ten: asked }),
    ...(area === "" ? {} : { o: area }),
  });
  return (
    <>
      {asked !== "" && <MergedFound ward={ward} rows={rows} query={asked} />}
      {near.length > 0 && (
        <>
          <h2>{t("near")}</h2>
          <Alike matches={near} ward={ward} label={t("near")} />
        </>
      )}
      <ButtonLink look="quiet" wide icon={UserPlus} href={`/danh-sach/them?${place}`}>
        {t("add")}
      </ButtonLink>
      {asked === "" && (
        <ButtonLink look="quiet" wide icon={Printer} href={`/danh-sach/in/${area}`}>
          {t("printRound")}
        </ButtonLink>
      )}
    </>
  );
}

interface RoundFootProps {
  readonly ward: WardView;
  /** All in sight. */
  readonly rows: readonly HouseholdRow[];
  /** A tổ, or "" for all in sight. */
  readonly area: string;
  readonly query: string;
  readonly isFound: boolean;
}

const MOST = 5;
