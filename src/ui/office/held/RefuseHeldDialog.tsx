import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import { REASONS, type Decision } from "../decision.ts";
import { NoteField } from "../NoteField.tsx";
import { useTexts } from "../use-texts.ts";

/** Asks why a record is not taken: its author reads the reason. What is half written stays until it is decided. */
export function RefuseHeldDialog({
  draftKey,
  what,
  onRefuse,
  onClose,
}: {
  /** Where its words stand while they are half written. */
  readonly draftKey: string;
  readonly what: string;
  /** Tells whether it was kept. */
  readonly onRefuse: (why: Pick<Decision, "reason" | "note">) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("office");
  const { t: common } = useTranslation("common");
  const form = useTexts(draftKey, { reason: "duplicate", note: "" });
  const id = useId();
  if (!form) return null;
  const { note } = form.value;
  const reason = REASONS.find((one) => one === form.value.reason) ?? "duplicate";

  async function refuse() {
    const isKept = await onRefuse({ reason, note: note.trim() });
    if (isKept) await form?.drop();
  }

  return (
    <Dialog title={t("held.refuseTitle")} onClose={onClose}>
      <p>{t("held.refuseText", { what })}</p>
      <fieldset className="held-reasons">
        <legend>{t("held.refuseWhy")}</legend>
        {REASONS.map((one) => (
          <label key={one} className="held-reason">
            <input
              type="radio"
              name={id}
              checked={reason === one}
              onChange={() => form.change({ reason: one })}
            />
            {t(`held.refuseReasons.${one}`)}
          </label>
        ))}
      </fieldset>
      <NoteField
        label={t("held.refuseNote")}
        note={note}
        onChange={(words) => form.change({ note: words })}
      />
      <div className="dialog-acts">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button look="primary" onClick={() => void refuse()}>
          {t("held.refuse")}
        </Button>
      </div>
    </Dialog>
  );
}
