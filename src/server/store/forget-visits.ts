import type { Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** When somebody's own phone was opened to read is nobody's to know: what earlier versions noted of it goes (sightings.ts). */
export async function forgetVisits(db: Transaction<Schema>): Promise<void> {
  await db
    .deleteFrom("devices_seen")
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom("devices as d")
          .select("d.kid")
          .whereRef("d.ward", "=", "devices_seen.ward")
          .whereRef("d.kid", "=", "devices_seen.kid")
          .where("d.role", "not in", ["office", "volunteer"]),
      ),
    )
    .execute();
}
