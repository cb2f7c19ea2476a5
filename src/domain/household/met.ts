import { countingPledge, type Fact, type Household } from "../household-facts.ts";

/**
 * Years in Việt Nam in which somebody met the household face to face: found it at home, handed it something, or took its
 * pledge; not by a link, and not by a door that stayed shut. Meetings stand apart: see `attendanceByYear`. The latest first.
 */
export function metIn(household: Household): number[] {
  const met = [...faceToFace(household), ...household.pledges.filter(({ medium }) => medium !== "link")];
  return [...new Set(met.map(({ at }) => yearOf(at)))].sort((a, b) => b - a);
}

/** Visits that found the household at home, and deliveries from hand to hand. */
export function faceToFace({ visits, deliveries }: Household): Fact[] {
  return [
    ...visits.filter(({ outcome }) => outcome !== "absent"),
    ...deliveries.filter(({ how }) => how !== "link"),
  ];
}

/**
 * Whether the pledge that counts was signed by the household itself, by link, and nobody has met it since to say that it is
 * theirs: a slip left at a door may be found by another. A `pledge.preferred` that names it says so.
 */
export function isUnmet(household: Household, campaign: string): boolean {
  const pledge = countingPledge(household, campaign);
  return pledge?.medium === "link" && household.preferred[campaign] !== pledge.jti;
}

/** The year in Việt Nam, UTC+7, of a moment in seconds. */
function yearOf(at: number): number {
  return new Date((at + 7 * 3600) * 1000).getUTCFullYear();
}
