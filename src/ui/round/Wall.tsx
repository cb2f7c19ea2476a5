import { memo } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { HouseholdRow } from "../../phone/api/phone.ts";
import { statusWords } from "../parts/words/status-words.ts";
import { countStatuses, STATUS_WORDS } from "./select-rows.ts";
import "./Wall.css";

/**
 * Every household of a tổ at a glance. The list below says the same in words and takes the keyboard's focus, so that
 * nobody has to step through seventy numbers first.
 */
export const Wall = memo(function Wall({
  rows,
  now,
}: {
  readonly rows: readonly HouseholdRow[];
  readonly now: number;
}) {
  const { t } = useTranslation("round");
  const { t: common } = useTranslation("common");
  const counts = countStatuses(rows);
  return (
    <section aria-label={t("wall")}>
      <ul className="wall">
        {rows.map(({ id, number, status }) => (
          <li key={id}>
            <Link
              href={`/ho/${id}`}
              tabIndex={-1}
              className={`wall-cell status-${status.word}`}
              aria-label={t("cell", {
                number: number ?? common("household.noNumber"),
                status: statusWords(common, status, now),
              })}
            >
              {number ?? "–"}
            </Link>
          </li>
        ))}
      </ul>
      <ul className="legend" aria-label={t("legend")}>
        {STATUS_WORDS.map((word) => (
          <li key={word}>
            <span className={`legend-mark status-${word}`} aria-hidden />
            {common(`status.${word}`)} <b>{counts[word]}</b>
          </li>
        ))}
      </ul>
    </section>
  );
});
