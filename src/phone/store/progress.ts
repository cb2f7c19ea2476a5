import type { Env } from "./env.ts";
import type { ProgressRow } from "./rows.ts";

/** Notes how an exchange goes, for the screens of every tab. A note that cannot be kept stops nothing. */
export async function note(
  { db, now }: Pick<Env, "db" | "now">,
  ward: string,
  what: Partial<Omit<ProgressRow, "ward" | "at">>,
): Promise<void> {
  try {
    await db.transaction("rw", db.progress, async () => {
      const before = await db.progress.get(ward);
      const empty = { reached: null, problem: null, busy: null, fetching: null };
      await db.progress.put({ ...empty, ...before, ...what, ward, at: now() });
    });
  } catch {
    // A full disk must not keep from sending what would free it.
  }
}
