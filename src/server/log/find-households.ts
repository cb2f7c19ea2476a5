import { isOneOf, prepared } from "../store/prepared.ts";
import type { Db, HouseholdFact } from "../store/rows.ts";

/** Where households stand, and where the heirs of those stand. */
export async function findHouseholds(
  db: Db,
  ward: string,
  ids: readonly string[],
): Promise<Map<string, HouseholdFact>> {
  const named = await householdsNamed(db, ward, ids);
  // One step more: where the heirs stand, whose area holds for the merged.
  const known = new Set(ids);
  const heirs = [...new Set(named.map(({ heir }) => heir))].filter((heir) => !known.has(heir));
  return toHouseholds(heirs.length > 0 ? [...named, ...(await householdsNamed(db, ward, heirs))] : named);
}

const householdsNamed = prepared((db, ward: string, ids: readonly string[]) =>
  db
    .selectFrom("households")
    .selectAll()
    .where("ward", "=", ward)
    .where(isOneOf(db, "household", ids)),
);

function toHouseholds(
  rows: readonly ({ readonly household: string } & HouseholdFact)[],
): Map<string, HouseholdFact> {
  return new Map(rows.map(({ household, area, heir }) => [household, { area, heir }]));
}
