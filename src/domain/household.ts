import { emptyHousehold, type Household } from "./household-facts.ts";
import { findKind } from "./kinds/all.ts";
import { findRetractions, isRetraction, type Authors } from "./retractions.ts";
import { inOrder, type Entry, type Said } from "./said.ts";

/**
 * Folds all that was said of a household, and of those merged into it, into what screens show. A pure function of the set
 * of entries: their order, doubles and the pulls that brought them make no difference.
 */
export function foldHousehold(id: string, entries: readonly Entry[], authors: Authors): Household {
  const household = emptyHousehold(id);
  const said = inOrder(entries);
  const retractions = findRetractions(said, authors);
  const answers: Said[] = [];
  for (const one of said) {
    if (one.erased > 0) household.erased = true;
    if (isRetraction(one)) continue;
    const retraction = retractions.get(one.jti);
    const kind = findKind(one.type, one.v);
    if (!retraction?.slip)
      household.diary.push({ ...one, retracted: Boolean(retraction), known: kind !== undefined });
    if (retraction || !kind) continue;
    // Of one merged into this household its acts count, its name and number do not.
    if (one.type.startsWith("household.") && one.sub !== id) continue;
    if (kind.about === "statement") answers.push(one);
    else kind.onHousehold(household, one);
  }
  // What speaks of another statement may have the lower number, after a server was restored from an old backup.
  for (const one of answers) findKind(one.type, one.v)?.onHousehold(household, one);
  household.diary.sort((a, b) => b.at - a.at);
  return household;
}
