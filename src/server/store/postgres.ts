import { Kysely, PostgresDialect, sql } from "kysely";
import { err, ok, type Result } from "../../domain/result.ts";
import { distribute } from "./distribute.ts";
import { migrate } from "./migrate.ts";
import { createNotices } from "./postgres-notices.ts";
import { createPostgresPool, type Access } from "./postgres-pool.ts";
import type { Schema } from "./schema.ts";
import { storeFailure } from "./store-failure.ts";
import { SILENT_WAIT_MILLISECONDS, type Store, type StoreError, type TellWait, type Write } from "./store.ts";
import { withoutForeignKeys } from "./without-foreign-keys.ts";
import { writeInTrips } from "./write-in-trips.ts";

/** Opens the store in a PostgreSQL database, which must be there, and brings its tables up to this version. Several processes may do so at once. */
export async function openPostgres(access: Access, tellWait?: TellWait): Promise<Result<Store, StoreError>> {
  const dialect = new PostgresDialect({ pool: createPostgresPool(access) });
  const db = new Kysely<Schema>({ dialect, plugins: [withoutForeignKeys] });
  const opened = await open(db, writeInTrips(db, dialect), access, tellWait).catch(refusal);
  if (!opened.ok) await db.destroy();
  return opened;
}

/** Of `server_version_num`: `wards` keeps its promise on older ones too, but nothing is tested there. */
const OLDEST = 150_000;

async function open(
  db: Kysely<Schema>,
  write: Write,
  access: Access,
  tellWait?: TellWait,
): Promise<Result<Store, StoreError>> {
  const { rows } = await sql<{ server_version_num: string }>`show server_version_num`.execute(db);
  if (Number(rows[0]?.server_version_num) < OLDEST) return err("too-old");
  const migrated = await migrate(db, async (transaction) => {
    // Whoever comes second waits until the first is done, however long that takes, and finds nothing left to do.
    await sql`set local lock_timeout = 0`.execute(transaction);
    await sql`set local statement_timeout = 0`.execute(transaction);
    const timer = tellWait && setTimeout(() => tellWait("store"), SILENT_WAIT_MILLISECONDS);
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`
      .execute(transaction)
      .finally(() => clearTimeout(timer));
  });
  if (!migrated.ok) return migrated;
  await distribute(db);
  const news = createNotices(db, access);
  const close = async () => {
    await news.close();
    await db.destroy();
  };
  return ok({
    kind: "postgres",
    db,
    write,
    flushed: () => undefined,
    news,
    scrub: () => scrub(db),
    close,
  });
}

/** Any number that other programs in the same database are unlikely to choose. */
const MIGRATION_LOCK = 20_261_118;

/** An update leaves the old row where it was until it is vacuumed. */
async function scrub(db: Kysely<Schema>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`set statement_timeout = 0`.execute(connection);
    try {
      for (const table of ["statements", "held", "attachments", "attachment_names"])
        await sql`vacuum ${sql.table(table)}`.execute(connection);
    } finally {
      await sql`reset statement_timeout`.execute(connection);
    }
  });
}

function refusal(error: unknown): Result<Store, StoreError> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // Class 28: who asks is not let in; 3D000: there is no such database.
  if (/^(28\w{3}|3D000)$/.test(code)) return err("no-entry");
  // Not allowed to make tables, no schema to make them in, or a copy of the database that only reads.
  if (/^(42501|25006|3F000)$/.test(code)) return err("not-writable");
  // Somebody else's tables stand in the way of ours.
  if (/^(42P0[17]|42703|42710)$/.test(code)) return err("not-a-store");
  if (/^(40001|40P01|55P03)$/.test(code)) return err("busy");
  const failure = storeFailure(error);
  if (failure === null) throw error;
  return err(failure === "full" ? "full" : "unreachable");
}
