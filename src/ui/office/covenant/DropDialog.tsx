import { useTranslation } from "react-i18next";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";

/** Asks before a draft is let go of: nobody can bring it back. */
export function DropDialog({
  name,
  onClose,
  onDrop,
}: {
  readonly name: string;
  readonly onClose: () => void;
  readonly onDrop: () => void;
}) {
  const { t } = useTranslation(["covenant", "common"]);
  return (
    <Dialog title={t("dropTitle")} onClose={onClose}>
      <p>{t("dropText", { area: name })}</p>
      <div className="dialog-acts">
        <Button onClick={onClose}>{t("common:cancel")}</Button>
        <Button look="danger" onClick={onDrop}>
          {t("drop")}
        </Button>
      </div>
    </Dialog>
  );
}
