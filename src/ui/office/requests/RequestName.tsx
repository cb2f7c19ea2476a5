import { useTranslation } from "react-i18next";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import { householdName } from "../../parts/words/household-names.ts";
import { saidWords } from "../../parts/words/when.ts";
import type { RequestLine } from "./request-line.ts";

/** What was asked, by whom, when and how. */
export function RequestName({
  line: { request, household },
}: {
  readonly line: Pick<RequestLine, "request" | "household">;
}) {
  const { t } = useTranslation("officeRequests");
  const { t: common } = useTranslation("common");
  return (
    <p>
      <b>{t(`kinds.${request.kind}`)}</b> · {householdName(common, household)} ·{" "}
      {t("came", {
        on: saidWords(common, request, formatDate(request.at)),
        channel: t(`channels.${request.channel}`),
      })}
    </p>
  );
}
