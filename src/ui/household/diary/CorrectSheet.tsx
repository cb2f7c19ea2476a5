import { useTranslation } from "react-i18next";
import { isNameless } from "../../../domain/household/nameless.ts";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { Trouble } from "../../parts/Trouble.tsx";
import { useApartWords } from "../../parts/hooks/use-apart-words.ts";
import { momentWords, saidWords } from "../../parts/words/when.ts";
import { correct as words } from "../../text/vi/correct.ts";
import { useMeasures } from "../../text/use-measures.ts";
import { CorrectOpinion } from "./CorrectOpinion.tsx";
import { CorrectPledge } from "./CorrectPledge.tsx";
import { CorrectVisit } from "./CorrectVisit.tsx";
import type { CorrectFormProps } from "./correct-form.ts";
import { hasForm } from "./correcting.ts";
import { diaryWords } from "./diary-words.ts";

/** Asks what a line of the diary should have said; the old one stays beside it. Fetched when it is opened. */
export function CorrectSheet({ line, household, ward, now, trouble, busy, ...on }: CorrectSheetProps) {
  useApartWords("correct", words);
  const { t } = useTranslation("correct");
  const { t: ofHousehold } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const numbers = useMeasures();
  const form = { line, household, ward, now, busy, trouble, onKeep: on.onKeep };
  const when = saidWords(common, line, momentWords(common, line.at, now));
  // What were written down anew of an erased household would be erased, too.
  const mayWrite = hasForm(line) && !isNameless(household);
  return (
    <Dialog as="sheet" title={t("title")} onClose={on.onClose}>
      <p>{t("was", { what: diaryWords(ofHousehold, line, numbers), when })}</p>
      {!mayWrite && <Trouble text={trouble} />}
      {isNameless(household) && <p>{ofHousehold("notice.erasedText")}</p>}
      {mayWrite &&
        (line.type === "pledge.signed" ? (
          <CorrectPledge {...form} />
        ) : line.type === "opinion.given" ? (
          <CorrectOpinion {...form} />
        ) : (
          <CorrectVisit {...form} />
        ))}
      <p className="quiet">{t("both")}</p>
      <Button look="quiet" wide disabled={busy} onClick={on.onTakeBack}>
        {t("takeBack")}
      </Button>
    </Dialog>
  );
}

interface CorrectSheetProps extends CorrectFormProps {
  /** Takes it back, and says nothing instead. */
  readonly onTakeBack: () => void;
  readonly onClose: () => void;
}
