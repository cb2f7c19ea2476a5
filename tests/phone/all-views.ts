import type { PhoneDatabase } from "../../src/phone/store/database.ts";
import type { ViewRow } from "../../src/phone/store/rows.ts";
import { unpackViews } from "../../src/phone/views/view-packs.ts";

/** Every view that is kept, by itself or in a pack, by its name. */
export async function allViews(db: PhoneDatabase): Promise<ViewRow[]> {
  const [alone, packs] = await Promise.all([db.views.toArray(), db.viewPacks.toArray()]);
  const packed = packs.flatMap(unpackViews);
  // As they are kept: which pack one was read from is no part of it.
  for (const row of packed) Reflect.deleteProperty(row, "pack");
  return [...alone, ...packed].sort((a, b) => (a.name < b.name ? -1 : 1));
}
