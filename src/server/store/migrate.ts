import { sql, type Kysely, type Transaction } from "kysely";
import { err, ok, type Result } from "../../domain/result.ts";
import { forgetVisits } from "./forget-visits.ts";
import { makeAttachments } from "./make-attachments.ts";
import { makeAwaitedPhotos } from "./make-awaited-photos.ts";
import { makeMergerIndex } from "./make-merger-index.ts";
import { makeNumberTables } from "./make-number-tables.ts";
import { makePlaceIndex } from "./make-place-index.ts";
import { makeSubjectIndex } from "./make-subject-index.ts";
import { makeTables } from "./make-tables.ts";
import { makeUsedInvites } from "./make-used-invites.ts";
import { noteEpochs } from "./note-epochs.ts";
import { noteUnsent } from "./note-unsent.ts";
import type { Schema } from "./schema.ts";
import { useQuickCompression } from "./use-quick-compression.ts";

/** What changes the tables, in the order of their numbers. One that was released is never edited: the next one mends it. */
const MIGRATIONS: readonly Migration[] = [
  { name: "001-tables", up: makeTables },
  { name: "003-numbers", up: makeNumberTables },
  { name: "004-attachments", up: makeAttachments },
  { name: "005-subject-index", up: makeSubjectIndex },
  { name: "006-quick-compression", up: useQuickCompression },
  { name: "007-epoch-began", up: noteEpochs },
  { name: "008-place-index", up: makePlaceIndex },
  { name: "009-merger-index", up: makeMergerIndex },
  { name: "010-used-invites", up: makeUsedInvites },
  { name: "011-forget-visits", up: forgetVisits },
  { name: "012-awaited-photos", up: makeAwaitedPhotos },
  { name: "013-unsent", up: noteUnsent },
];

interface Migration {
  readonly name: string;
  readonly up: (db: Transaction<Schema>) => Promise<void>;
}

/**
 * Runs the migrations that this store has not seen, each once, all in one transaction, behind a lock that lets one process
 * do so at a time. `newer`: it has seen one that this version does not know.
 */
export async function migrate(
  db: Kysely<Schema>,
  lock: (transaction: Transaction<Schema>) => Promise<void> = lockedFromTheBeginning,
): Promise<Result<null, "newer">> {
  return await db.transaction().execute(async (transaction) => {
    await lock(transaction);
    await transaction.schema
      .createTable("migrations")
      .ifNotExists()
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("at", "text", (column) => column.notNull().defaultTo(sql`current_timestamp`))
      .execute();
    const rows = await transaction.selectFrom("migrations").select("name").execute();
    const seen = new Set(rows.map(({ name }) => name));
    if (rows.some(({ name }) => !MIGRATIONS.some((known) => known.name === name)))
      return err("newer" as const);
    for (const { name, up } of MIGRATIONS.filter((migration) => !seen.has(migration.name))) {
      await up(transaction);
      await transaction.insertInto("migrations").values({ name }).execute();
    }
    return ok(null);
  });
}

/** A transaction of SQLite is alone with the store anyway. */
function lockedFromTheBeginning(): Promise<void> {
  return Promise.resolve();
}
