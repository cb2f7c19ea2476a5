import { countingPledge, type Household } from "../household-facts.ts";
import { faceToFace, isUnmet } from "../household/met.ts";
import { startOfDay } from "../household/status.ts";
import type { Campaign, Ward } from "../ward-facts.ts";

/** When a household first came so far in one campaign: days since 1970-01-01 in Việt Nam; absent where it never did. */
export interface CampaignDays {
  readonly campaign: string;
  /** Somebody stood at its door, whatever came of it; or it had the handbook, or pledged, by another way. */
  readonly visited?: number;
  /** Somebody met it face to face, or said of the pledge that it sent that it is its own. */
  readonly met?: number;
  readonly delivered?: number;
  readonly pledged?: number;
}

/** The days of a campaign. */
export type Span = Pick<Campaign, "id" | "from" | "to">;

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

function inCampaign(household: Household, { id, from }: Span, until: number): CampaignDays | null {
  const since = startOfDay(from);
  const inTime = ({ at }: { readonly at: number }) => at >= since && at < until;
  const delivered = firstOf(household.deliveries.filter(inTime));
  const pledge = countingPledge(household, id);
  const pledged = pledge && firstOf([pledge]);
  const met = earliest([
    firstOf(faceToFace(household).filter(inTime)),
    isUnmet(household, id) ? undefined : pledged,
  ]);
  const visited = earliest([firstOf(household.visits.filter(inTime)), delivered, pledged]);
  if (visited === undefined) return null;
  return {
    campaign: id,
    visited,
    ...(met === undefined ? {} : { met }),
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
