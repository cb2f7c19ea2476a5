import { useTranslation } from "react-i18next";
import type { Delivery } from "../../domain/household-facts.ts";
import type { HouseholdStatus } from "../../domain/household/status.ts";
import { dayWords } from "../parts/words/when.ts";

/** What one tap just changed. Stands below the buttons, so that none of them moves away under the thumb. */
export function Standing({ status, book, now }: StandingProps) {
  const { t } = useTranslation("household");
  const { t: common } = useTranslation("common");
  const lines = [
    status.word === "given" &&
      status.at !== null &&
      t("notice.given", { day: dayWords(common, status.at, now) }),
    status.word !== "given" &&
      book &&
      t("notice.hasBook", { edition: book.edition, day: dayWords(common, book.at, now) }),
    status.absences > 0 && status.word !== "signed" && t("notice.absent", { count: status.absences }),
  ].filter((line) => typeof line === "string");
  return lines.length === 0 ? null : <p className="household-standing">{lines.join(" · ")}</p>;
}

interface StandingProps {
  readonly status: HouseholdStatus;
  /** By what the household has the handbook of this campaign from before it; undefined where it has none. */
  readonly book: Delivery | undefined;
  readonly now: number;
}
