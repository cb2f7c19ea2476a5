import type { Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** What still waits on each device, by its own word: one may fetch for days and get nothing through. */
export async function noteUnsent({ schema }: Transaction<Schema>): Promise<void> {
  for (const column of ["unsent", "unsent_photos", "unsent_since"]) {
    // SQLite adds one column at a time.
    await schema.alterTable("devices_seen").addColumn(column, "bigint").execute();
  }
}
