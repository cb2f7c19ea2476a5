import { isHouseholdId } from "../../domain/ids.ts";
import { findKind } from "../../domain/kinds/all.ts";
import { placeOf, WARD_PLACE } from "../../domain/signed/place.ts";
import type { Statement } from "../../domain/statement.ts";
import type { LogRow } from "../store/rows.ts";
import type { Facts } from "./facts.ts";

/** A household and the area where its heir stands; or an area alone. */
export interface Standpoint {
  readonly household: string | null;
  readonly area: string | null;
}

/** Where a statement stands in the log: with its target, where it speaks of one that is known; else by its own words. */
export function placeInLog({ log }: Facts, statement: Statement): string {
  const { type, sub } = statement.claims;
  if (type === "data.erased") return log.get(sub)?.place ?? placeOf(statement);
  return spokenOf({ log }, statement)?.place ?? placeOf(statement);
}

/** The type by which it is shown: its target's, where it speaks of another statement and that is known. */
export function topicInLog({ log }: Facts, statement: Statement): string {
  const { type, v, sub } = statement.claims;
  if (type === "data.erased") return log.get(sub)?.topic ?? "";
  if (findKind(type, v)?.about !== "statement") return type;
  // An answer is a thing of its own; a retraction or a decision goes wherever its target does.
  return type.startsWith("statement.") ? (log.get(sub)?.topic ?? "") : type;
}

/** The household of a place and the area where it stands now, that of its heir. */
export function standpointOf({ households }: Facts, place: string, statement?: Statement): Standpoint {
  if (place === WARD_PLACE) return { household: null, area: null };
  if (!isHouseholdId(place)) return { household: null, area: place };
  const known = households.get(place);
  if (known) return { household: known.heir, area: households.get(known.heir)?.area ?? known.area };
  // A household enters the list in the area that its registration names.
  const named = statement?.claims.type === "household.registered" ? statement.claims.body["area"] : undefined;
  return { household: place, area: typeof named === "string" ? named : null };
}

function spokenOf({ log }: Pick<Facts, "log">, { claims }: Statement): LogRow | undefined {
  return findKind(claims.type, claims.v)?.about === "statement" ? log.get(claims.sub) : undefined;
}
