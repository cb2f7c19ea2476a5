import { leavePacks } from "../log/leave-packs.ts";
import { readAmong } from "../log/read-among.ts";
import type { PhoneDatabase } from "../store/database.ts";
import { placeKey } from "../store/place-key.ts";
import type { ViewPackRow, ViewRow } from "../store/rows.ts";
import { pause } from "../time/pause.ts";
import { householdName } from "./household-name.ts";
import { packViews, unpackViews, withoutViews } from "./view-packs.ts";

/** The view of a household, or none, read outside of `append`. */
export async function readView(db: PhoneDatabase, ward: string, id: string): Promise<ViewRow | undefined> {
  const [row] = await viewsAtOnce(db, () => readViews(db, ward, [id]));
  return row;
}

/** Reads at one moment, outside of `append`: a view may leave its pack between two readings. */
export function viewsAtOnce<T>(db: PhoneDatabase, read: () => Promise<T>): Promise<T> {
  return db.transaction("r", db.views, db.viewPacks, read);
}

/** The views that there are of some households, in no order. */
export async function readViews(
  db: PhoneDatabase,
  ward: string,
  ids: readonly string[],
): Promise<readonly ViewRow[]> {
  const names = ids.map(householdName);
  const [alone, packs] = await Promise.all([
    readAmong(db.views, ward, names),
    packsThatHold(db, ids.map((id) => placeKey(ward, id)).sort()),
  ]);
  const wanted = new Set(names);
  return [...alone, ...packs.flatMap(unpackViews).filter(({ name }) => wanted.has(name))];
}

/** The views of a ward's households that were put after a revision; after -1 all there are. */
export async function readViewsSince(
  db: PhoneDatabase,
  ward: string,
  rev: number,
): Promise<readonly ViewRow[]> {
  const since = [[ward, rev], [ward, Infinity], false, true] as const;
  const [alone, packs] = await viewsAtOnce(db, () =>
    Promise.all([
      db.views
        .where("[ward+rev]")
        .between(...since)
        .toArray(),
      db.viewPacks
        .where("[ward+rev]")
        .between(...since)
        .toArray(),
    ]),
  );
  return [...packs.flatMap(unpackViews), ...alone];
}

/**
 * All views of a ward's households, a slice at a time, with room for what else the page has to do in between. What changes
 * meanwhile is told as it was or as it is.
 */
export async function readEachView(
  db: PhoneDatabase,
  ward: string,
  take: (views: readonly ViewRow[]) => void,
): Promise<void> {
  // What leaves its pack meanwhile is read after it, by itself.
  const ids = await db.viewPacks.where("ward").equals(ward).primaryKeys();
  const slice = (from: number) => db.viewPacks.bulkGet(ids.slice(from, from + PACKS));
  let coming = slice(0);
  for (let from = 0; from < ids.length; from += PACKS) {
    const packs = await coming;
    // The next ones are read while these are taken.
    coming = slice(from + PACKS);
    take(packs.flatMap((pack) => (pack ? unpackViews(pack) : [])));
    // Dexie follows what a query reads through the browser's own promises only where one of them is wrapped.
    await Promise.resolve(pause());
  }
  // By its name: of an answer by another index Dexie remembers each key, which takes as long as the reading.
  for (let after = householdName(""); ;) {
    const views = await db.views
      .where("[ward+name]")
      .between([ward, after], [ward, END], false, false)
      .limit(SLICE)
      .toArray();
    take(views);
    if (views.length < SLICE) return;
    after = views.at(-1)?.name ?? END;
    await Promise.resolve(pause());
  }
}

/** Views that are put, and those of the same households as they were read before. */
export interface ViewWriting {
  readonly put: readonly ViewRow[];
  readonly before: readonly ViewRow[];
}

/** Puts views in the place of those that were read before: each stands by itself, or in one pack. */
export async function writeViews(
  db: PhoneDatabase,
  ward: string,
  { put, before }: ViewWriting,
): Promise<void> {
  const isMany = put.length >= db.packFrom;
  const former = isMany ? before.filter(({ pack }) => !pack) : [];
  const { shrunk, empty } = leavePacks(before, withoutViews);
  const packs = [...shrunk, ...(isMany ? packViews(put) : [])];
  await Promise.all([
    !isMany && put.length > 0 ? db.views.bulkPut(put) : null,
    former.length > 0 ? db.views.bulkDelete(former.map(({ name }): [string, string] => [ward, name])) : null,
    empty.length > 0 ? db.viewPacks.bulkDelete(empty) : null,
    packs.length > 0 ? db.viewPacks.bulkPut(packs) : null,
  ]);
}

// Of many households mostly none or all are in packs.
async function packsThatHold(db: PhoneDatabase, sorted: readonly string[]): Promise<ViewPackRow[]> {
  const keys = await (sorted.length > FEW ? packsBetween(db, sorted) : packsOfEach(db, sorted));
  if (keys.length === 0) return [];
  const packs = await db.viewPacks.bulkGet([...new Set(keys)]);
  return packs.filter((pack) => pack !== undefined);
}

async function packsBetween(db: PhoneDatabase, sorted: readonly string[]): Promise<readonly number[]> {
  const between = () => db.viewPacks.where("places").between(sorted[0], sorted.at(-1), true, true);
  const count = await between().count();
  if (count === 0) return [];
  return count > sorted.length * FAR ? packsOfEach(db, sorted) : between().primaryKeys();
}

async function packsOfEach(db: PhoneDatabase, places: readonly string[]): Promise<readonly number[]> {
  const found = places.map((place) => db.viewPacks.where("places").equals(place).primaryKeys());
  return (await Promise.all(found)).flat();
}

/** Fewer are asked for one by one, and so are those between which lie so many times as many. */
const FEW = 20;
const FAR = 4;
/** Right behind the last name of a household's view. */
const END = "household0";
/** Views, and packs of them, a slice: some ten milliseconds on a cheap laptop. */
const SLICE = 500;
const PACKS = 12;
