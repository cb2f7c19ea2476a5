import { access, realpath } from "node:fs/promises";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
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

/** Whether this path is one of the data folder's own files, or lies in one of its own folders, by whatever way it is written. */
export async function isOwnFile(dataDir: string, path: string): Promise<boolean> {
  const [ours, folder] = await Promise.all([dataDir, dirname(path)].map(realPath));
  const [first = ""] = relative(ours ?? "", join(folder ?? "", basename(path))).split(sep);
  return OWN.test(first);
}

const OWN = /^(so-tay\.sqlite.*|so-tay-replaced-.*|heads\.json|backup\.lock|keys|attachments|counts)$/;

async function realPath(path: string): Promise<string> {
  return await realpath(path).catch(() => resolve(path));
}

/** Whether there is anything under this path. */
export async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
