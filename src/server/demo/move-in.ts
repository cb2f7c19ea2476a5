import { mkdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Kysely } from "kysely";
import type { Db } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";

/** Every table but that of the migrations, which each store has of its own. */
const TABLES = [
  ...(["wards", "statements", "devices", "households"] as const),
  ...(["invites", "held", "decisions", "erasures"] as const),
];

interface Places {
  /** Where the ward was made. */
  readonly from: { readonly db: Kysely<Schema>; readonly dataDir: string };
  /** Where it is to live. */
  readonly to: { readonly db: Kysely<Schema>; readonly dataDir: string };
  readonly ward: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Moves a ward that was made elsewhere into an empty store, whole or not at all: one transaction, and the key first, since a
 * key without a ward hurts nobody. False where the store has a ward by now.
 */
export async function moveIn({ from, to, ward, now }: Places): Promise<boolean> {
  return await to.db.transaction().execute(async (transaction) => {
    if (await holdsWard(transaction)) return false;
    await moveKey(from.dataDir, to.dataDir, ward, now);
    for (const table of TABLES) await copyTable(from.db, transaction, table);
    return true;
  });
}

/** Whether a store holds a ward; one of which nothing was said counts for nothing. */
export async function holdsWard(db: Db): Promise<boolean> {
  return (await db.selectFrom("wards").select("ward").where("head", ">", 0).executeTakeFirst()) !== undefined;
}

async function moveKey(from: string, to: string, ward: string, now: number): Promise<void> {
  const path = join(to, "keys", `${ward}.json`);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  // Somebody may have lost the store that this key belongs to, and find it again.
  await rename(path, `${path}.${now}`).catch(ignoreMissing);
  await rename(join(from, "keys", `${ward}.json`), path);
}

async function copyTable(from: Kysely<Schema>, to: Db, table: (typeof TABLES)[number]): Promise<void> {
  if (table === "wards") await to.deleteFrom("wards").execute();
  const rows = await from.selectFrom(table).selectAll().execute();
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE) {
    await to
      .insertInto(table)
      .values(rows.slice(i, i + ROWS_AT_ONCE))
      .execute();
  }
}

/** A query takes only so many values. */
const ROWS_AT_ONCE = 200;

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
}
