import { setTimeout as pause } from "node:timers/promises";
import Database from "better-sqlite3";
import { SILENT_WAIT_MILLISECONDS, type TellWait } from "./store.ts";

/**
 * Waits until nobody else holds the lock of this file, in this process or another, and takes it. Returns what gives it back; a
 * process that is killed gives it back, too, since SQLite's locks are the system's own.
 */
export async function takeTurn(path: string, tellWait?: TellWait): Promise<() => void> {
  const database = new Database(path, { timeout: 0 });
  for (let waited = 0; ; waited += LOOK_MILLISECONDS) {
    if (waited === SILENT_WAIT_MILLISECONDS) tellWait?.("turn");
    try {
      database.exec("begin exclusive");
      return () => void database.close();
    } catch (error) {
      if (!(error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY"))) {
        database.close();
        throw error;
      }
      await pause(LOOK_MILLISECONDS);
    }
  }
}

const LOOK_MILLISECONDS = 100;
