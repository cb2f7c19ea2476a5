import { likely, type Compared } from "../words/likeness.ts";
import { fold } from "../vietnamese.ts";

/** What tells a household from its neighbours in a list. */
export interface Numbered extends Compared {
  readonly id: string;
  readonly area: string;
  readonly number: number | string | undefined;
}

/** Households of one tổ that have the same number in the same street: nobody can tell by these who is meant. Each group once. */
export function alikeIn<Row extends Numbered>(rows: readonly Row[]): readonly (readonly Row[])[] {
  return groupsBy(rows, ({ area }) => area);
}

/**
 * Those that would be alike once some households have moved, by the tổ to which each goes, and are not now. Nothing is
 * refused for it: numbers are changed afterwards, one by one.
 */
export function alikeAfter<Row extends Numbered>(
  rows: readonly Row[],
  moves: ReadonlyMap<string, string>,
): readonly (readonly Row[])[] {
  const goals = new Set(moves.values());
  const areaThen = ({ id, area }: Row) => moves.get(id) ?? area;
  // Of a large ward only those are compared that will stand where somebody comes.
  const there = rows.filter((row) => goals.has(areaThen(row)));
  return groupsBy(there, areaThen).filter((group) => new Set(group.map(({ area }) => area)).size > 1);
}

function groupsBy<Row extends Numbered>(rows: readonly Row[], areaOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.number === undefined) continue;
    const key = [areaOf(row), fold(String(row.number)), streetOf(row)].join("|");
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** An address without the number of its house, as nobody writes it in two ways. */
function streetOf(row: Compared): string {
  return likely(row).address.replace(/^\d\S*\s*/, "");
}
