import { findKind } from "./kinds/all.ts";
import { findRetractions } from "./retractions.ts";
import { inOrder, type Entry, type Said } from "./said.ts";
import { emptyWard, type Ward } from "./ward-facts.ts";

/** Folds what was said of the ward, its areas, devices and papers. A pure function of the set of entries. */
export function foldWard(slug: string, entries: readonly Entry[]): Ward {
  const ward = emptyWard(slug);
  const said = inOrder(entries);
  // Who is who comes first: a retraction may stand before the enrolment of its speaker in no log, but in a partial pull.
  for (const one of said) if (one.type.startsWith("device.")) applyToWard(ward, one);
  const retractions = findRetractions(said, (kid) => ward.devices[kid]);
  for (const one of said) {
    if (!one.type.startsWith("device.") && !retractions.has(one.jti)) applyToWard(ward, one);
  }
  return ward;
}

/** Applies one statement to the ward. */
export function applyToWard(ward: Ward, said: Said): void {
  findKind(said.type, said.v)?.onWard(ward, said);
}
