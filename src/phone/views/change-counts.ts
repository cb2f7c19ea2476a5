import type { Countable } from "../store/database.ts";
import type { ViewRow } from "../store/rows.ts";
import { countOf } from "./count-of.ts";
import { countsOfChange, MANY } from "./kept-counts.ts";
import type { Count } from "./pack-counts.ts";

/** What is counted of households that change at one revision, as a record beside their views; none of few. */
export function countChange(
  ward: string,
  rev: number,
  views: ReadonlyMap<string, Countable>,
): readonly ViewRow[] {
  if (views.size < MANY) return [];
  const counts = [...views].map(([id, { row }]): Count => [id, countOf(row)]);
  const matters = [...views].filter(([, view]) => view.matters !== undefined).map(([id]) => id);
  return [countsOfChange(ward, rev, counts, matters)];
}
