import { emptyHousehold, type DiaryLine, type Household } from "./household-facts.ts";
import { findKind } from "./kinds/all.ts";
import { inOrder, type Entry, type Said } from "./said.ts";
import { findCorrections, inPlaceOf, lastId, lastWord, type Corrections } from "./signed/corrections.ts";
import { findRetractions, isRetraction, type Authors, type Retraction } from "./signed/retractions.ts";

/**
 * Folds all that was said of a household, and of those merged into it, into what screens show. A pure function of the set
 * of entries: their order, doubles and the pulls that brought them make no difference.
 */
export function foldHousehold(id: string, entries: readonly Entry[], authors: Authors): Household {
  const household = emptyHousehold(id);
  const said = inOrder(entries);
  const retractions = findRetractions(said, authors);
  const corrections = findCorrections(said, retractions);
  const answers: Said[] = [];
  for (const one of said) {
    if (one.erased > 0) household.erased = true;
    if (isRetraction(one)) continue;
    const retraction = retractions.get(one.jti);
    if (!retraction?.slip) household.diary.push(lineOf(one, retractions, corrections));
    // A correction was told in the place of what it corrects.
    if (corrections.of.has(one.jti)) continue;
    const last = lastWord(one, corrections);
    const kind = findKind(last.type, last.v);
    if (retractions.has(last.jti) || !kind) continue;
    // Of one merged into this household its acts count, its name and number do not.
    if (last.type.startsWith("household.") && last.sub !== id) continue;
    if (kind.about === "statement") answers.push(last);
    else kind.onHousehold(household, inPlaceOf(last, one));
  }
  // What speaks of another statement may have the lower number, after a server was restored from an old backup.
  for (const one of answers) {
    const sub = lastId(one.sub, corrections);
    findKind(one.type, one.v)?.onHousehold(household, sub === one.sub ? one : { ...one, sub });
  }
  followCorrections(household, said, corrections);
  household.diary.sort((a, b) => b.at - a.at);
  return household;
}

function lineOf(one: Said, retractions: ReadonlyMap<string, Retraction>, { of, by }: Corrections): DiaryLine {
  return {
    ...one,
    retracted: retractions.has(one.jti),
    corrects: of.get(one.jti)?.jti ?? null,
    correctedBy: by.get(one.jti)?.jti ?? null,
    known: findKind(one.type, one.v) !== undefined,
  };
}

/** A pledge that was preferred and then corrected is preferred still. */
function followCorrections({ preferred }: Household, said: readonly Said[], corrections: Corrections): void {
  if (corrections.by.size === 0) return;
  for (const campaign of Object.keys(preferred)) {
    const chosen = said.find(({ jti }) => jti === preferred[campaign]);
    if (chosen) preferred[campaign] = lastWord(chosen, corrections).jti;
  }
}
