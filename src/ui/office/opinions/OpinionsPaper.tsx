import { useTranslation } from "react-i18next";
import type { OpinionCase } from "../../../domain/matters/opinion-cases.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { isoDate } from "../../parts/words/when.ts";
import { PaperDialog } from "../papers/PaperDialog.tsx";
import { opinionsPaper } from "./opinions-paper.ts";
import type { ArticleTitle } from "./use-opinions.ts";

/** Makes the list of the opinions that are shown. */
export function OpinionsPaper({ ward, opinions, titleOf, onClose }: OpinionsPaperProps) {
  const { t, i18n } = useTranslation("officeOpinions");
  const { now } = usePhone();
  const time = now(ward.slug);
  return (
    <PaperDialog
      ward={ward}
      sort="opinions"
      title={t("list.title")}
      text={t("list.text", { count: opinions.length })}
      fileName={`${t("list.fileName")}-${isoDate(time)}.docx`}
      compose={(head) =>
        opinionsPaper(i18n.getFixedT("vi", "officeOpinions"), i18n.getFixedT("vi", "common"), {
          ward,
          opinions,
          head,
          now: time,
          titleOf,
        })
      }
      onClose={onClose}
    />
  );
}

interface OpinionsPaperProps {
  readonly ward: WardView;
  readonly opinions: readonly OpinionCase[];
  readonly titleOf: ArticleTitle;
  readonly onClose: () => void;
}
