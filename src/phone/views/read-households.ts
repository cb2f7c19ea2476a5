import { countBetween, readBetween, readPlace } from "../log/records.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { placeKey } from "../store/place-key.ts";
import type { StatementRow } from "../store/rows.ts";
import { householdsIn } from "./places.ts";

/** Reads what is kept of some households: of many together, where not much else lies between them. */
export async function readHouseholds(
  db: PhoneDatabase,
  ward: string,
  ids: readonly string[],
): Promise<Map<string, StatementRow[]>> {
  const sorted = ids.map((id) => placeKey(ward, id)).toSorted();
  const [first = "", last = ""] = [sorted[0], sorted.at(-1)];
  if (ids.length > FEW && (await countBetween(db, first, last)) < ids.length * MOST_EACH)
    return groupByHousehold(ward, await readBetween(db, first, last));
  const each = await Promise.all(sorted.map((place) => readPlace(db, place)));
  return new Map(sorted.map((place, at) => [place.slice(ward.length + 1), each[at] ?? []]));
}

/** Fewer are asked for one by one. */
const FEW = 20;
/** More rows a household would mostly be those of others. */
const MOST_EACH = 12;

/** Rows by each household that they count for. */
export function groupByHousehold(ward: string, rows: readonly StatementRow[]): Map<string, StatementRow[]> {
  const groups = new Map<string, StatementRow[]>();
  for (const row of rows) {
    for (const id of householdsIn(ward, row.places)) {
      const group = groups.get(id);
      if (group) group.push(row);
      else groups.set(id, [row]);
    }
  }
  return groups;
}
