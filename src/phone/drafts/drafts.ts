import { err, ok, type Result } from "../../domain/result.ts";
import type { DraftError, Live } from "../api/phone.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { live } from "../store/live.ts";
import { open, seal } from "../store/seal.ts";

/**
 * Keeps what is half filled in; with `kept` only in place of what is there still, so that what was said or erased meanwhile
 * does not come back. `full` as well where the browser keeps nothing at all, as in some private windows.
 */
export async function keepDraft(
  db: PhoneDatabase,
  key: string,
  value: unknown,
  kept = false,
): Promise<Result<null, DraftError>> {
  try {
    return await db.transaction("rw", db.drafts, async () => {
      if (kept && (await db.drafts.get(key)) === undefined) return err("gone" as const);
      await db.drafts.put({ key, sealed: seal(value) });
      return ok(null);
    });
  } catch {
    return err("full");
  }
}

/** A draft's value, null where there is none. */
export function watchDraft(db: PhoneDatabase, key: string): Live<unknown> {
  return live(async () => {
    const row = await db.drafts.get(key);
    return row ? open(row.sealed) : null;
  });
}
