import type { PhoneDatabase } from "../store/database.ts";
import type { ViewRow } from "../store/rows.ts";
import { open, seal, type Sealed } from "../store/seal.ts";
import { pause } from "../time/pause.ts";
import { packCounts, unpackCounts, type Count, type PackedCounts } from "./pack-counts.ts";

/**
 * Counts of many households at once, beside their views: those of every household at a revision, and after them those that a
 * change has touched. What small changes touched since is in no record: the views themselves tell it, by their revision.
 */
interface CountsRecord {
  readonly version: typeof VERSION;
  /** What it follows: the revision before it, or null where it holds all there is. */
  readonly from: number | null;
  readonly rev: number;
  readonly counts: PackedCounts;
  /** Those of its households that said or asked something. */
  readonly matters: readonly string[];
}

/** What records tell, one after another, and the revision up to which they tell all. */
export interface KeptCounts {
  readonly rev: number;
  readonly records: readonly Omit<CountsRecord, "version">[];
}

/** So many households that change at once are worth a record: fewer are read one by one. */
export const MANY = 50;

/** The record of a change of many households, for `append` to put beside their views. */
export function countsOfChange(
  ward: string,
  rev: number,
  counts: readonly Count[],
  matters: readonly string[],
): ViewRow {
  const packed = packCounts(counts);
  return recordRow(ward, "change", { version: VERSION, from: rev - 1, rev, counts: packed, matters });
}

/** Reads what is kept; null where a whole is missing. */
export async function readKeptCounts(db: PhoneDatabase, ward: string): Promise<KeptCounts | null> {
  const rows = await db.views
    .where("[ward+name]")
    .between([ward, PREFIX], [ward, `${PREFIX}\uffff`])
    .toArray();
  const records = rows
    .map(({ sealed }) => open(sealed as Sealed<CountsRecord>))
    .filter(({ version }) => version === VERSION);
  const whole = records.findLast(({ from }) => from === null)?.rev ?? 0;
  const told = records.filter(({ from, rev }) => (from === null ? rev === whole : rev > whole));
  let rev = whole;
  const inOrder: CountsRecord[] = [];
  for (const one of told) {
    // After a gap the views tell the rest.
    if ((one.from ?? whole) !== rev) break;
    rev = one.rev;
    inOrder.push(one);
  }
  return inOrder.length === 0 ? null : { rev, records: inOrder };
}

/** Those that said or asked something, at the revision that the records reach. */
export function mattersIn({ records }: KeptCounts): Set<string> {
  const found = new Set<string>();
  for (const { from, counts, matters } of records) {
    if (from !== null) for (const id of counts.ids) found.delete(id);
    for (const id of matters) found.add(id);
  }
  return found;
}

/** Keeps those of all households at a revision, in the place of what was kept up to it. */
export async function keepCounts(
  db: PhoneDatabase,
  ward: string,
  rev: number,
  counts: readonly Count[],
  matters: ReadonlySet<string>,
): Promise<void> {
  const rows: ViewRow[] = [];
  for (let from = 0; from < counts.length; from += SLICE) {
    const packed = packCounts(counts.slice(from, from + SLICE));
    const told = from === 0 ? [...matters] : [];
    const record = { version: VERSION, from: null, rev, counts: packed, matters: told } as const;
    rows.push(recordRow(ward, String(from).padStart(8, "0"), record));
    await pause();
  }
  await db.transaction("rw", db.views, async () => {
    await db.views
      .where("[ward+name]")
      .between([ward, PREFIX], [ward, nameOf(rev + 1, "")])
      .delete();
    await db.views.bulkPut(rows);
  });
}

/** The households of a record. */
export function countsIn({ counts }: KeptCounts["records"][number]): Count[] {
  return unpackCounts(counts);
}

/** Raised when what is counted changes. */
const VERSION = 1;
const PREFIX = "counts/";
/** Households in a record: unpacked without holding up a key. */
const SLICE = 2_000;

function recordRow(ward: string, part: string, record: CountsRecord): ViewRow {
  return { ward, name: nameOf(record.rev, part), sealed: seal(record) };
}

/** In the order of revisions. */
function nameOf(rev: number, part: string): string {
  return `${PREFIX}${String(rev).padStart(12, "0")}/${part}`;
}
