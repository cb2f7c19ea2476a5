import { countingPledge, type Delivery, type Household } from "../household-facts.ts";
import { nearest, type Campaign } from "../ward-facts.ts";
import { isUnmet } from "./met.ts";
import { isNameless } from "./nameless.ts";

/** Where a household stands in the running campaign: one word for the wall, the legend and the list. */
export interface HouseholdStatus {
  readonly word: "signed" | "given" | "again" | "refused" | "none";
  /** Seconds: when that came about; null for `none`. */
  readonly at: number | null;
  /** Seconds: the appointment, for `again`. */
  readonly appointment: number | null;
  /** Whether two pledges wait to be settled. */
  readonly conflict: boolean;
  /** How often nobody was at home since the last meeting. */
  readonly absences: number;
  /** Seconds: when that was, in order; absent where it never was. */
  readonly missedAt?: readonly number[];
  /** The household has signed by itself, by link, and nobody has met it yet. */
  readonly unmet?: true;
}

/**
 * Reads the standing of a household off its facts. Without a campaign everything since ever counts. Where its data were
 * erased what was done counts still, and nothing is left to be done: nobody knows whom to ask, or where to go.
 */
export function statusOf(household: Household, campaign: Campaign | undefined): HouseholdStatus {
  const since = campaign ? startOfDay(campaign.from) : 0;
  const pledge = campaign
    ? countingPledge(household, campaign.id)
    : household.pledges.findLast((one) => !one.withdrawn);
  const isKnown = !isNameless(household);
  const visits = household.visits.filter(
    ({ at, outcome }) => at >= since && (isKnown || outcome === "refused"),
  );
  const met = [
    ...visits.filter(({ outcome }) => outcome !== "absent"),
    ...household.deliveries
      .filter(({ at }) => at >= since)
      .map((delivery) => ({ ...delivery, outcome: "given" as const })),
  ].sort((a, b) => a.at - b.at);
  const last = met.at(-1);
  const missedAt = visits
    .filter(({ outcome, at }) => outcome === "absent" && at > (last?.at ?? 0))
    .map(({ at }) => at)
    .sort((a, b) => a - b);
  const conflict = isKnown && campaign !== undefined && hasConflict(household, campaign.id);
  const unmet = isKnown && campaign !== undefined && isUnmet(household, campaign.id);
  if (pledge) {
    const signed = { word: "signed", at: pledge.at, appointment: null, conflict, absences: 0 } as const;
    return unmet ? { ...signed, unmet } : signed;
  }
  const missed = { absences: missedAt.length, ...(missedAt.length > 0 ? { missedAt } : {}) };
  if (!last) return { word: "none", at: null, appointment: null, conflict, ...missed };
  const appointment = "appointment" in last ? (last.appointment ?? null) : null;
  const word = last.outcome === "given" || last.outcome === "refused" ? last.outcome : "again";
  return { word, at: last.at, appointment, conflict, ...missed };
}

/** Whether it has the handbook of the running campaign: given in its time or, of the edition that it hands out, before. */
export function isDelivered({ deliveries, area }: Household, campaign: Campaign | undefined): boolean {
  const since = campaign ? startOfDay(campaign.from) : 0;
  const areas = Object.entries(campaign?.editions ?? {}).map(([code, edition]) => ({ area: code, edition }));
  const named = String(nearest(areas, area ?? "")?.edition);
  return deliveries.some(({ at, edition }) => at >= since || String(edition) === named);
}

/**
 * The editions of the printed copies that the household was handed; what it read by a link is none. However many record one
 * edition tell of one copy, but for those that knew of it and say another.
 */
export function copiesOf({ deliveries }: Household): Delivery["edition"][] {
  const copies = deliveries.filter(({ how }) => how !== "link");
  const byRecord = copies.map((one) => [one.another ? one.jti : String(one.edition), one.edition] as const);
  return [...new Map(byRecord).values()];
}

/** Seconds of the first moment of a date `2026-11-18` in Việt Nam, which keeps UTC+7 all year. */
export function startOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00+07:00`) / 1000;
}

function hasConflict({ pledges, preferred }: Household, campaign: string): boolean {
  const standing = pledges.filter((one) => one.campaign === campaign && !one.withdrawn);
  // A choice that was withdrawn since settles nothing.
  return standing.length > 1 && !standing.some(({ jti }) => jti === preferred[campaign]);
}
