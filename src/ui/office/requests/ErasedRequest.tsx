import { useTranslation } from "react-i18next";
import { Button } from "../../parts/Button.tsx";
import { Dialog } from "../../parts/Dialog.tsx";
import type { RequestLine } from "./request-line.ts";
import { RequestName } from "./RequestName.tsx";

/** A request that nobody waits for any more, since the household's data were erased after it came. */
export function ErasedRequest({
  line,
  onClose,
}: {
  readonly line: RequestLine;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("officeRequests");
  const { t: common } = useTranslation("common");
  return (
    <Dialog title={t("sheet")} onClose={onClose}>
      <RequestName line={line} />
      <p>{t("closedErased")}</p>
      <div className="dialog-acts">
        <Button onClick={onClose}>{common("close")}</Button>
      </div>
    </Dialog>
  );
}
