import type { Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** When each store came into its epoch; 0 where it began before anybody noted it, or has never been restored. */
export async function noteEpochs({ schema }: Transaction<Schema>): Promise<void> {
  await schema
    .alterTable("wards")
    .addColumn("epoch_began", "bigint", (column) => column.notNull().defaultTo(0))
    .execute();
}
