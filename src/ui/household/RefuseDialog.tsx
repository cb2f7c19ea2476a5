import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { Trouble } from "../parts/Trouble.tsx";

/** Asks once before a household stands as not agreed, since it would mind a slip of the thumb. */
export function RefuseDialog({ isHalf, trouble, busy, onKeep, onClose }: RefuseDialogProps) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const id = useId();
  const [note, setNote] = useState("");
  return (
    <Dialog as="sheet" title={t("refuse.title")} onClose={onClose}>
      <p>{t("refuse.text")}</p>
      {isHalf && <p>{t("refuse.half")}</p>}
      <div className="field">
        <label htmlFor={id}>{t("refuse.note")}</label>
        <textarea
          id={id}
          rows={2}
          maxLength={500}
          aria-describedby={`${id}-hint`}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <p className="field-hint" id={`${id}-hint`}>
          {t("refuse.noteHint")}
        </p>
      </div>
      <Trouble text={trouble} />
      <div className="dialog-acts">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button
          look="primary"
          disabled={busy}
          onClick={() => onKeep(note.trim() === "" ? undefined : note.trim())}
        >
          {t("refuse.save")}
        </Button>
      </div>
    </Dialog>
  );
}

interface RefuseDialogProps {
  /** Whether a pledge was begun, which goes with it. */
  readonly isHalf: boolean;
  readonly trouble: string | null;
  readonly busy: boolean;
  readonly onKeep: (note: string | undefined) => void;
  readonly onClose: () => void;
}
