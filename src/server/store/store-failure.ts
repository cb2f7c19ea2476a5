import type { LogEnd } from "./log-ends.ts";

/**
 * What an error of an open store means to whoever asked: `full`, there is no space left; `unavailable`, the store does not
 * answer now and may a little later; null where the error is a bug, or no error of a store.
 */
export function storeFailure(error: unknown): "full" | "unavailable" | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (FULL.test(code)) return "full";
  return UNAVAILABLE.test(code) ? "unavailable" : null;
}

/** A log ends before what was told of it. */
export class StoreBehind extends Error {
  readonly code = "STORE_BEHIND";
  readonly told: LogEnd;

  constructor(told: LogEnd) {
    super(`the log of '${told.ward}' ends before ${told.head}`);
    this.told = told;
  }
}

/** What a pool of connections makes of a connection that broke, or could not be had, without a code of its own. */
export const CONNECTION_LOST = "CONNECTION_LOST";

// The file system's own words come from the folder of photos.
const FULL = /^(SQLITE_FULL|53100|ENOSPC|EDQUOT)$/;

// Beside SQLite's busy, a disk that takes nothing and the network's own: PostgreSQL's classes 08 (connection), 53 (no
// resources) and 57 (ended or cancelled by somebody), 25006 (what answers is a copy that only reads), 40 and 55P03 (waited
// too long for another).
const UNAVAILABLE =
  /^(SQLITE_BUSY|STORE_BEHIND|CONNECTION_LOST|E(IO|CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN|NOTFOUND)|(08|53|57)\w{3}|25006|40001|40P01|55P03)$/;
