import { access, chmod, constants, stat } from "node:fs/promises";

/**
 * Which file of a SQLite store, itself or what SQLite keeps beside it, this account may not both read and write; null where it
 * may all. What lies beside gets the store's own rights first, where they are not its own and it is ours: SQLite makes it with
 * those that the store has at that moment, and they stay when the store's are mended.
 */
export async function findBarred(path: string): Promise<string | null> {
  if (!(await isOpen(path))) return path;
  const { mode } = await stat(path);
  for (const suffix of ["-wal", "-shm"]) {
    const beside = `${path}${suffix}`;
    if (await isOpen(beside)) continue;
    await chmod(beside, mode & 0o777).catch(() => undefined);
    if (!(await isOpen(beside))) return beside;
  }
  return null;
}

/** Asked and not tried: closing a file lets go of every lock that this process has on it. */
async function isOpen(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK | constants.W_OK);
    return true;
  } catch (error) {
    // Whatever else is wrong with it, SQLite says.
    return !(error instanceof Error && "code" in error && /^(EACCES|EPERM|EROFS)$/.test(String(error.code)));
  }
}
