import type { HouseholdStatus } from "../../domain/household/status.ts";
import { isWithin } from "../../domain/ids.ts";
import { searcher } from "../../domain/words/searcher.ts";
import type { HouseholdRow } from "../../phone/api/phone.ts";

export type StatusWord = HouseholdStatus["word"];

/** The words of the wall, in the order of the legend. */
export const STATUS_WORDS: readonly StatusWord[] = ["signed", "given", "again", "refused", "none"];

export interface Selection {
  /** A tổ, or "" for all in sight. */
  readonly area: string;
  readonly filter: StatusWord | null;
  /** What was typed; while it is not empty, all in sight are searched. */
  readonly query: string;
}

/** The households to list. Those to come back to stand in order of their appointments. */
export function selectRows(
  rows: readonly HouseholdRow[],
  { area, filter, query }: Selection,
): readonly HouseholdRow[] {
  const meets = query.trim() === "" ? null : searcher(query);
  const chosen = rows.filter(
    (row) =>
      (meets ? meets(row.search) : area === "" || isWithin(row.area, area)) &&
      (filter === null || row.status.word === filter),
  );
  return filter === "again" ? [...chosen].sort((a, b) => comeBackAt(a) - comeBackAt(b)) : chosen;
}

/** How many stand where, and of how many. */
export function countStatuses(rows: readonly HouseholdRow[]): Readonly<Record<StatusWord | "all", number>> {
  const counts = { all: rows.length, signed: 0, given: 0, again: 0, refused: 0, none: 0 };
  for (const { status } of rows) counts[status.word]++;
  return counts;
}

/** The tổ in which households stand, each with its households, in the order of the rows. */
export function byGroup(rows: readonly HouseholdRow[]): ReadonlyMap<string, readonly HouseholdRow[]> {
  const groups = new Map<string, HouseholdRow[]>();
  for (const row of rows) {
    const group = groups.get(row.area);
    if (group) group.push(row);
    else groups.set(row.area, [row]);
  }
  return groups;
}

function comeBackAt({ status }: HouseholdRow): number {
  return status.appointment ?? Infinity;
}
