import type { Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/**
 * In place of the index by subject alone: what is said of one subject is asked for in the order of the log, and without the
 * number SQLite would rather look through the whole log in that order than sort a few rows.
 */
export async function makeSubjectIndex({ schema }: Transaction<Schema>): Promise<void> {
  await schema.createIndex("statements_subject").on("statements").columns(["ward", "sub", "seq"]).execute();
  await schema.dropIndex("statements_sub").execute();
}
