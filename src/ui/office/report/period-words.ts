import type { TFunction } from "i18next";
import type { ReportPeriod } from "../../../domain/report/period.ts";

/** A period within a sentence of a screen: 'năm 2026', '2026'; a campaign by its own title. */
export function periodWords(t: TFunction<"report">, { kind, year, title }: ReportPeriod): string {
  return kind === "year" ? t("inYear", { year }) : title;
}
