import { countingPledge, type Household } from "./household-facts.ts";
import { startOfDay } from "./status.ts";
import { currentCampaign, type Campaign, type Ward } from "./ward-facts.ts";

/** When a household first came so far in one campaign: days since 1970-01-01 in Việt Nam; absent where it never did. */
export interface CampaignDays {
  readonly campaign: string;
  /** Somebody stood at its door, whatever came of it; or it had the handbook, or pledged, by another way. */
  readonly visited?: number;
  readonly delivered?: number;
  readonly pledged?: number;
}

/** What a curve counts of a household. */
export interface DatedHousehold {
  readonly area: string;
  readonly days?: readonly CampaignDays[] | undefined;
}

/** How far a campaign had come at the end of one of its days: households, each counted once. */
export interface CurveDay extends Reached {
  /** 1 for the campaign's first day. */
  readonly day: number;
  /** `2026-10-01`. */
  readonly date: string;
}

/** Households that came so far, each counted once. */
export interface Reached {
  readonly visited: number;
  readonly delivered: number;
  readonly pledged: number;
}

/** The days of a campaign. */
export type Span = Pick<Campaign, "id" | "from" | "to">;

/** The campaign that runs, or the last one that did, and the one before it by their first days. */
export function comparedCampaigns({ campaigns }: Pick<Ward, "campaigns">): readonly Campaign[] {
  const byDay = [...campaigns].sort((a, b) => (a.from < b.from ? 1 : -1));
  const now = currentCampaign({ campaigns }) ?? byDay[0];
  const before = now && byDay.find(({ from }) => from < now.from);
  return [now, before].filter((one) => one !== undefined);
}

/** All campaigns, the latest first: in each the days of households are kept. */
export function datedCampaigns({ campaigns }: Pick<Ward, "campaigns">): readonly Campaign[] {
  return campaigns.toSorted((a, b) => (a.from < b.from ? 1 : -1));
}

/**
 * The days of a household in some campaigns, the latest first as `datedCampaigns` gives them. A visit and a handbook count
 * for the campaign in whose time they fall, until the next one begins; a pledge for the one that it names.
 */
export function daysOf(household: Household, campaigns: readonly Campaign[]): readonly CampaignDays[] {
  return campaigns.flatMap((campaign, at) => {
    const until = at === 0 ? Infinity : startOfDay(campaigns[at - 1]?.from ?? campaign.from);
    const days = inCampaign(household, campaign, until);
    return days ? [days] : [];
  });
}

/** How a campaign came on from its first day to its last, or to today (`2026-11-28`) where it still runs. */
export function campaignCurve(
  households: Iterable<DatedHousehold>,
  { id, from, to }: Span,
  today: string,
): CurveDay[] {
  const first = dayOf(from);
  const length = Math.max(0, dayOf(to < today ? to : today) - first + 1);
  const steps = Array.from({ length }, () => ({ visited: 0, delivered: 0, pledged: 0 }));
  for (const { days } of households) {
    const mine = days?.find(({ campaign }) => campaign === id);
    if (!mine) continue;
    for (const word of WORDS) {
      const day = mine[word];
      // What came before the first day is there on it.
      const step = day === undefined ? undefined : steps[Math.max(0, day - first)];
      if (step) step[word] += 1;
    }
  }
  const sum = { visited: 0, delivered: 0, pledged: 0 };
  return steps.map((step, at) => {
    for (const word of WORDS) sum[word] += step[word];
    return { day: at + 1, date: dateOf(first + at), ...sum };
  });
}

/** How far some households had come at the end of the `day`th day of a campaign, 1 being its first. */
export function reachedBy(
  households: Iterable<DatedHousehold>,
  { id, from }: Pick<Span, "id" | "from">,
  day: number,
): Reached {
  const last = dayOf(from) + day - 1;
  const sum = { visited: 0, delivered: 0, pledged: 0 };
  for (const { days } of households) {
    const mine = days?.find(({ campaign }) => campaign === id);
    if (!mine) continue;
    for (const word of WORDS) if ((mine[word] ?? Infinity) <= last) sum[word] += 1;
  }
  return sum;
}

/** Days since 1970-01-01 of a date `2026-11-18`. */
export function dayOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** The date `2026-11-18` of a day since 1970-01-01. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day in Việt Nam of a moment in seconds; UTC+7 all year. */
export function dayAt(seconds: number): number {
  return Math.floor((seconds + 7 * 3600) / 86_400);
}

const DAY_MS = 86_400_000;
const WORDS = ["visited", "delivered", "pledged"] as const;

function inCampaign(household: Household, { id, from }: Span, until: number): CampaignDays | null {
  const since = startOfDay(from);
  const inTime = ({ at }: { readonly at: number }) => at >= since && at < until;
  const delivered = firstOf(household.deliveries.filter(inTime));
  const pledge = countingPledge(household, id);
  const pledged = pledge && firstOf([pledge]);
  const visited = earliest([firstOf(household.visits.filter(inTime)), delivered, pledged]);
  if (visited === undefined) return null;
  return {
    campaign: id,
    visited,
    ...(delivered === undefined ? {} : { delivered }),
    ...(pledged === undefined ? {} : { pledged }),
  };
}

function firstOf(facts: readonly { readonly at: number }[]): number | undefined {
  return earliest(facts.map(({ at }) => dayAt(at)));
}

function earliest(days: readonly (number | undefined)[]): number | undefined {
  const known = days.filter((day) => day !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
