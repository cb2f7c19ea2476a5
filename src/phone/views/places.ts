import { isHouseholdId } from "../../domain/ids.ts";
import { isRecord } from "../../domain/jws.ts";
import { findKind } from "../../domain/kinds/all.ts";
import { placeOf, targetOf, WARD_PLACE } from "../../domain/signed/place.ts";
import type { Statement } from "../../domain/statement.ts";
import { isAboutNaming } from "../../domain/ward/naming.ts";
import { placeKey } from "../store/place-key.ts";

/** Where a statement is folded, and what may move it. */
export interface Standpoint {
  readonly places: readonly string[];
  readonly links: readonly string[];
}

/**
 * Where a statement counts: for each household it is about, or for the ward. What speaks of another statement counts where
 * that one does; while that one has not come, where its own `in` says.
 */
export function standpointOf(
  statement: Statement,
  targetStandpoint: (jti: string) => Standpoint | undefined,
): Standpoint {
  const { kid, claims } = statement;
  const { ward } = claims;
  const target = targetOf(statement);
  const known = target === null ? undefined : targetStandpoint(target);
  const places = new Set(known?.places ?? ownPlaces(statement));
  if (findKind(claims.type, claims.v)?.public(statement)) places.add(placeKey(ward, WARD_PLACE));
  // One that waits itself passes on what it waits for.
  const links = known ? known.links.filter((link) => link.startsWith(waitingKey(ward, ""))) : [];
  if (target !== null && !known) links.push(waitingKey(ward, target));
  if (claims.type === "statement.retracted") links.push(speakerKey(ward, kid));
  return { places: [...places], links };
}

/** Key of what waits for a statement. */
export function waitingKey(ward: string, jti: string): string {
  return `${ward}|?${jti}`;
}

/** Key of what a device takes back: who that is may become known later. */
export function speakerKey(ward: string, kid: string): string {
  return `${ward}|by:${kid}`;
}

/** Key of what the ward has by its own answer, and no page has brought yet. */
export function unheardKey(ward: string): string {
  return `${ward}|!`;
}

/** Key of what this phone said itself, which has left its sight and is in no backup yet: it counts nowhere. */
export function unseenKey(ward: string): string {
  return `${ward}|~`;
}

/** Whether a record is such a one. */
export function isUnseen({
  ward,
  links,
}: {
  readonly ward: string;
  readonly links: readonly string[];
}): boolean {
  return links.includes(unseenKey(ward));
}

/** The households among keys of places. */
export function householdsIn(ward: string, places: readonly string[]): string[] {
  return places
    .filter((place) => place !== placeKey(ward, WARD_PLACE))
    .map((place) => place.slice(ward.length + 1));
}

function ownPlaces(statement: Statement): string[] {
  const { ward, type, body } = statement.claims;
  const place = placeOf(statement);
  // Areas are folded with the ward.
  const places = [placeKey(ward, isHouseholdId(place) ? place : WARD_PLACE)];
  // A merger changes both: the heir takes over what counts.
  const into = type === "household.merged" && isRecord(body) ? body["into"] : undefined;
  if (isHouseholdId(into)) places.push(placeKey(ward, into));
  // By these the ward's handbook names a household, or names it no more.
  if (/^consent[.]/.test(type) && isAboutNaming(body)) places.push(placeKey(ward, WARD_PLACE));
  return places;
}
