import type { Kysely } from "kysely";
import type { Household } from "../../domain/household-facts.ts";
import { foldHousehold } from "../../domain/household.ts";
import type { Entry } from "../../domain/said.ts";
import { readRow, toDevice } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";
import { rowsInPlaces } from "./places-in-log.ts";

/** A household, by the id of it or of one merged into it, with all that was merged into it: what any of them said counts for the heir. */
export async function foldAround(db: Kysely<Schema>, ward: string, place: string): Promise<Household> {
  const households = db.selectFrom("households").where("ward", "=", ward);
  const own = await households.select("heir").where("household", "=", place).executeTakeFirst();
  const heir = own?.heir ?? place;
  const family = await households.select("household").where("heir", "=", heir).execute();
  const places = [...new Set([place, heir, ...family.map(({ household }) => household)])];
  const rows = (await rowsInPlaces(db, ward, places)).sort((one, other) => one.seq - other.seq);
  const devices = await db.selectFrom("devices").selectAll().where("ward", "=", ward).execute();
  const authors = new Map(devices.map((row) => [row.kid, toDevice(row)]));
  const entries = rows.map((row): Entry => {
    const { seq, at } = row;
    return { seq, at, standing: "log", statement: readRow(row) };
  });
  return foldHousehold(heir, entries, (kid) => authors.get(kid));
}
