import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** Has the disk keep what is in a file or a folder, whatever happens to the machine in the next moment. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Puts a finished file in the place of whatever has its name: whoever looks finds the old one or the new one, whole. */
export async function putInPlace(draft: string, path: string): Promise<void> {
  await sync(draft);
  await rename(draft, path);
  await sync(dirname(path));
}

/** Takes away what an earlier attempt left, or this one. */
export async function clearAway(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}
