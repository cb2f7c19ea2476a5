import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { REASONS, type Decision } from "./decision.ts";
import { NoteField } from "./NoteField.tsx";

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
      <NoteField label={t("held.refuseNote")} note={note} onChange={setNote} />
      <div className="dialog-acts">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button look="primary" onClick={() => onRefuse({ reason, note: note.trim() })}>
          {t("held.refuse")}
        </Button>
      </div>
    </Dialog>
  );
}
