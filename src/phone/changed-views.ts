import type { PhoneDatabase, ViewRow } from "./database.ts";
import { householdName } from "./household-name.ts";
import { pause } from "./pause.ts";

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
  return rev < 0 ? readEach(db, ward, take) : readSince(db, ward, rev, take);
}

async function readSince(
  db: PhoneDatabase,
  ward: string,
  rev: number,
  take: (views: readonly ViewRow[]) => void,
): Promise<number> {
  const views = await db.views
    .where("[ward+rev]")
    .between([ward, rev], [ward, Infinity], false, true)
    .toArray();
  take(views);
  return views.reduce((latest, view) => Math.max(latest, view.rev ?? latest), rev);
}

// By its name: of an answer by another index Dexie remembers each key, which takes as long as the reading.
async function readEach(
  db: PhoneDatabase,
  ward: string,
  take: (views: readonly ViewRow[]) => void,
): Promise<number> {
  // Before the first of them: what changes while they are read is read once more.
  const { rev = 0 } = (await db.memberships.get(ward)) ?? {};
  for (let after = householdName(""); ;) {
    const views = await db.views
      .where("[ward+name]")
      .between([ward, after], [ward, END], false, false)
      .limit(SLICE)
      .toArray();
    take(views);
    if (views.length < SLICE) return rev;
    after = views.at(-1)?.name ?? END;
    // Dexie follows what a query reads through the browser's own promises only where one of them is wrapped.
    await Promise.resolve(pause());
  }
}

/** Right behind the last name of a household's view. */
const END = "household0";
/** Some ten milliseconds on a cheap laptop. */
const SLICE = 500;
