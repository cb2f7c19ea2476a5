import { useTranslation } from "react-i18next";
import type { PledgeDraft } from "./pledge-draft.ts";
import "./UnsignedNotice.css";

/** Says that the ward asks otherwise now, and that a signature went with the words under which it stood. Always in the page, so that it is heard as it happens. */
export function UnsignedNotice({ reasked, unsigned, medium }: UnsignedNoticeProps) {
  const { t } = useTranslation("pledge");
  const words = [reasked && t("items.reasked"), unsigned && medium === "screen" && t("sign.unsigned")];
  return (
    <p role="status" className="unsigned-notice">
      {words.filter(Boolean).join(" ")}
    </p>
  );
}

type UnsignedNoticeProps = Pick<PledgeDraft, "reasked" | "unsigned" | "medium">;
