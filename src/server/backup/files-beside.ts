import { access } from "node:fs/promises";
import { join } from "node:path";
import { readKeyText } from "../check/key-file.ts";
import type { LogEnd } from "../store/log-ends.ts";

/** Folder of the photos, within the data folder and within a backup, with one of each ward in it. */
export const PHOTOS = "attachments";

/** Where the keys of a ward lie within the data folder, and within a backup. */
export function keyFile(ward: string): string {
  return join("keys", `${ward}.json`);
}

/** The key files of these wards that are there; throws `KeyUnreadable`, so that none is left out unseen. */
export async function keysThere(dataDir: string, wards: readonly LogEnd[]): Promise<readonly string[]> {
  const names = wards.map(({ ward }) => keyFile(ward));
  const texts = await Promise.all(names.map((name) => readKeyText(join(dataDir, name))));
  return names.filter((_, at) => texts[at] !== null);
}

/** Whether there is anything under this path. */
export async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
