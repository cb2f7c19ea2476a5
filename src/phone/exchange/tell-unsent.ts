import type { DeviceCall } from "../call/ask.ts";
import { readStatement } from "../log/records.ts";
import { unsentPhotos } from "../log/unsent-photos.ts";
import type { PhoneDatabase } from "../store/database.ts";
import type { Parts } from "../store/parts.ts";

/**
 * What this phone says of itself while it fetches: how many records and photos wait, and since when. By it the office sees a
 * phone that gets nothing through. `except` is the statement whose photo goes with this very call.
 */
export async function tellUnsent(
  { env: { db }, clock }: Parts,
  ward: string,
  except?: string,
): Promise<DeviceCall["more"]> {
  const { role } = (await db.memberships.get(ward)) ?? {};
  // What a household's phone does is nobody's to know (LAW 'Personal data').
  if (role !== "office" && role !== "volunteer") return undefined;
  const [unsent, rejected, images] = await Promise.all([
    pendingIds(db, ward, "unsent"),
    pendingIds(db, ward, "rejected"),
    unsentPhotos(db, ward),
  ]);
  // A photo of what the ward did not take goes nowhere, and need not.
  const photos = [...images].filter((jti) => jti !== except && !rejected.includes(jti));
  const [oldest] = [...unsent, ...photos].sort();
  const first = oldest === undefined ? { iat: 0 } : await readStatement(db, ward, oldest);
  // A statement that has left this phone's sight tells nothing of its photo.
  const since = first?.iat ?? clock.seconds(ward);
  return { "so-tay-unsent": `${unsent.length};photos=${photos.length};since=${since}` };
}

/** Ids begin with their time: the first in their order is the oldest. */
async function pendingIds(db: PhoneDatabase, ward: string, standing: string): Promise<string[]> {
  const keys = await db.statements.where("[ward+pending]").equals([ward, standing]).primaryKeys();
  return keys.map(([, jti]) => jti);
}
