import { useTranslation } from "react-i18next";
import type { LegalDays } from "../../../domain/amendment/deadlines.ts";
import { formatDate } from "../../../domain/words/vietnamese-format.ts";

/** Between which days the law wants a step, and how sure that is. */
export function Days({ earliest, latest }: LegalDays) {
  const { t } = useTranslation("amendment");
  if (earliest === null && latest === null) return null;
  const words =
    earliest !== null && earliest === latest?.date
      ? [t("days.on", { date: formatDate(earliest) })]
      : [
          earliest === null ? null : t("days.earliest", { date: formatDate(earliest) }),
          latest === null ? null : t("days.latest", { date: formatDate(latest.date) }),
        ].filter((one) => one !== null);
  return (
    <>
      <p className="amendment-days">{words.join(" · ")}</p>
      {latest && latest.unknownYears.length > 0 && (
        <p className="quiet">{t("days.unknown", { years: latest.unknownYears.join(", ") })}</p>
      )}
      {latest?.provisional && <p className="quiet">{t("days.provisional")}</p>}
    </>
  );
}
