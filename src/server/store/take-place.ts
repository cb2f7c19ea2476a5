import { link, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { err, ok, type Result } from "../../domain/result.ts";
import { sync } from "./durable.ts";
import type { LogEnd } from "./log-ends.ts";

/** A store that nobody else holds, until `release`. */
export interface HeldStore {
  /** Where its logs end; null where it is damaged, or no store at all. */
  readonly ends: readonly LogEnd[] | null;
  readonly release: () => void;
}

/**
 * Takes hold of the store in a file, so that its place can be taken. `busy`: somebody has it open, a server or a command,
 * if only to read. Null where there is no such file.
 */
export function holdAlone(path: string): Result<HeldStore | null, "busy"> {
  let database: Database.Database;
  try {
    database = new Database(path, { fileMustExist: true, timeout: 500 });
  } catch (error) {
    if (codeOf(error) === "SQLITE_CANTOPEN") return ok(null);
    throw error;
  }
  try {
    // Who has a store with a write-ahead log open keeps a lock on it; without that log it is one file, and ours alone.
    database.pragma("journal_mode = DELETE");
    database.pragma("locking_mode = EXCLUSIVE");
    database.exec("begin exclusive");
    return ok({ ends: readEnds(database), release: () => database.close() });
  } catch (error) {
    database.close();
    if (/^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))) return err("busy");
    if (/^SQLITE_(NOTADB|CORRUPT|ERROR)/.test(codeOf(error)))
      return ok({ ends: null, release: () => undefined });
    throw error;
  }
}

/**
 * Puts a finished file in the place of a store that is held alone. What stood there is kept under another name, and at no
 * moment is there none.
 */
export async function takePlace(draft: string, path: string, keptAs: string | null): Promise<void> {
  await sync(draft);
  if (keptAs !== null) await link(path, keptAs);
  // Of a damaged store that could not be emptied into it: they belong to what is kept, and would spoil the new one.
  for (const suffix of ["-wal", "-shm"]) {
    if (keptAs !== null) await rename(`${path}${suffix}`, `${keptAs}${suffix}`).catch(() => undefined);
    await rm(`${path}${suffix}`, { force: true });
  }
  await rename(draft, path);
  await sync(dirname(path));
}

function readEnds(database: Database.Database): readonly LogEnd[] {
  const tables = database.prepare("select 1 from sqlite_master where name = 'wards'").get();
  if (tables === undefined) return [];
  return database.prepare<[], LogEnd>("select ward, epoch, head from wards where head > 0").all();
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
