import type { PhoneDatabase } from "../store/database.ts";

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
