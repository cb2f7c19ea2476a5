import type { PhoneDatabase } from "../store/database.ts";
import type { ViewRow } from "../store/rows.ts";
import { readEachView, readViewsSince } from "./household-views.ts";

/**
 * Reads the views of a ward's households that have changed since a revision, and returns the revision up to which they are
 * known by then; of -1 all there are, a slice at a time, with room for what else the page has to do in between. For live
 * queries: it reads by `step` what `live` may follow.
 */
export async function readChanged(
  db: PhoneDatabase,
  ward: string,
  rev: number,
  take: (views: readonly ViewRow[]) => void,
): Promise<number> {
  if (rev >= 0) {
    const views = await readViewsSince(db, ward, rev);
    take(views);
    return views.reduce((latest, view) => Math.max(latest, view.rev ?? latest), rev);
  }
  // Before the first of them: what changes while they are read is read once more.
  const { rev: known = 0 } = (await db.memberships.get(ward)) ?? {};
  await readEachView(db, ward, take);
  return known;
}
