import { sql, type Kysely } from "kysely";
import type { Schema } from "./schema.ts";

/**
 * Spreads the tables over a Citus cluster by ward, where the extension is there; a table that is spread already, and any
 * database without it, is left as it is. All rows of a ward lie on one node, so that a page, and a push, is one node's work.
 */
export async function distribute(db: Kysely<Schema>): Promise<void> {
  const { rows: extensions } = await sql`select 1 from pg_extension where extname = 'citus'`.execute(db);
  if (extensions.length === 0) return;
  await db.transaction().execute(async (transaction) => {
    await sql`set local statement_timeout = 0`.execute(transaction);
    await sql`set local lock_timeout = 0`.execute(transaction);
    // Several processes may begin at once; whoever comes second finds nothing left to do.
    await sql`select pg_advisory_xact_lock(${sql.lit(DISTRIBUTION_LOCK)})`.execute(transaction);
    const { rows } = await sql<{ table: string }>`
      select c.relname as table from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'ward' and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
        and not exists (select 1 from pg_dist_partition d where d.logicalrelid = c.oid)
      order by c.relname <> 'wards', c.relname`.execute(transaction);
    for (const { table } of rows) {
      // `wards` comes first, and all others lie where it does.
      await (
        table === "wards"
          ? sql`select create_distributed_table('wards', 'ward')`
          : sql`select create_distributed_table(${table}, 'ward', colocate_with => 'wards')`
      ).execute(transaction);
    }
  });
}

const DISTRIBUTION_LOCK = 20_261_119;
