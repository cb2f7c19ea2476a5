import { err, ok, type Result } from "../domain/result.ts";
import type { PhoneDatabase } from "./database.ts";
import { live } from "./live.ts";
import type { Live } from "./phone.ts";
import { open, seal } from "./seal.ts";

/** Keeps what is half filled in. `full` as well where the browser keeps nothing at all, as in some private windows. */
export async function keepDraft(
  db: PhoneDatabase,
  key: string,
  value: unknown,
): Promise<Result<null, "full">> {
  try {
    await db.drafts.put({ key, sealed: seal(value) });
    return ok(null);
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
