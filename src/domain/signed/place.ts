import { isAreaCode, isHouseholdId } from "../ids.ts";
import { findKind } from "../kinds/all.ts";
import type { Statement } from "../statement.ts";

/** By what a statement is shown: the id of a household, the code of an area, or `""` for the ward as a whole. */
export type Place = string;

/** Place of everything that is about the ward as a whole: itself, its devices, campaigns, indicators. */
export const WARD_PLACE: Place = "";

/** Where a statement stands by its own words. Of one about another statement this is its `in`, and counts only until the target is known (PROTOCOL.md §2). */
export function placeOf({ claims }: Statement): Place {
  const about = claims.in ?? claims.sub;
  return isHouseholdId(about) || (isAreaCode(about) && about !== claims.ward)
    ? placeOrWard(about, claims.type)
    : WARD_PLACE;
}

/** The id of the statement that this one speaks of, or null. An erasure may speak of one without saying so; it is told by the log. */
export function targetOf({ claims }: Statement): string | null {
  return findKind(claims.type, claims.v)?.about === "statement" ? claims.sub : null;
}

function placeOrWard(about: string, type: string): Place {
  // A campaign, an indicator or an invite may look like an area code; it is none.
  return /^(ward|device|invite|campaign)\.|^indicator\.defined$/.test(type) ? WARD_PLACE : about;
}
