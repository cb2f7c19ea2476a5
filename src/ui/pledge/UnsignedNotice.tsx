import { useTranslation } from "react-i18next";
import type { PledgeDraft } from "./pledge-draft.ts";
import "./UnsignedNotice.css";

/** Says that a signature went with the words under which it stood. Always in the page, so that it is heard as it happens. */
export function UnsignedNotice({ unsigned, medium }: Pick<PledgeDraft, "unsigned" | "medium">) {
  const { t } = useTranslation("pledge");
  return (
    <p role="status" className="unsigned-notice">
      {unsigned && medium === "screen" && t("sign.unsigned")}
    </p>
  );
}
