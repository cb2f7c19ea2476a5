import type { PhoneDatabase } from "./database.ts";
import { live } from "./live.ts";
import type { Live } from "./phone.ts";
import { open } from "./seal.ts";

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
