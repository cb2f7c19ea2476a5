import { open } from "node:fs/promises";
import type Database from "better-sqlite3";
import type { Kysely } from "kysely";
import { createFlusher } from "./flusher.ts";
import type { Schema } from "./schema.ts";
import { writeAtOnce, type Store } from "./store.ts";

/** How transactions of a SQLite store come to last. */
interface Lasting extends Pick<Store, "write" | "flushed"> {
  readonly close: () => Promise<void>;
}

/**
 * A commit waits for the disk; SQLite would have this thread stand still meanwhile. So it only writes the commit to its
 * write-ahead log, and that file is flushed in Node's thread pool: see docs/decisions/0032-flushed-beside.md.
 */
export async function flushBeside(database: Database.Database, db: Kysely<Schema>): Promise<Lasting> {
  const file = await open(`${database.name}-wal`, "r");
  const { flush, pending, lost } = createFlusher(file);
  const version = database.prepare<[], number>("pragma data_version").pluck();
  let seen = version.get();
  return {
    async write(work) {
      // What could not be flushed once is not built upon. What is being flushed may be: the next flush comes after it.
      await lost();
      return db.connection().execute(async (connection) => {
        database.pragma("synchronous = NORMAL");
        try {
          const outcome = await connection.transaction().execute(work);
          // Begun before anybody else may read by this connection what is not on the disk yet.
          return { outcome, lasting: flush() };
        } finally {
          database.pragma("synchronous = FULL");
        }
      });
    },
    flushed() {
      const now = version.get();
      // Another process may have committed a moment ago and still be waiting for the disk.
      if (now !== seen) void flush();
      seen = now;
      return pending();
    },
    close: () => file.close(),
  };
}

/** What lives in memory lasts as long as that. */
export function inMemory(db: Kysely<Schema>): Lasting {
  return {
    write: writeAtOnce(db),
    flushed: () => undefined,
    close: () => Promise.resolve(),
  };
}
