import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CurveDay } from "../../../domain/campaign/campaign-curves.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";
import { ScrollSideways } from "../../parts/ScrollSideways.tsx";
import { useNumbers } from "../../text/use-numbers.ts";

/** The curves as figures, the latest day first. Drawn only when it is opened. */
export function CurveTable({
  curve,
  before,
}: {
  readonly curve: readonly CurveDay[];
  readonly before: readonly CurveDay[] | null;
}) {
  const { t } = useTranslation("curves");
  const numbers = useNumbers();
  const [open, setOpen] = useState(false);
  return (
    <details className="curves-more" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("table")}</summary>
      {open && (
        <ScrollSideways label={t("tableScroll")}>
          <table className="office-table">
            <thead>
              <tr>
                <th scope="col">{t("date")}</th>
                <th scope="col" className="office-figure">
                  {t("visited")}
                </th>
                <th scope="col" className="office-figure">
                  {t("delivered")}
                </th>
                <th scope="col" className="office-figure">
                  {t("pledged")}
                </th>
                {before && (
                  <th scope="col" className="office-figure">
                    {t("pledgedBefore")}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {curve.toReversed().map(({ day, date, visited, delivered, pledged }) => (
                <tr key={day}>
                  <th scope="row">{formatDate(date)}</th>
                  <td className="office-figure">{numbers.integer(visited)}</td>
                  <td className="office-figure">{numbers.integer(delivered)}</td>
                  <td className="office-figure">{numbers.integer(pledged)}</td>
                  {before && (
                    <td className="office-figure">
                      {numbers.integer((before[day - 1] ?? before.at(-1))?.pledged ?? 0)}
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollSideways>
      )}
    </details>
  );
}
