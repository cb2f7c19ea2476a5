import { useTranslation } from "react-i18next";
import { Button } from "../parts/Button.tsx";
import { Dialog } from "../parts/Dialog.tsx";

/** Asks before a household that has signed signs again: both pledges would be kept. */
export function SignAgainDialog({
  day,
  onSign,
  onClose,
}: {
  /** When it signed, in words. */
  readonly day: string;
  readonly onSign: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  return (
    <Dialog title={t("again.title")} onClose={onClose}>
      <p>{t("again.text", { day })}</p>
      <div className="dialog-acts">
        <Button look="primary" onClick={onClose}>
          {common("cancel")}
        </Button>
        <Button onClick={onSign}>{t("again.sign")}</Button>
      </div>
    </Dialog>
  );
}
