import { findKind } from "./kinds/all.ts";
import { inOrder, type Entry, type Said } from "./said.ts";
import { findCorrections, firstWord, inPlaceOf, lastId, type Corrections } from "./signed/corrections.ts";
import { findRetractions, type Authors } from "./signed/retractions.ts";
import { emptyWard, type Ward } from "./ward-facts.ts";

/** Folds what was said of the ward, its areas, devices and papers. A pure function of the set of entries. */
export function foldWard(slug: string, entries: readonly Entry[]): Ward {
  const ward = emptyWard(slug);
  const said = inOrder(entries);
  ward.wardKeys.push(...new Set(said.filter(isByWardKey).map(({ kid }) => kid)));
  // Who is who comes first: what speaks of a device may have the lower number, after a server was restored.
  for (const one of said) if (one.type === "device.enrolled") applyToWard(ward, one);
  const retractions = findRetractions(said, authorsOf(ward));
  // Where the latest word holds, an older one may have the higher number; the rest are lists in the log's order.
  const [latest, lists] = [said.filter(isReplaced), said.filter((one) => !isReplaced(one))];
  const corrections = findCorrections(said, retractions);
  for (const one of [...latest.sort((a, b) => a.weight - b.weight), ...lists]) {
    if (!retractions.has(one.jti)) applyToWard(ward, inItsPlace(one, corrections));
  }
  return ward;
}

/** A correction as of the time that the corrected one tells of; what speaks of a corrected one, as of its last word. */
function inItsPlace(one: Said, corrections: Corrections): Said {
  if (corrections.by.size === 0) return one;
  const placed = inPlaceOf(one, firstWord(one, corrections));
  const isAbout = findKind(one.type, one.v)?.about === "statement";
  return isAbout ? { ...placed, sub: lastId(one.sub, corrections) } : placed;
}

/** Applies one statement to the ward, as the latest of its kind. */
export function applyToWard(ward: Ward, said: Said): void {
  findKind(said.type, said.v)?.onWard(ward, said);
}

/** Who stands behind the devices of a ward; the ward key speaks as the office (PROTOCOL.md §2). */
export function authorsOf({ devices, wardKeys }: Pick<Ward, "devices" | "wardKeys">): Authors {
  return (kid) => devices[kid] ?? (wardKeys.includes(kid) ? { person: "", role: "office" } : undefined);
}

/** Only the ward key gets such a statement into the log. */
function isByWardKey({ type, v, standing }: Said): boolean {
  return standing === "log" && findKind(type, v)?.wardKeyOnly === true;
}

function isReplaced({ type }: Said): boolean {
  return /^(ward|device|campaign|covenant|handbook)\.|^indicator\.defined$/.test(type);
}
