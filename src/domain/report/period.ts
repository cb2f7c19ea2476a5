import type { Campaign } from "../ward-facts.ts";

/** What a report is about: a year, or the days of a campaign. */
export interface ReportPeriod {
  /** As addresses have it: `nam-2026`, `dot-2026`. */
  readonly id: string;
  readonly kind: "year" | "campaign";
  /** 'năm 2026', or the campaign's own title. */
  readonly title: string;
  /** First and last date: `2026-01-01`. */
  readonly from: string;
  readonly to: string;
  /** By which indicators are counted: `2026`. */
  readonly year: string;
  /** Id of the campaign; null of a year. */
  readonly campaign: string | null;
}

/** A year as a period. */
export function yearPeriod(year: string): ReportPeriod {
  return {
    id: `nam-${year}`,
    kind: "year",
    title: `năm ${year}`,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    year,
    campaign: null,
  };
}

/** A campaign as a period. */
export function campaignPeriod({
  id,
  title,
  from,
  to,
}: Pick<Campaign, "id" | "title" | "from" | "to">): ReportPeriod {
  return { id: `dot-${id}`, kind: "campaign", title, from, to, year: from.slice(0, 4), campaign: id };
}

/** Years and campaigns that a report may be asked for: first the years, then the campaigns, the latest first. */
export function reportPeriods(
  years: Iterable<string>,
  campaigns: readonly Campaign[],
): readonly ReportPeriod[] {
  const all = [...new Set(years)].filter(isYear).sort().toReversed();
  return [...all.map(yearPeriod), ...latestFirst(campaigns).map(campaignPeriod)];
}

/** The period of an id; undefined where it is no year and no campaign of the ward. */
export function readPeriod(id: string, campaigns: readonly Campaign[]): ReportPeriod | undefined {
  const year = /^nam-(\d{4})$/.exec(id)?.[1];
  if (year !== undefined) return yearPeriod(year);
  const campaign = campaigns.find((one) => id === `dot-${one.id}`);
  return campaign && campaignPeriod(campaign);
}

/** The year before, or the campaign before; undefined where there was none. */
export function periodBefore(period: ReportPeriod, campaigns: readonly Campaign[]): ReportPeriod | undefined {
  if (period.kind === "year") return yearPeriod(String(Number(period.year) - 1));
  const before = latestFirst(campaigns).find(({ from }) => from < period.from);
  return before && campaignPeriod(before);
}

/** Whether a date `2026-11-18` lies in it. */
export function isDuring(date: string, { from, to }: Pick<ReportPeriod, "from" | "to">): boolean {
  return from <= date && date <= to;
}

function latestFirst(campaigns: readonly Campaign[]): readonly Campaign[] {
  return campaigns.toSorted((a, b) => (a.from < b.from ? 1 : -1));
}

function isYear(text: string): boolean {
  return /^\d{4}$/.test(text);
}
