import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { REASONS, type Decision } from "./decision.ts";

/** Asks why a record is not taken: its author reads the reason. */
export function RefuseHeldDialog({
  what,
  onRefuse,
  onClose,
}: {
  readonly what: string;
  readonly onRefuse: (why: Pick<Decision, "reason" | "note">) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("office");
  const { t: common } = useTranslation("common");
  const [reason, setReason] = useState<Decision["reason"]>("duplicate");
  const [note, setNote] = useState("");
  const id = useId();
  return (
    <Dialog title={t("held.refuseTitle")} onClose={onClose}>
      <p>{t("held.refuseText", { what })}</p>
      <fieldset className="held-reasons">
        <legend>{t("held.refuseWhy")}</legend>
        {REASONS.map((one) => (
          <label key={one} className="held-reason">
            <input type="radio" name={id} checked={reason === one} onChange={() => setReason(one)} />
            {t(`held.refuseReasons.${one}`)}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor={`${id}-note`}>{t("held.refuseNote")}</label>
        <textarea
          id={`${id}-note`}
          rows={2}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className="dialog-acts">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button look="primary" onClick={() => onRefuse({ reason, note: note.trim() })}>
          {t("held.refuse")}
        </Button>
      </div>
    </Dialog>
  );
}
