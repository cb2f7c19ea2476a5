import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { err, ok, type Result } from "../../domain/result.ts";
import type { Station } from "../station.ts";
import type { AttachmentStore } from "../store/attachments.ts";
import { clearAway, putInPlace } from "../store/durable.ts";
import { raiseSaved, readLogEnds, type LogEnd } from "../store/log-ends.ts";
import { snapshot } from "../store/snapshot.ts";
import { openSqlite } from "../store/sqlite.ts";
import { pack } from "./archive.ts";
import { keysThere, PHOTOS } from "./files-beside.ts";
import { FORMAT, MANIFEST, SQLITE_FILE, type Manifest } from "./manifest.ts";

/**
 * Makes a backup of a running store in one file: the log, the ward keys and the photos. Only once the file is whole and on the
 * disk under its name is `saved` of each ward raised to the head inside it. Returns where each log ends in it; `not-a-store`:
 * the store itself is damaged, and nothing was made.
 */
export async function backUp(
  { db, attachments, dataDir, now }: Pick<Station, "db" | "attachments" | "dataDir" | "now">,
  file: string,
  version: string,
): Promise<Result<readonly LogEnd[], "not-a-store">> {
  // Beside the file: on the disk where there must be room for it anyway.
  const stage = `${file}.part`;
  await clearAway(stage);
  await mkdir(stage, { mode: 0o700 });
  try {
    const copy = join(stage, SQLITE_FILE);
    if (!(await snapshot(dataDir, copy))) return err("not-a-store");
    const wards = await endsIn(stage);
    const manifest: Manifest = { format: FORMAT, version, madeAt: now(), store: "sqlite", wards };
    await writeFile(join(stage, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
    await chmod(copy, 0o600);
    const archive = join(stage, "archive.tar");
    // What lies beside the store comes second: a key and a photo are there before the log counts on them.
    const photos = await copyPhotos(attachments, wards, stage);
    await pack(archive, [
      { folder: stage, names: [MANIFEST, SQLITE_FILE, ...photos] },
      { folder: dataDir, names: await keysThere(dataDir, wards) },
    ]);
    await putInPlace(archive, file);
    await raiseSaved(db, wards);
    return ok(wards);
  } finally {
    await clearAway(stage);
  }
}

/** Asked of the copy itself: the store has gone on since. */
async function endsIn(stage: string): Promise<readonly LogEnd[]> {
  const copy = await openSqlite(stage);
  if (!copy.ok) throw new Error(`a fresh copy of the store: ${copy.error}`);
  try {
    return await readLogEnds(copy.value.db);
  } finally {
    await copy.value.close();
  }
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
