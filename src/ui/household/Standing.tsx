import { useTranslation } from "react-i18next";
import type { HouseholdStatus } from "../../domain/status.ts";
import { dayWords } from "../parts/when.ts";

/** What one tap just changed. Stands below the buttons, so that none of them moves away under the thumb. */
export function Standing({ status, now }: { readonly status: HouseholdStatus; readonly now: number }) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const lines = [
    status.word === "given" &&
      status.at !== null &&
      t("notice.given", { day: dayWords(common, status.at, now) }),
    status.absences > 0 && status.word !== "signed" && t("notice.absent", { count: status.absences }),
  ].filter((line) => line !== false);
  return lines.length === 0 ? null : <p className="household-standing">{lines.join(" · ")}</p>;
}
