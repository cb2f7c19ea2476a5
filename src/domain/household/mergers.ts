import type { Household } from "../household-facts.ts";

/** Which households were merged into which; one step. */
export type Mergers = ReadonlyMap<string, string>;

/** The household that stands for this one now: the end of its chain of mergers, or itself where the chain bites its tail. */
export function heirOf(id: string, mergers: Mergers): string {
  const seen = new Set<string>();
  let heir = id;
  for (let next = mergers.get(heir); next !== undefined; next = mergers.get(heir)) {
    if (seen.has(heir)) return id;
    seen.add(heir);
    heir = next;
  }
  return heir;
}

/** The one step that a household's own fold tells, or null. */
export function mergedInto({ ended }: Household): string | null {
  return ended?.how === "merged" ? (ended.into[0] ?? null) : null;
}
