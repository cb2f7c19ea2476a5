import type { Kysely } from "kysely";
import { sql } from "kysely";
import { inOrder, type Entry } from "../../domain/said.ts";
import { findRetractions } from "../../domain/signed/retractions.ts";
import { formatPage, type PageLine } from "../../wire/page.ts";
import { digestOfText } from "../check/digest.ts";
import { readRow, toDevice, type LogRow, type WardRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";
import { currentOnly, type Numbered } from "./current-edition.ts";
import { isOfHousehold, namedHouseholds } from "./named-households.ts";

/** A page that anybody may read, and the tag by which a reader asks whether it is still the same. */
export interface PublicPage {
  readonly text: string;
  /** Entity tag (RFC 9110 §8.8.3); weak, since the last line tells the head, too. */
  readonly tag: string;
}

/**
 * What of a ward is public, without disclosures and without what was taken back (PROTOCOL.md §3, `public`); of a household
 * that agreed to be named for its commendation, its name. With `current` only what a reader needs today.
 */
export async function readPublicPage(
  db: Kysely<Schema>,
  ward: WardRow,
  current: boolean,
): Promise<PublicPage> {
  const rows = await publicRows(db, ward);
  const gone = await retractedOf(db, ward.ward, rows);
  const all = rows.filter(({ jti }) => !gone.has(jti));
  const named = await namedHouseholds(db, ward.ward, all);
  const standing = all.filter((row) => !isOfHousehold(row) || named.has(row.seq));
  if (!current) return toPage(ward, standing, named);
  const chosen = currentOnly(standing.map((row): Numbered<LogRow> => ({ row, statement: readRow(row) })));
  return toPage(ward, chosen, named);
}

/** What a receipt is checked against: the ward's keys and its devices, without their names. */
export async function readDevicesPage(db: Kysely<Schema>, ward: WardRow): Promise<PublicPage> {
  const kids = db.selectFrom("devices").select("kid").where("ward", "=", ward.ward);
  const rows = await db
    .selectFrom("statements")
    .selectAll()
    .where("ward", "=", ward.ward)
    .where("seq", "<=", ward.head)
    .where("type", "in", ["ward.described", "device.enrolled", "device.assigned", "device.revoked"])
    .where(({ or, eb }) => or([eb("sub", "=", ward.ward), eb("sub", "in", kids)]))
    .orderBy("seq")
    .execute();
  return toPage(ward, rows);
}

async function publicRows(db: Kysely<Schema>, ward: WardRow): Promise<LogRow[]> {
  return await db
    .selectFrom("statements")
    .selectAll()
    .where("ward", "=", ward.ward)
    .where("seq", "<=", ward.head)
    // Not as a parameter: only so does SQLite see that the index of public rows is enough.
    .where("public", "=", sql.lit(1))
    .orderBy("seq")
    .execute();
}

/** Which of these are taken back, by the same rule as on the phone. */
export async function retractedOf(
  db: Kysely<Schema>,
  ward: string,
  rows: readonly LogRow[],
): Promise<ReadonlySet<string>> {
  const targets = new Map(rows.map((row) => [row.jti, row]));
  const retractions = await findAbout(db, ward, "statement.retracted", [...targets.keys()]);
  if (retractions.length === 0) return new Set();
  const decisions = await findAbout(
    db,
    ward,
    "statement.decided",
    retractions.map(({ jti }) => jti),
  );
  const about = retractions.flatMap(({ sub }) => targets.get(sub) ?? []);
  const devices = await db.selectFrom("devices").selectAll().where("ward", "=", ward).execute();
  const authors = new Map(devices.map((row) => [row.kid, toDevice(row)]));
  const said = inOrder([...about, ...retractions, ...decisions].map(toEntry));
  return new Set(findRetractions(said, (kid) => authors.get(kid)).keys());
}

async function findAbout(
  db: Kysely<Schema>,
  ward: string,
  type: string,
  ids: readonly string[],
): Promise<LogRow[]> {
  const found: LogRow[] = [];
  for (let i = 0; i < ids.length; i += 500) {
    const all = db.selectFrom("statements").selectAll().where("ward", "=", ward).where("type", "=", type);
    found.push(...(await all.where("sub", "in", ids.slice(i, i + 500)).execute()));
  }
  return found;
}

function toEntry(row: LogRow): Entry {
  return { seq: row.seq, at: row.at, standing: "log", statement: readRow(row) };
}

/** `disclosed`: what of some rows is shown besides, by their numbers. */
function toPage(
  { epoch, head, saved }: WardRow,
  rows: readonly LogRow[],
  disclosed: ReadonlyMap<number, string> = new Map(),
): PublicPage {
  const lines = rows.map(({ seq, at, jws }): PageLine => ({
    seq,
    at,
    s: `${jws}~${disclosed.get(seq) ?? ""}`,
  }));
  // What is disclosed may become less while the rows stay.
  const told = lines.map(({ seq }) => [seq, ...(disclosed.has(seq) ? [disclosed.get(seq)] : [])].join(" "));
  const tag = digestOfText(JSON.stringify([epoch, told])).slice(0, 22);
  return {
    text: formatPage({ lines, end: { next: head, head, epoch, scope: "public", saved } }),
    tag: `W/"${tag}"`,
  };
}
