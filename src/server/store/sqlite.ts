import { mkdir, open as openFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import {
  CompiledQuery,
  Kysely,
  sql,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDialectConfig,
} from "kysely";
import { err, ok, type Result } from "../../domain/result.ts";
import { findBarred } from "./file-rights.ts";
import { flushBeside, inMemory } from "./flush-beside.ts";
import { migrate } from "./migrate.ts";
import type { Schema } from "./schema.ts";
import { SILENT_WAIT_MILLISECONDS, type News, type Store, type StoreError, type TellWait } from "./store.ts";

/** Opens the store of a folder, which is made where there is none, and brings its tables up to this version. */
export async function openSqlite(dataDir: string, tellWait?: TellWait): Promise<Result<Store, StoreError>> {
  try {
    const path = sqliteIn(dataDir);
    await makeFolder(dataDir);
    await makeFile(path);
    if ((await findBarred(path)) !== null) return err("not-writable");
    return await openUnlessReplaced(path, tellWait);
  } catch (error) {
    return refusal(error);
  }
}

/** The file of the store in a folder. */
export function sqliteIn(dataDir: string): string {
  return join(dataDir, "so-tay.sqlite");
}

/** For its owner alone, whatever folder somebody made for it: SQLite itself would make one that others may read. */
async function makeFile(path: string): Promise<void> {
  try {
    await (await openFile(path, "wx", 0o600)).close();
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  }
}

/** A restore may put another file in its place while this one waits for the lock: what is said then must not go into the old one. */
async function openUnlessReplaced(path: string, tellWait?: TellWait): Promise<Result<Store, StoreError>> {
  const fileThere = () =>
    stat(path).then(
      ({ ino }) => ino,
      () => null,
    );
  const before = await fileThere();
  const opened = await open(path, tellWait);
  if (!opened.ok || before === null || before === (await fileThere())) return opened;
  await opened.value.close();
  return err("busy");
}

/** A store that lives in memory alone: to fold a log anew beside the real one. */
export async function openMemory(): Promise<Store> {
  const opened = await open(":memory:");
  if (!opened.ok) throw new Error(`a store in memory: ${opened.error}`);
  return opened.value;
}

/** Makes a folder for its owner alone. Step by step: where a folder can never be made, such as below `/proc`, Node's own `recursive` tries for ever. */
export async function makeFolder(path: string): Promise<void> {
  const make = () => mkdir(path, { mode: 0o700 });
  try {
    await make();
  } catch (error) {
    if (isCode(error, "EEXIST") && (await stat(path)).isDirectory()) return;
    if (!isCode(error, "ENOENT") || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await make();
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}

async function open(path: string, tellWait?: TellWait): Promise<Result<Store, StoreError>> {
  // Another process of this program, such as an import beside the server, may hold the one write lock for a while.
  const database = new Database(path, { timeout: LOCK_MILLISECONDS });
  try {
    database.pragma("journal_mode = WAL");
    // A commit is on the disk before anybody hears of it (PROTOCOL.md §3, `accepted`).
    database.pragma("synchronous = FULL");
    database.pragma("foreign_keys = ON");
    // What was erased is gone from the file too, and not only from what is read.
    database.pragma("secure_delete = ON");
    // Else each insert of several rows writes a file on the side, to undo half of it.
    database.pragma("temp_store = MEMORY");
    // What a large commit changes, and an index of a large ward, stay in memory; 16 MiB.
    database.pragma("cache_size = -16384");
    // Pages of its write-ahead log, 64 MiB: an index page that every commit changes is carried over once for many.
    database.pragma("wal_autocheckpoint = 16384");
    const db = new Kysely<Schema>({ dialect: new EagerDialect({ database: keepPrepared(database) }) });
    const migrated = await migrateTelling(database, db, tellWait);
    if (migrated.ok) return ok(await storeOf(database, db));
    database.close();
    return migrated;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Whoever waits stands still, timers too: so it waits for a moment, tells, and then for as long as it may. */
async function migrateTelling(
  database: Database.Database,
  db: Kysely<Schema>,
  tellWait?: TellWait,
): Promise<Result<null, "newer">> {
  if (!tellWait) return await migrate(db);
  try {
    database.pragma(`busy_timeout = ${SILENT_WAIT_MILLISECONDS}`);
    return await migrate(db);
  } catch (error) {
    if (refusalOf(error) !== "busy") throw error;
    tellWait("store");
  } finally {
    database.pragma(`busy_timeout = ${LOCK_MILLISECONDS}`);
  }
  return await migrate(db);
}

async function storeOf(database: Database.Database, db: Kysely<Schema>): Promise<Store> {
  const lasting = database.memory ? inMemory(db) : await flushBeside(database, db);
  return {
    kind: "sqlite",
    db,
    write: lasting.write,
    flushed: lasting.flushed,
    news: watchFile(db),
    scrub: () => truncateLog(db),
    async close() {
      await db.destroy();
      await lasting.close();
    },
  };
}

/** SQLite counts for each connection what the others commit; nobody needs to be told. */
function watchFile(db: Kysely<Schema>): News {
  let seen: number | undefined;
  return {
    async othersWrote() {
      const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(db);
      const version = rows[0]?.data_version;
      const isOther = version !== seen;
      seen = version;
      return isOther;
    },
    tellOthers: () => undefined,
    close: () => Promise.resolve(),
  };
}

/** Empties the write-ahead log; throws where somebody reads by it, as a backup does: waiting for them would stop all others. */
async function truncateLog(db: Kysely<Schema>): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`pragma busy_timeout = 0`.execute(connection);
    try {
      const done = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection);
      if (done.rows[0]?.busy !== 0) throw new Error("the write-ahead log is being read");
    } finally {
      await sql.raw(`pragma busy_timeout = ${LOCK_MILLISECONDS}`).execute(connection);
    }
  });
}

/** Transactions take the write lock when they begin: one that reads first and writes later would fail halfway instead of waiting its turn. */
class EagerDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new EagerDriver(this.#config);
  }
}

class EagerDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      // A full disk rolls back by itself; that there is nothing left to undo must not hide why.
      if (!(error instanceof Error && error.message.includes("no transaction is active"))) throw error;
    }
  }
}

const LOCK_MILLISECONDS = 15_000;
const MOST_PREPARED = 300;

/** Parsing a query costs more than running it; the ones used last stay prepared. */
function keepPrepared(database: Database.Database): SqliteDialectConfig["database"] {
  const prepared = new Map<string, Database.Statement>();
  function prepare(query: string): Database.Statement {
    const known = prepared.get(query);
    const statement = known ?? database.prepare(query);
    if (known) prepared.delete(query);
    prepared.set(query, statement);
    for (const oldest of prepared.keys()) {
      if (prepared.size <= MOST_PREPARED) break;
      prepared.delete(oldest);
    }
    return statement;
  }
  return {
    close: () => {
      database.close();
    },
    prepare: (query) => {
      const statement = prepare(query);
      return {
        reader: statement.reader,
        all: (parameters) => statement.all(...parameters),
        run: (parameters) => statement.run(...parameters),
        iterate: (parameters) => statement.iterate(...parameters),
      };
    },
  };
}

function refusal(error: unknown): Result<Store, StoreError> {
  const why = refusalOf(error);
  if (why === null) throw error;
  return err(why);
}

/** What an error of SQLite or of its folder means; null where it is a bug. */
export function refusalOf(error: unknown): StoreError | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return "not-a-store";
  // The last: no room for the index of the write-ahead log.
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT|SQLITE_IOERR_SHMSIZE)/.test(code)) return "full";
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return "busy";
  const isBarred =
    /^(SQLITE_(READONLY|CANTOPEN|IOERR|PERM|AUTH)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT)/.test(code);
  return isBarred ? "not-writable" : null;
}
