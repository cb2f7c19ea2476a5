import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dateOf, dayAt } from "../../domain/days/campaign-days.ts";
import { proposalDraft } from "../../domain/ward/commendations.ts";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { TextAreaField } from "../parts/TextAreaField.tsx";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useApartWords } from "../parts/hooks/use-apart-words.ts";
import { useDraft } from "../parts/hooks/use-draft.ts";
import { useSay } from "../parts/hooks/use-say.ts";
import { praise as words } from "../text/vi/praise.ts";

/** Asks what a household is to be praised for; the ward decides. */
export function PraiseSheet({ ward, household, onKept, onClose }: PraiseSheetProps) {
  useApartWords("praise", words);
  const { t } = useTranslation("praise");
  const { act, now } = usePhone();
  const { run, busy, trouble } = useSay();
  const draft = useDraft(`praise/${ward}/${household}`, readWords);
  const [isLacking, setLacking] = useState(false);
  if (!draft) return null;
  const { key, value, keep, release } = draft;

  async function submit() {
    const reason = value.trim();
    setLacking(reason === "");
    if (reason === "") return;
    const period = dateOf(dayAt(now(ward))).slice(0, 4);
    const said = proposalDraft({
      place: household,
      level: "phuong",
      period,
      group: undefined,
      reason,
      byRule: undefined,
    });
    release();
    const done = await run(() => act.say(ward, [said], key));
    if (done.ok) onKept(done.value[0] ?? "");
  }

  return (
    <Dialog as="sheet" title={t("door.title")} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p className="quiet">{t("door.text")}</p>
        <TextAreaField label={t("reason")} rows={3} maxLength={1000} value={value} onChange={keep} />
        <Trouble text={isLacking ? t("needReason") : trouble} />
        <Button look="primary" type="submit" wide disabled={busy}>
          {t("propose")}
        </Button>
      </form>
    </Dialog>
  );
}

function readWords(kept: unknown): string {
  return typeof kept === "string" ? kept : "";
}

interface PraiseSheetProps {
  readonly ward: string;
  readonly household: string;
  /** Called with the id of what was said. */
  readonly onKept: (jti: string) => void;
  readonly onClose: () => void;
}
