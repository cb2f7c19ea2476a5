import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";
import { TextAreaField } from "../parts/TextAreaField.tsx";
import { Trouble } from "../parts/Trouble.tsx";
import { useDraft } from "../parts/hooks/use-draft.ts";

/** Asks once before a household stands as not agreed, since it would mind a slip of the thumb. What is half written stays until it is said. */
export function RefuseDialog({ draftKey, isHalf, trouble, busy, onKeep, onClose }: RefuseDialogProps) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const draft = useDraft(draftKey, readNote);
  if (!draft) return null;
  const { value: note } = draft;

  async function keep() {
    draft?.release();
    const isKept = await onKeep(note.trim() === "" ? undefined : note.trim());
    // What is said with it drops the pledge: one more draft goes by itself.
    if (isKept) await draft?.drop();
    else draft?.keepAgain(note);
  }

  return (
    // Not at its words, which need not be written: the letters of a phone would cover the two answers.
    <Dialog as="sheet" title={t("refuse.title")} first=".dialog-acts *" onClose={onClose}>
      <p>{t("refuse.text")}</p>
      {isHalf && <p>{t("refuse.half")}</p>}
      <TextAreaField
        label={t("refuse.note")}
        hint={t("refuse.noteHint")}
        rows={2}
        maxLength={500}
        value={note}
        onChange={draft.keep}
      />
      {draft.full && trouble === null && <Trouble text={t("draftFull")} />}
      <Trouble text={trouble} />
      <div className="dialog-acts">
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button look="primary" disabled={busy} onClick={() => void keep()}>
          {t("refuse.save")}
        </Button>
      </div>
    </Dialog>
  );
}

function readNote(kept: unknown): string {
  return typeof kept === "string" ? kept : "";
}

interface RefuseDialogProps {
  /** Where its words stand while they are half written. */
  readonly draftKey: string;
  /** Whether a pledge was begun, which goes with it. */
  readonly isHalf: boolean;
  readonly trouble: string | null;
  readonly busy: boolean;
  /** Tells whether it was kept. */
  readonly onKeep: (note: string | undefined) => Promise<boolean>;
  readonly onClose: () => void;
}
