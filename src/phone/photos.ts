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

/** Statements of this phone whose photo the ward's present store has not got. No photo is read for it. */
export async function unsentPhotos(db: PhoneDatabase, ward: string): Promise<ReadonlySet<string>> {
  const { epoch } = (await db.memberships.get(ward)) ?? {};
  const keys = await db.attachments
    .where("[ward+epoch+head]")
    .inAnyRange([
      [
        [ward, ""],
        [ward, epoch ?? "-"],
      ],
      [
        [ward, epoch ?? "-", Infinity],
        [ward, "\uffff"],
      ],
    ])
    .primaryKeys();
  return new Set(keys.map(([, jti]) => jti));
}
