import { isWithin } from "../ids.ts";
import type { Campaign } from "../ward-facts.ts";
import type { DatedHousehold } from "./campaign-curves.ts";

/** How households came by the handbook of a campaign: given in its time, or given its edition before. */
export interface GivenBefore {
  readonly now: number;
  readonly before: number;
}

/** Of the households in some areas that have the handbook of a campaign, those that were given it in its time, and all others. */
export function givenBefore(
  households: Iterable<DatedHousehold & { readonly delivered: boolean }>,
  { id }: Pick<Campaign, "id">,
  areas: readonly string[] | null = null,
): GivenBefore {
  const given = { now: 0, before: 0 };
  for (const { area, delivered, days } of households) {
    if (!delivered || (areas && !areas.some((one) => isWithin(area, one)))) continue;
    const isNow = days?.some((one) => one.campaign === id && one.delivered !== undefined) ?? false;
    given[isNow ? "now" : "before"] += 1;
  }
  return given;
}
