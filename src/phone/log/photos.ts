import type { Live } from "../api/phone.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { live } from "../store/live.ts";
import { open } from "../store/seal.ts";

/** The photo that a statement names, where it is in this phone; null otherwise. */
export function watchPhoto(
  db: PhoneDatabase,
  ward: string,
  jti: string,
): Live<Uint8Array<ArrayBuffer> | null> {
  return live(async () => {
    const row = await db.attachments.get([ward, jti]);
    return row ? open(row.sealed).bytes : null;
  });
}
