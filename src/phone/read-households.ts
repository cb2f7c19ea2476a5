import type { PhoneDatabase, StatementRow } from "./database.ts";
import { householdsIn, placeKey } from "./places.ts";

/** Reads what is kept of some households: of many together, where not much else lies between them. */
export async function readHouseholds(
  db: PhoneDatabase,
  ward: string,
  ids: readonly string[],
): Promise<Map<string, StatementRow[]>> {
  const sorted = ids.map((id) => placeKey(ward, id)).toSorted();
  const together = db.statements.where("places").between(sorted[0], sorted.at(-1), true, true);
  if (ids.length > FEW && (await together.count()) < ids.length * MOST_EACH)
    return groupByHousehold(ward, await together.distinct().toArray());
  const each = await Promise.all(
    ids.map((id) => db.statements.where("places").equals(placeKey(ward, id)).toArray()),
  );
  return new Map(ids.map((id, at) => [id, each[at] ?? []]));
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
