import type { Kysely } from "kysely";
import type { Schema } from "./store/schema.ts";
import type { WardRow } from "./rows.ts";

/** The row of a ward; undefined where this installation has none of that name, or `init` was cut off before its first statement. */
export async function findWard(db: Kysely<Schema>, ward: string): Promise<WardRow | undefined> {
  return await db
    .selectFrom("wards")
    .selectAll()
    .where("ward", "=", ward)
    .where("head", ">", 0)
    .executeTakeFirst();
}

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
