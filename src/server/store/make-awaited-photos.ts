import type { Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** The table of photos that wait for their statements to come back. */
export async function makeAwaitedPhotos({ schema }: Transaction<Schema>): Promise<void> {
  await schema
    .createTable("awaited_photos")
    .addColumn("ward", "text", (column) => column.notNull().references("wards.ward"))
    .addColumn("sha256", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("awaited_photos_key", ["ward", "sha256"])
    .execute();
}
