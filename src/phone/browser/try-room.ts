import { Dexie } from "dexie";
import type { PhoneDatabase } from "../store/database.ts";

/** Bytes that a day at the doors may need: seventy pledges, each with the photo of a paper. */
export const ROOM = 24 * 1024 * 1024;

/**
 * Whether the browser takes so many bytes more for this app; null where it does not let that be tried. They are written to
 * a file of the app's own and thrown away: see docs/decisions/0096-room-is-tried.md.
 */
export async function tryRoom(
  db: PhoneDatabase,
  getDirectory: (() => Promise<FileSystemDirectoryHandle>) | undefined,
  bytes = ROOM,
): Promise<boolean | null> {
  if (!getDirectory) return null;
  try {
    const root = await getDirectory();
    // Nothing is recorded meanwhile, in no tab: it might find the disk full of what is thrown away in the next moment.
    return await db.transaction("rw", [db.memberships, db.drafts], () => Dexie.waitFor(write(root, bytes)));
  } catch {
    // No such files in a private window, or none that are written from a page.
    return null;
  }
}

async function write(root: FileSystemDirectoryHandle, bytes: number): Promise<boolean> {
  // Of an attempt that was killed.
  await remove(root);
  const folder = await root.getDirectoryHandle(FOLDER, { create: true });
  const file = await (await folder.getFileHandle("room", { create: true })).createWritable();
  try {
    const piece = new Uint8Array(Math.min(PIECE, bytes));
    for (let written = 0; written < bytes; written += piece.length) await file.write(piece);
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === "QuotaExceededError") return false;
    throw error;
  } finally {
    await file.abort().catch(() => undefined);
    await remove(root);
  }
}

async function remove(root: FileSystemDirectoryHandle): Promise<void> {
  await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
}

const FOLDER = "room";
/** Written at once; a cheap phone has little memory. */
const PIECE = 1024 * 1024;
