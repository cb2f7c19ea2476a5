import { sql, type Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** Mergers are few in a ward, and all are asked for whenever one of them may change for whom a household stands. */
export async function makeMergerIndex({ schema }: Transaction<Schema>): Promise<void> {
  await schema
    .createIndex("statements_mergers")
    .on("statements")
    .columns(["ward"])
    .where(sql.ref("type"), "=", sql.lit("household.merged"))
    .execute();
}
