import { nearest, type Campaign, type Covenant, type WardRecord } from "../ward-facts.ts";
import { covenantDecisions, haltedIn, haltsOf, type Halt } from "./covenant-standing.ts";

/** By which decisions something of the covenant that stands for an area does not hold; none where there is no covenant. Editions in the log's order. */
export function haltsIn(
  {
    editions,
    records,
  }: {
    readonly editions: readonly Pick<Covenant, "area" | "recognition">[];
    readonly records: readonly WardRecord[];
  },
  area: string | null,
): Halt[] {
  const edition = nearest(editions, area ?? "");
  return edition ? haltsOf(haltedIn(covenantDecisions(records), edition)) : [];
}

/** Of these, what a pledge to some items is about: all of the covenant, or an article that one of them names. */
export function haltsOfPledge(halts: readonly Halt[], items: Campaign["items"]): Halt[] {
  const named = new Set(items.map(({ article }) => String(article)));
  return halts.filter(
    ({ articles }) => articles.length === 0 || articles.some((number) => named.has(number)),
  );
}
