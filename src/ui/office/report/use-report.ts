import { useMemo } from "react";
import type { OpinionCase } from "../../../domain/matters/opinion-cases.ts";
import type { Meeting } from "../../../domain/meeting/meeting.ts";
import { outlineOf, type Outline } from "../../../domain/report/outline.ts";
import { readPeriod, reportPeriods, type ReportPeriod } from "../../../domain/report/period.ts";
import { recordedYears, reportOf, type Report } from "../../../domain/report/report.ts";
import type { ReportSource } from "../../../domain/report/source.ts";
import type { Observation } from "../../../domain/ward-facts.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { usePhone } from "../../parts/hooks/PhoneContext.tsx";

/** All that a report is drawn from, as the phone has it. */
export interface Known {
  readonly ward: WardView;
  readonly rows: readonly HouseholdRow[];
  readonly observations: readonly Observation[];
  readonly opinions: readonly OpinionCase[];
  readonly meetings: readonly Meeting[];
}

/** The report of a period that an address names; of the year that runs where it names none. */
export interface ShownReport {
  readonly source: ReportSource;
  readonly periods: readonly ReportPeriod[];
  readonly report: Report;
  readonly outline: Outline;
}

/** Draws up the report of a period (`nam-2026`); anew only when what it is drawn from has changed. */
export function useReport(
  { ward, rows, observations, opinions, meetings }: Known,
  asked: string,
): ShownReport {
  const { now } = usePhone();
  const time = useMemo(() => now(ward.slug), [now, ward.slug]);
  const source = useMemo(
    (): ReportSource => ({ ward, households: rows, observations, opinions, meetings, now: time }),
    [ward, rows, observations, opinions, meetings, time],
  );
  return useMemo(() => {
    const years = recordedYears(source);
    const periods = reportPeriods(years, ward.campaigns);
    const period = readPeriod(asked, ward.campaigns) ?? readPeriod(`nam-${years[0]}`, [])!;
    const report = reportOf(source, period);
    return { source, periods, report, outline: outlineOf(report, ward) };
  }, [source, asked, ward]);
}
