/** Whether a write failed for want of room: SQLite's word for it, PostgreSQL's, and those of the file system. */
export function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && FULL.has(String(error.code));
}

const FULL: ReadonlySet<string> = new Set(["SQLITE_FULL", "53100", "ENOSPC", "EDQUOT"]);
