import type { PhoneDatabase } from "../store/database.ts";
import type { PackRow, StatementRow } from "../store/rows.ts";
import { leavePacks } from "./leave-packs.ts";
import { isPackable, pack, unpack, without } from "./pack.ts";
import { readAmong } from "./read-among.ts";

/** Reads at one moment, outside of `append`: a statement may leave its pack between two readings. */
export function atOnce<T>(db: PhoneDatabase, read: () => Promise<T>): Promise<T> {
  return db.transaction("r", db.statements, db.packs, read);
}

/** One statement by its id, read outside of `append`. */
export async function readStatement(
  db: PhoneDatabase,
  ward: string,
  jti: string,
): Promise<StatementRow | undefined> {
  const [row] = await atOnce(db, () => readStatements(db, ward, [jti]));
  return row;
}

/** The statements of a ward that some ids name, in no order. */
export async function readStatements(
  db: PhoneDatabase,
  ward: string,
  jtis: readonly string[],
): Promise<StatementRow[]> {
  const [alone, ids] = await Promise.all([
    readAmong(db.statements, ward, jtis),
    packsThatHold(db, jtis.toSorted()),
  ]);
  if (ids.length === 0) return alone;
  const wanted = new Set(jtis);
  const packed = (await readPacks(db, ids)).filter((row) => row.ward === ward && wanted.has(row.jti));
  return [...alone, ...packed];
}

/** The statements that count for a place. */
export async function readPlace(db: PhoneDatabase, place: string): Promise<StatementRow[]> {
  const [alone, packs] = await Promise.all([
    db.statements.where("places").equals(place).toArray(),
    db.packs.where("places").equals(place).toArray(),
  ]);
  return [...alone, ...packs.flatMap(unpack).filter(({ places: [only] }) => only === place)];
}

/** The statements that count for one of some places. */
export async function readPlaces(db: PhoneDatabase, places: readonly string[]): Promise<StatementRow[]> {
  const wanted = new Set(places);
  const [alone, ids] = await Promise.all([
    db.statements
      .where("places")
      .anyOf([...wanted])
      .distinct()
      .toArray(),
    Promise.all([...wanted].map((place) => db.packs.where("places").equals(place).primaryKeys())),
  ]);
  const packed = await readPacks(db, ids.flat());
  return [...alone, ...packed.filter(({ places: [place = ""] }) => wanted.has(place))];
}

/** The statements that count for a place from one to another, both included. */
export async function readBetween(db: PhoneDatabase, first: string, last: string): Promise<StatementRow[]> {
  const [alone, ids] = await Promise.all([
    db.statements.where("places").between(first, last, true, true).distinct().toArray(),
    db.packs.where("places").between(first, last, true, true).primaryKeys(),
  ]);
  const packed = await readPacks(db, ids);
  return [...alone, ...packed.filter(({ places: [place = ""] }) => place >= first && place <= last)];
}

/** How many times a place from one to another is named, both included. */
export async function countBetween(db: PhoneDatabase, first: string, last: string): Promise<number> {
  const counts = await Promise.all([
    db.statements.where("places").between(first, last, true, true).count(),
    db.packs.where("places").between(first, last, true, true).count(),
  ]);
  return counts[0] + counts[1];
}

/** All that is kept of a ward. */
export async function readAll(db: PhoneDatabase, ward: string): Promise<StatementRow[]> {
  const [alone, packs] = await Promise.all([
    db.statements.where("[ward+jti]").between([ward, ""], [ward, "\uffff"]).toArray(),
    db.packs.where("ward").equals(ward).toArray(),
  ]);
  return [...alone, ...packs.flatMap(unpack)];
}

/** What is put, and what was read of all that is put or goes. */
export interface Writing {
  readonly put: readonly StatementRow[];
  readonly before: readonly StatementRow[];
}

/** Puts statements in the place of those that were read before, in packs where many of them may lie there. All is asked for at once, so that nobody need wait for it before going on. */
export function write(db: PhoneDatabase, ward: string, { put, before }: Writing): Promise<unknown> {
  const packable = put.filter(isPackable);
  const packed = packable.length < db.packFrom ? [] : packable;
  const inside = new Set(packed.map(({ jti }) => jti));
  const alone = put.filter(({ jti }) => !inside.has(jti));
  const stays = new Set(alone.map(({ jti }) => jti));
  const former = before.filter((row) => !row.pack && !stays.has(row.jti));
  const { shrunk, empty } = leavePacks(before, withoutRows);
  return Promise.all([
    alone.length > 0 ? db.statements.bulkPut(alone) : null,
    former.length > 0 ? takeOut(db, ward, former) : null,
    empty.length > 0 ? db.packs.bulkDelete(empty) : null,
    shrunk.length + packed.length > 0 ? db.packs.bulkPut([...shrunk, ...pack(packed)]) : null,
  ]);
}

// Many that were said one after the other, with nothing between them, go at once.
function takeOut(db: PhoneDatabase, ward: string, rows: readonly StatementRow[]): PromiseLike<unknown> {
  const jtis = [...new Set(rows.map(({ jti }) => jti))].sort();
  const keys = jtis.map((jti): [string, string] => [ward, jti]);
  const between = db.statements.where("[ward+jti]").between(keys[0], keys.at(-1), true, true);
  return between
    .count()
    .then<unknown>((count) => (count === keys.length ? between.delete() : db.statements.bulkDelete(keys)));
}

function withoutRows(from: PackRow, leaving: readonly StatementRow[]): PackRow | null {
  return without(from, new Set(leaving.map(({ jti }) => jti)));
}

/** Fewer are asked for one by one. */
const FEW = 20;

// Of many mostly none are there, since what is packed was read from the log already.
async function packsThatHold(db: PhoneDatabase, sorted: readonly string[]): Promise<number[]> {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (sorted.length > FEW) {
    if ((await db.packs.where("jtis").between(first, last, true, true).count()) === 0) return [];
    const middle = sorted.length >> 1;
    const halves = [sorted.slice(0, middle), sorted.slice(middle)];
    return (await Promise.all(halves.map((half) => packsThatHold(db, half)))).flat();
  }
  const found = sorted.map((jti) => db.packs.where("jtis").equals(jti).primaryKeys());
  return (await Promise.all(found)).flat();
}

async function readPacks(db: PhoneDatabase, ids: readonly number[]): Promise<StatementRow[]> {
  if (ids.length === 0) return [];
  const packs = await db.packs.bulkGet([...new Set(ids)]);
  return packs.flatMap((one) => (one ? unpack(one) : []));
}
