import type { Kysely } from "kysely";
import type { Household } from "../../domain/household-facts.ts";
import { foldHousehold } from "../../domain/household.ts";
import type { ExistingHousehold } from "../../domain/import/household-list.ts";
import type { Entry } from "../../domain/said.ts";
import { readRow, toDevice } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";

/** The households of a ward as its log has them, for an import to recognise. */
export async function readExistingHouseholds(db: Kysely<Schema>, ward: string): Promise<ExistingHousehold[]> {
  const devices = await db.selectFrom("devices").selectAll().where("ward", "=", ward).execute();
  const authors = new Map(devices.map((row) => [row.kid, toDevice(row)]));
  const rows = await db
    .selectFrom("statements")
    .selectAll()
    .where("ward", "=", ward)
    .where("place", "<>", "")
    // What changes a household's own fields, and what takes such a change back.
    .where(({ or, eb }) => or([eb("type", "like", "household.%"), eb("topic", "like", "household.%")]))
    .orderBy("seq")
    .execute();
  const entries = new Map<string, Entry[]>();
  for (const row of rows) {
    const entry: Entry = { seq: row.seq, at: row.at, standing: "log", statement: readRow(row) };
    const known = entries.get(row.place);
    if (known) known.push(entry);
    else entries.set(row.place, [entry]);
  }
  return [...entries].flatMap(
    ([id, said]) => toExisting(foldHousehold(id, said, (kid) => authors.get(kid))) ?? [],
  );
}

/** Null for one that was never registered: others spoke of it, and nobody knows where it stands. */
function toExisting(household: Household): ExistingHousehold | null {
  const { id, area, number = "", head = "", address = "", members, note = "", phone = "", ended } = household;
  if (area === null) return null;
  return { id, area, number, head, address, members: members ?? 0, note, phone, open: ended === null };
}
