import { setImmediate } from "node:timers/promises";
import type { Kysely } from "kysely";
import type { Page, PageLine } from "../wire/page.ts";
import { erasuresOfOwn, statementsListed } from "./sight/erasures-of-own.ts";
import { readerOf } from "./sight/shown.ts";
import { sightOf, type Reader, type Shown, type Sight } from "./sight/sight.ts";
import type { DeviceFact, WardRow } from "./store/rows.ts";
import type { Schema } from "./store/schema.ts";

/** What is asked for: at most `limit` statements with numbers above `after`. */
export interface PageRequest {
  readonly after: number;
  readonly limit: number;
}

/**
 * A page of what a device may read (PROTOCOL.md §4). It may hold fewer lines than asked for, or none, before the end: a
 * device that sees little is not kept waiting while the whole log is looked through.
 */
export async function readPage(
  db: Kysely<Schema>,
  ward: WardRow,
  device: DeviceFact,
  { after, limit }: PageRequest,
): Promise<Page> {
  const reader = await toReader(db, device);
  const lines: PageLine[] = [];
  let next = Math.min(after, ward.head);
  for (
    let examined = 0;
    next < ward.head && lines.length < limit && examined < MOST_EXAMINED;
    examined += CHUNK
  ) {
    const upTo = Math.min(next + CHUNK, ward.head);
    const seen = reader.role === "office" ? whole(next, upTo) : await look(db, ward.ward, reader, next, upTo);
    const taken = seen.slice(0, limit - lines.length);
    lines.push(...(await readLines(db, ward.ward, taken)));
    next = taken.length < seen.length ? (taken.at(-1)?.seq ?? next) : upTo;
    // Others get their turn between two chunks.
    await setImmediate();
  }
  const { head, epoch, saved } = ward;
  const copied = device.copied === 1 ? { copied: true } : {};
  return { lines, end: { next, head, epoch, scope: String(device.scope), saved, ...copied } };
}

/** How a device sees one statement of its ward's log, by its number. */
export async function sightOfNumber(db: Kysely<Schema>, device: DeviceFact, seq: number): Promise<Sight> {
  const reader = await toReader(db, device);
  const [seen] = await look(db, device.ward, reader, seq - 1, seq);
  return seen?.sight ?? "none";
}

/** Numbers looked at in one go, and for one page. */
const CHUNK = 1000;
const MOST_EXAMINED = 50_000;

interface Numbered {
  readonly seq: number;
  readonly sight: Sight;
}

interface Seen extends Numbered {
  readonly jti: string;
}

async function toReader(db: Kysely<Schema>, device: DeviceFact): Promise<Reader> {
  const { ward, household } = device;
  const mine =
    household === null ? undefined : db.selectFrom("households").select("heir").where("ward", "=", ward);
  const row = await mine?.where("household", "=", household).executeTakeFirst();
  return readerOf(device, row?.heir);
}

function whole(after: number, upTo: number): Numbered[] {
  return Array.from({ length: upTo - after }, (_, index) => ({ seq: after + 1 + index, sight: "whole" }));
}

/** Finds what the reader sees between two numbers, without reading the statements themselves. */
async function look(
  db: Kysely<Schema>,
  ward: string,
  reader: Reader,
  after: number,
  upTo: number,
): Promise<Seen[]> {
  const rows = await shownRows(db, ward)
    .where("s.seq", ">", after)
    .where("s.seq", "<=", upTo)
    .orderBy("s.seq")
    .execute();
  const erasures = rows.filter(({ type }) => type === "data.erased").map(({ seq }) => seq);
  const [ofOwn, ofSeen] = await Promise.all([
    erasuresOfOwn(db, { ward, kid: reader.kid }, erasures),
    erasuresOfSeen(db, ward, reader, erasures),
  ]);
  return await inSight(db, ward, reader, rows, new Set([...ofOwn, ...ofSeen]));
}

/** Which of these erasures, by their numbers, list a statement that the reader sees: they go wherever it does (PROTOCOL.md §4). */
async function erasuresOfSeen(
  db: Kysely<Schema>,
  ward: string,
  reader: Reader,
  numbers: readonly number[],
): Promise<ReadonlySet<number>> {
  const listed = await statementsListed(db, ward, numbers);
  const ids = [...new Set([...listed.values()].flat())];
  const seen = new Set<string>();
  for (let i = 0; i < ids.length; i += CHUNK) {
    const rows = await shownRows(db, ward)
      .where("s.jti", "in", ids.slice(i, i + CHUNK))
      .where("s.type", "<>", "data.erased")
      .execute();
    for (const { jti } of await inSight(db, ward, reader, rows, new Set())) seen.add(jti);
  }
  const reaching = [...listed].filter(([, statements]) => statements.some((jti) => seen.has(jti)));
  return new Set(reaching.map(([seq]) => seq));
}

/** Where statements stand, and what they are about. */
function shownRows(db: Kysely<Schema>, ward: string) {
  return db
    .selectFrom("statements as s")
    .leftJoin("households as h", (join) =>
      join.onRef("h.ward", "=", "s.ward").onRef("h.household", "=", "s.place"),
    )
    .leftJoin("households as e", (join) =>
      join.onRef("e.ward", "=", "s.ward").onRef("e.household", "=", "h.heir"),
    )
    .leftJoin("devices as d", (join) => join.onRef("d.ward", "=", "s.ward").onRef("d.kid", "=", "s.kid"))
    .select([
      "s.seq",
      "s.jti",
      "s.type",
      "s.topic",
      "s.place",
      "s.public",
      "s.kid",
      "s.sub",
      "h.heir",
      "h.area",
      "e.area as heirArea",
    ])
    .select("d.household as author")
    .where("s.ward", "=", ward);
}

type ShownRow = Awaited<ReturnType<ReturnType<typeof shownRows>["execute"]>>[number];

/** Those that the reader sees, and how; `reaching` are the numbers of erasures that go to it wherever they stand. */
async function inSight(
  db: Kysely<Schema>,
  ward: string,
  reader: Reader,
  rows: readonly ShownRow[],
  reaching: ReadonlySet<number>,
): Promise<Seen[]> {
  const targets = rows.filter(({ type }) => speaksOfAnother(type)).map(({ sub }) => sub);
  const open = await publicOnes(db, ward, targets);
  return rows
    .map((row): Seen => {
      const isPublic = speaksOfAnother(row.type) ? open.has(row.sub) : row.public === 1;
      const shown: Shown = {
        ...row,
        area: row.heirArea ?? row.area,
        public: isPublic,
        reaches: reaching.has(row.seq),
      };
      return { seq: row.seq, jti: row.jti, sight: sightOf(reader, shown) };
    })
    .filter(({ sight }) => sight !== "none");
}

function speaksOfAnother(type: string): boolean {
  return type.startsWith("statement.");
}

async function publicOnes(db: Kysely<Schema>, ward: string, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const all = db.selectFrom("statements").select("jti").where("ward", "=", ward).where("public", "=", 1);
  return new Set((await all.where("jti", "in", ids).execute()).map(({ jti }) => jti));
}

async function readLines(db: Kysely<Schema>, ward: string, seen: readonly Numbered[]): Promise<PageLine[]> {
  const [first, last] = [seen[0], seen.at(-1)];
  if (!first || !last) return [];
  const all = db
    .selectFrom("statements")
    .select(["seq", "at", "jws", "disclosures"])
    .where("ward", "=", ward);
  // Numbers without a hole are read in one sweep.
  const isDense = last.seq - first.seq < 2 * seen.length;
  const some = isDense
    ? all.where("seq", ">=", first.seq).where("seq", "<=", last.seq)
    : all.where(
        "seq",
        "in",
        seen.map(({ seq }) => seq),
      );
  const sights = new Map(seen.map(({ seq, sight }) => [seq, sight]));
  const rows = await some.orderBy("seq").execute();
  return rows
    .filter(({ seq }) => sights.has(seq))
    .map(({ seq, at, jws, disclosures }) => ({
      seq,
      at,
      s: `${jws}~${sights.get(seq) === "whole" ? disclosures : ""}`,
    }));
}
