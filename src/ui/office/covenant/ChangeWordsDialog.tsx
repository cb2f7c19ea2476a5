import { useTranslation } from "react-i18next";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";

/** Asks before households are asked in other words than those who signed already. */
export function ChangeWordsDialog({ signed, busy, onClose, onChange }: ChangeWordsDialogProps) {
  const { t } = useTranslation(["covenant", "common"]);
  return (
    <Dialog title={t("campaign.wordsTitle")} onClose={onClose}>
      <p>{t("campaign.wordsSigned", { count: signed })}</p>
      <p>{t("campaign.wordsAfter")}</p>
      <div className="dialog-acts">
        <Button onClick={onClose}>{t("common:cancel")}</Button>
        <Button look="primary" disabled={busy} onClick={onChange}>
          {t("campaign.wordsChange")}
        </Button>
      </div>
    </Dialog>
  );
}

interface ChangeWordsDialogProps {
  /** Households that have signed, as far as this phone knows. */
  readonly signed: number;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onChange: () => void;
}
