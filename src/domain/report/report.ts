import { dateOf, dayAt } from "../days/campaign-days.ts";
import { expensesIn, giftsIn } from "../ward/works.ts";
import { figureAddress } from "./addresses.ts";
import { measureIndicators } from "./counted.ts";
import { measureCovenants } from "./covenants.ts";
import type { Measured, ReportFigure, ReportPart } from "./figure.ts";
import { measureMeetings } from "./gatherings.ts";
import { measureGiving } from "./giving.ts";
import { measurePeople } from "./people.ts";
import { periodBefore, type ReportPeriod } from "./period.ts";
import { measureCommendations } from "./praise.ts";
import { measureReach } from "./reach.ts";
import type { ReportSource } from "./source.ts";
import { measureOpinions } from "./voices.ts";

/** The figures of a period. */
export interface Report {
  readonly period: ReportPeriod;
  /** What it is compared with; null where there was nothing before. */
  readonly before: ReportPeriod | null;
  /** In the order of the chapters; of each measure the ward's, then those of its khu phố. */
  readonly figures: readonly ReportFigure[];
  /** Whether nothing was recorded in it: there is nothing to sum up. */
  readonly isEmpty: boolean;
}

/** Sums a period up, and compares it with the one before. A pure function of what the ward has on record. */
export function reportOf(source: ReportSource, period: ReportPeriod): Report {
  const former = periodBefore(period, source.ward.campaigns);
  const formerly = former ? measure(source, former) : [];
  const isCompared = hasRecords(formerly);
  const before = new Map(formerly.map((one) => [one.key, one]));
  const measured = measure(source, period);
  const figures = measured.map((one): ReportFigure => {
    const then = before.get(one.key);
    return {
      ...one,
      // Of those who live there nobody knows how many they were.
      before: isCompared && then && one.part !== "people" ? { value: then.value, of: then.of } : null,
      list: figureAddress(period.id, one.key),
    };
  });
  return { period, before: isCompared ? (former ?? null) : null, figures, isEmpty: !hasRecords(measured) };
}

/** The figure of a key; undefined where nothing of that kind was recorded. */
export function figureOf({ figures }: Pick<Report, "figures">, key: string): ReportFigure | undefined {
  return figures.find((one) => one.key === key);
}

/** The ward's own figures of a chapter, or those of one of its khu phố. */
export function figuresIn(
  { figures }: Pick<Report, "figures">,
  part: ReportPart,
  place: string,
): readonly ReportFigure[] {
  return figures.filter((one) => one.part === part && one.place === place);
}

/** The years of which anything is on record, and the running one. */
export function recordedYears({
  ward,
  households,
  observations,
  opinions,
  now,
  meetings,
}: ReportSource): readonly string[] {
  const dates = [
    dateOf(dayAt(now)),
    ...ward.campaigns.map(({ from }) => from),
    ...giftsIn(ward.records, households).map(({ on }) => on),
    ...expensesIn(ward.records).map(({ on }) => on),
    ...opinions.map(({ at }) => dateOf(dayAt(at))),
    ...observations.map(({ period }) => period),
    ...meetings.map(({ date }) => date),
  ];
  return [...new Set(dates.map((date) => date.slice(0, 4)))].sort().toReversed();
}

const MEASURES = [
  measurePeople,
  measureCovenants,
  measureReach,
  measureMeetings,
  measureGiving,
  measureIndicators,
  measureOpinions,
  measureCommendations,
];

function measure(source: ReportSource, period: ReportPeriod): readonly Measured[] {
  return MEASURES.flatMap((one) => one(source, period));
}

/** Households and covenants there are in every year; what was done is what makes a year one to tell of. */
function hasRecords(measured: readonly Measured[]): boolean {
  return measured.some(
    ({ key, part, value }) =>
      part !== "people" && !/^(reach\.unmet|covenant\.inForce)/.test(key) && (value ?? 0) > 0,
  );
}
