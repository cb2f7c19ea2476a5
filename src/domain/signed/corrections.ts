import type { Said } from "../said.ts";
import type { Retraction } from "./retractions.ts";

/** Which statement each corrects, and by which each was corrected; both one step, by id. */
export interface Corrections {
  readonly of: ReadonlyMap<string, Said>;
  readonly by: ReadonlyMap<string, Said>;
}

/**
 * Finds the corrections: a statement whose body says `corrects` stands for that one if the same device took it back, in
 * the same act as a rule. So nobody takes another's place but who may take their word back, and a reader who does not know
 * the field sees one taken back and one said anew.
 */
export function findCorrections(
  said: readonly Said[],
  retractions: ReadonlyMap<string, Retraction>,
): Corrections {
  const all = new Map(said.map((one) => [one.jti, one]));
  const of = new Map<string, Said>();
  const by = new Map<string, Said>();
  for (const one of said) {
    const target = all.get(String(one.body["corrects"]));
    if (!target || target === one || by.has(target.jti)) continue;
    if (retractions.get(target.jti)?.by.kid !== one.kid) continue;
    of.set(one.jti, target);
    by.set(target.jti, one);
  }
  return { of, by };
}

/** The last word in place of a statement: what its chain of corrections ends with; itself where there is none, or where the chain bites its tail. */
export function lastWord(one: Said, { by }: Pick<Corrections, "by">): Said {
  const seen = new Set<string>();
  let last = one;
  for (let next = by.get(last.jti); next; next = by.get(last.jti)) {
    if (seen.has(last.jti)) return one;
    seen.add(last.jti);
    last = next;
  }
  return last;
}

/** The id under which what was said of a statement counts now: that of its last word. */
export function lastId(jti: string, { by }: Corrections): string {
  const first = by.get(jti);
  return first ? lastWord(first, { by }).jti : jti;
}

/** The first word that a chain of corrections goes back to; itself where it corrects nothing. */
export function firstWord(one: Said, { of }: Pick<Corrections, "of">): Said {
  const seen = new Set<string>();
  let first = one;
  for (let before = of.get(one.jti); before && !seen.has(before.jti); before = of.get(before.jti)) {
    seen.add(before.jti);
    first = before;
  }
  return first;
}

/** What a correction says, as of the moment that the corrected one tells of: a visit of yesterday is not one of today. */
export function inPlaceOf(last: Said, first: Said): Said {
  if (last === first) return first;
  const { at, approximate, weight } = first;
  return { ...last, at, approximate, weight };
}
