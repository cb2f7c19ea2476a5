import { useTranslation } from "react-i18next";
import type { Commendation } from "../../../domain/ward/commendations.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";
import { isoDate } from "../../parts/words/when.ts";
import { PaperDialog } from "../papers/PaperDialog.tsx";
import { decisionPaper } from "./decision-paper.ts";
import type { PraiseTitle } from "./use-praise.ts";

/** Makes the list of those who are praised. */
export function DecisionPaper({ ward, granted, titleOf, onClose }: DecisionPaperProps) {
  const { t, i18n } = useTranslation("praise");
  const { now } = usePhone();
  return (
    <PaperDialog
      ward={ward}
      sort="praise"
      title={t("paper.title")}
      text={t("paper.text")}
      fileName={`${t("paper.fileName")}-${isoDate(now(ward.slug))}.docx`}
      compose={(head) =>
        decisionPaper(i18n.getFixedT("vi", "praise"), { ward: ward.name, granted, head, titleOf })
      }
      onClose={onClose}
    />
  );
}

interface DecisionPaperProps {
  readonly ward: WardView;
  readonly granted: readonly Commendation[];
  /** In Vietnamese. */
  readonly titleOf: PraiseTitle;
  readonly onClose: () => void;
}
