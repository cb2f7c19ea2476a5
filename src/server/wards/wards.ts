import type { Kysely } from "kysely";
import { isOneOf, prepared } from "../store/prepared.ts";
import type { WardRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";
import { together, type Find } from "../turns/together.ts";

/** The row of a ward; undefined where this installation has none of that name, or `init` was cut off before its first statement. */
export const findWard: Find<WardRow> = together(
  async (db, wards) => new Map((await wardsNamed(db, wards)).map((row) => [row.ward, row])),
);

const wardsNamed = prepared((db, wards: readonly string[]) =>
  db
    .selectFrom("wards")
    .selectAll()
    .where(isOneOf(db, "ward", wards))
    .where("head", ">", 0),
);

/** The slugs of all wards of this installation. */
export async function listWards(db: Kysely<Schema>): Promise<readonly string[]> {
  const rows = await db.selectFrom("wards").select("ward").where("head", ">", 0).orderBy("ward").execute();
  return rows.map(({ ward }) => ward);
}

/** The present heads of some wards. */
export async function readHeads(
  db: Kysely<Schema>,
  wards: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (wards.length === 0) return new Map();
  const rows = await db.selectFrom("wards").select(["ward", "head"]).where("ward", "in", wards).execute();
  return new Map(rows.map(({ ward, head }) => [ward, head]));
}
