import { chmod, link, mkdir, readdir, rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isNewer, readKeyText } from "../check/key-file.ts";
import { putInPlace, sync } from "../store/durable.ts";
import type { LogEnd } from "../store/log-ends.ts";
import { isThere, keyFile, PHOTOS } from "./files-beside.ts";

/** What became of the keys of some wards. */
export interface KeysBeside {
  /** Wards whose key is neither in the backup nor here. */
  readonly keyless: readonly string[];
  /** Wards whose keys here came after those of the backup, and stay. */
  readonly keptKeys: readonly string[];
}

/**
 * Moves the keys and photos of an unpacked backup to their places in the data folder. Keys here that came after those of the
 * backup stay: phones bring back the word that names them, and they are nowhere else. Others are kept in a folder of their
 * own where the backup's take their place.
 */
export async function putFilesBeside(
  stage: string,
  dataDir: string,
  wards: readonly LogEnd[],
  stamp: string,
): Promise<KeysBeside> {
  const keyless: string[] = [];
  const keptKeys: string[] = [];
  for (const { ward } of wards) {
    const path = join(dataDir, keyFile(ward));
    const [brought, here] = await Promise.all([readKeyText(join(stage, keyFile(ward))), readKeyText(path)]);
    if (brought === null && here === null) keyless.push(ward);
    if (brought === null || brought === here) continue;
    if (here !== null && isNewer(here, brought)) {
      keptKeys.push(ward);
      continue;
    }
    await makePrivate(dirname(path));
    if (here !== null) await keepKey(dataDir, ward, stamp);
    await chmod(join(stage, keyFile(ward)), 0o600);
    await putInPlace(join(stage, keyFile(ward)), path);
  }
  const [photos, kept] = [join(dataDir, PHOTOS), join(dataDir, `${PHOTOS}-replaced-${stamp}`)];
  // What the restored log does not name is cleared away where no phone brings the statement back in time.
  await addFiles(photos, kept, link);
  await addFiles(join(stage, PHOTOS), photos, rename);
  return { keyless, keptKeys };
}

async function keepKey(dataDir: string, ward: string, stamp: string): Promise<void> {
  const kept = join(dataDir, `keys-replaced-${stamp}`, `${ward}.json`);
  await makePrivate(dirname(kept));
  await link(join(dataDir, keyFile(ward)), kept);
  await sync(dirname(kept));
}

/** Brings the files of a folder into another, each durable before it stands there. Named by what is in them: one that is there already is the same. */
async function addFiles(
  from: string,
  to: string,
  bring: (source: string, target: string) => Promise<void>,
): Promise<void> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const source = join(entry.parentPath, entry.name);
    const target = join(to, source.slice(from.length));
    if (await isThere(target)) continue;
    await makePrivate(dirname(target));
    await sync(source);
    await bring(source, target);
    await sync(dirname(target));
  }
}

async function makePrivate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
}
