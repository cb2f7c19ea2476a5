import { join } from "node:path";
import Database from "better-sqlite3";

/**
 * Copies the SQLite store of a folder into one whole file while others write to it: everything as it stood at one moment.
 * False where the copy does not hold together, as the store itself does not then.
 */
export async function snapshot(dataDir: string, copy: string): Promise<boolean> {
  const store = new Database(join(dataDir, "so-tay.sqlite"), { readonly: true, fileMustExist: true });
  try {
    // In one step: between two, whoever writes would make it begin again, and a busy server for ever.
    await store.backup(copy, { progress: () => EVERYTHING });
  } finally {
    store.close();
  }
  return isWhole(copy);
}

/** Whether the file of a store holds together. */
export function isWhole(path: string): boolean {
  try {
    const database = new Database(path, { fileMustExist: true });
    try {
      return database.pragma("quick_check(1)", { simple: true }) === "ok";
    } finally {
      database.close();
    }
  } catch (error) {
    if (error instanceof Database.SqliteError && /^SQLITE_(NOTADB|CORRUPT)/.test(error.code)) return false;
    throw error;
  }
}

const EVERYTHING = 0x7fff_ffff;
