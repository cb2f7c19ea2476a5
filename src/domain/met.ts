import { countingPledge, type Household } from "./household-facts.ts";

/**
 * Whether the pledge that counts was signed by the household itself, by link, and nobody has met it since to say that it is
 * theirs: a slip left at a door may be found by another. A `pledge.preferred` that names it says so.
 */
export function isUnmet(household: Household, campaign: string): boolean {
  const pledge = countingPledge(household, campaign);
  return pledge?.medium === "link" && household.preferred[campaign] !== pledge.jti;
}
