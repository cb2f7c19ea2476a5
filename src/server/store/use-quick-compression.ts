import { sql, type Transaction } from "kysely";
import { isPostgres } from "./prepared.ts";
import type { Schema } from "./schema.ts";

/**
 * PostgreSQL compresses long rows. Its own way of old costs as much as all else of keeping a signed pledge; the quicker one
 * is used where the server was built with it.
 */
export async function useQuickCompression(db: Transaction<Schema>): Promise<void> {
  if (!isPostgres(db)) return;
  const { rows } = await sql<{ known: boolean }>`
    select 'lz4' = any(enumvals) as known from pg_settings where name = 'default_toast_compression'`.execute(
    db,
  );
  if (rows[0]?.known !== true) return;
  for (const table of ["statements", "held"])
    for (const column of ["jws", "disclosures"])
      await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} set compression lz4`.execute(
        db,
      );
}
