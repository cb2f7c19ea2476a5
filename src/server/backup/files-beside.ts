import { access } from "node:fs/promises";
import { join } from "node:path";
import type { LogEnd } from "../store/log-ends.ts";

/** Folders beside the store that belong to it whole. */
export const FOLDERS = ["attachments"];

/** What lies beside the store and belongs to a backup: the keys of its wards, and the photos. Paths within the data folder. */
export async function filesBeside(dataDir: string, wards: readonly LogEnd[]): Promise<readonly string[]> {
  const names = [...wards.map(({ ward }) => keyFile(ward)), ...FOLDERS];
  const there = await Promise.all(names.map((name) => isThere(join(dataDir, name))));
  return names.filter((_, at) => there[at]);
}

/** Where the keys of a ward lie within the data folder. */
export function keyFile(ward: string): string {
  return join("keys", `${ward}.json`);
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
