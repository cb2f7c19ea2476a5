import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "../../domain/result.ts";
import type { Station } from "../station.ts";
import type { AttachmentStore } from "../store/attachments.ts";
import { clearAway, putInPlace } from "../store/durable.ts";
import { raiseSaved, readLogEnds, type LogEnd } from "../store/log-ends.ts";
import type { Access } from "../store/postgres-pool.ts";
import { snapshot } from "../store/snapshot.ts";
import { makeFolder, openSqlite } from "../store/sqlite.ts";
import { takeTurn } from "../store/take-turn.ts";
import { pack } from "./archive.ts";
import { isOwnFile, keysThere, PHOTOS } from "./files-beside.ts";
import { FORMAT, MANIFEST, POSTGRES_FILE, SQLITE_FILE, type Manifest } from "./manifest.ts";
import { dumpDatabase, type ToolError } from "./postgres-tools.ts";

/** `not-a-store`: the store itself is damaged; `own-file`: the backup would take the place of what it is to save. */
export type BackUpError = { readonly why: "not-a-store" } | { readonly why: "own-file" } | ToolError;

/**
 * Makes a backup of a running store in one file: the log, the ward keys and the photos. Only once the file is whole and on the
 * disk under its name is `saved` of each ward raised to the head inside it. Returns where each log ends in it; an error
 * means that nothing was made. Where another backup of the store is being made, it waits for that.
 */
export async function backUp(
  parts: BackingUp,
  file: string,
  version: string,
): Promise<Result<readonly LogEnd[], BackUpError>> {
  // Two under one name would pack each other's stage; and an older one must not take the place of a later one, which `saved`
  // counts on.
  await makeFolder(parts.dataDir);
  if (await isOwnFile(parts.dataDir, file)) return err({ why: "own-file" });
  const release = await takeTurn(join(parts.dataDir, "backup.lock"), parts.tellWait);
  try {
    return await make(parts, file, version);
  } finally {
    release();
  }
}

async function make(
  { db, attachments, dataDir, now, database }: BackingUp,
  file: string,
  version: string,
): Promise<Result<readonly LogEnd[], BackUpError>> {
  // Beside the file: on the disk where there must be room for it anyway.
  const stage = `${file}.part`;
  await clearAway(stage);
  await mkdir(stage, { mode: 0o700 });
  try {
    const copied = await (database ? dump(db, database, stage) : copySqlite(dataDir, stage));
    if (!copied.ok) return copied;
    const { name, wards } = copied.value;
    const store = database ? "postgres" : "sqlite";
    const manifest: Manifest = { format: FORMAT, version, madeAt: now(), store, wards };
    await writeFile(join(stage, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await chmod(join(stage, name), 0o600);
    const archive = join(stage, "archive.tar");
    // What lies beside the store comes second: a key and a photo are there before the log counts on them. In PostgreSQL
    // photos are in the dump.
    const photos = database ? [] : await copyPhotos(attachments, wards, stage);
    await pack(archive, [
      { folder: stage, names: [MANIFEST, name, ...photos] },
      { folder: dataDir, names: await keysThere(dataDir, wards) },
    ]);
    await putInPlace(archive, file);
    await raiseSaved(db, wards);
    return ok(wards);
  } finally {
    await clearAway(stage);
  }
}

interface BackingUp extends Pick<Station, "db" | "attachments" | "dataDir" | "now" | "tellWait"> {
  /** Where PostgreSQL keeps the wards; without it they are in SQLite. */
  readonly database?: Access | null;
}

/** The store's copy in the stage, and where each log ends in it at least. */
interface Copied {
  readonly name: string;
  readonly wards: readonly LogEnd[];
}

async function copySqlite(dataDir: string, stage: string): Promise<Result<Copied, BackUpError>> {
  if (!(await snapshot(dataDir, join(stage, SQLITE_FILE)))) return err({ why: "not-a-store" });
  // Asked of the copy itself: the store has gone on since.
  const copy = await openSqlite(stage);
  if (!copy.ok) throw new Error(`a fresh copy of the store: ${copy.error}`);
  try {
    return ok({ name: SQLITE_FILE, wards: await readLogEnds(copy.value.db) });
  } finally {
    await copy.value.close();
  }
}

async function dump(db: Station["db"], { url }: Access, stage: string): Promise<Result<Copied, BackUpError>> {
  // Asked before: what the dump holds beyond it is not counted on.
  const wards = await readLogEnds(db);
  const dumped = await dumpDatabase(url, join(stage, POSTGRES_FILE));
  return dumped.ok ? ok({ name: POSTGRES_FILE, wards }) : dumped;
}

/** Copies the photos one by one: any of them may be erased while the others are packed. Returns the folder's name, where there are any. */
async function copyPhotos(
  attachments: AttachmentStore,
  wards: readonly LogEnd[],
  stage: string,
): Promise<readonly string[]> {
  let copied = 0;
  for (const { ward } of wards) {
    for (const name of await attachments.list(ward)) {
      const bytes = await attachments.get(ward, name);
      if (!bytes) continue;
      await mkdir(join(stage, PHOTOS, ward), { recursive: true, mode: 0o700 });
      await writeFile(join(stage, PHOTOS, ward, name), bytes, { mode: 0o600 });
      copied += 1;
    }
  }
  return copied > 0 ? [PHOTOS] : [];
}
