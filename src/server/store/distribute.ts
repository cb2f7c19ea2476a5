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
      select c.relname as table from pg_class c join pg_dist_partition d on d.logicalrelid = c.oid
      where c.relnamespace = current_schema()::regnamespace`.execute(transaction);
    const spread = new Set(rows.map(({ table }) => table));
    for (const table of (await tablesByWard(transaction)).filter((one) => !spread.has(one))) {
      await (
        table === "wards"
          ? sql`select create_distributed_table('wards', 'ward')`
          : sql`select create_distributed_table(${table}, 'ward', colocate_with => 'wards')`
      ).execute(transaction);
    }
  });
}

/** The tables that have a ward in each row: all that are spread. `wards` comes first, since all others lie where it does. */
export async function tablesByWard(db: Kysely<Schema>): Promise<readonly string[]> {
  const { rows } = await sql<{ table: string }>`
    select c.relname as table from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'ward' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
    order by c.relname <> 'wards', c.relname`.execute(db);
  return rows.map(({ table }) => table);
}

const DISTRIBUTION_LOCK = 20_261_119;
