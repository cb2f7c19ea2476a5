import { toCsv } from "../../../domain/csv-file.ts";
import { isWithin } from "../../../domain/ids.ts";
import { searcher } from "../../../domain/searcher.ts";
import { compareNumbers, fold } from "../../../domain/vietnamese.ts";
import { sortByName } from "../../../domain/vietnamese-names.ts";
import type { HouseholdRow, WardView } from "../../../phone/phone.ts";
import { areaName } from "../../parts/area-names.ts";
import { STATUS_WORDS, type StatusWord } from "../../round/select-rows.ts";

export type Column = "area" | "number" | "head" | "address" | "members" | "state";

export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

export interface Wanted {
  /** A khu phố or a tổ; '' for the whole ward. */
  readonly area: string;
  readonly state: StatusWord | "";
  readonly query: string;
}

/** The households to list. They come in order of tổ and number. */
export function chooseRows(
  rows: readonly HouseholdRow[],
  { area, state, query }: Wanted,
): readonly HouseholdRow[] {
  const meets = query.trim() === "" ? null : searcher(query);
  return rows.filter(
    (row) =>
      (area === "" || isWithin(row.area, area)) &&
      (state === "" || row.status.word === state) &&
      (meets === null || meets(row.search)),
  );
}

/**
 * Chooses as `chooseRows` does, and remembers what it found: of a word that grows by a letter only what it met before is looked
 * at. Not where it has marks, since 'hò' meets other names than 'hòa' does.
 */
export function createChooser(): typeof chooseRows {
  let last: { readonly rows: readonly HouseholdRow[]; readonly wanted: Wanted } | null = null;
  let found: readonly HouseholdRow[] = [];
  return function choose(rows, wanted) {
    const before = last;
    const isNarrower =
      before?.rows === rows &&
      before.wanted.area === wanted.area &&
      before.wanted.state === wanted.state &&
      wanted.query.startsWith(before.wanted.query) &&
      wanted.query.toLowerCase().trim() === fold(wanted.query);
    found = chooseRows(isNarrower ? found : rows, wanted);
    last = { rows, wanted };
    return found;
  };
}

/** Sorts by a column, into a new list; equals stay in order of tổ and number. */
export function sortRows(
  rows: readonly HouseholdRow[],
  { column, descending }: Order,
): readonly HouseholdRow[] {
  const sorted = SORTS[column](rows);
  return descending ? sorted.toReversed() : sorted;
}

const SORTS: Readonly<Record<Column, (rows: readonly HouseholdRow[]) => readonly HouseholdRow[]>> = {
  area: (rows) => rows,
  number: (rows) => rows.toSorted((a, b) => compareNumbers(a.number ?? "", b.number ?? "")),
  head: (rows) => sortByName(rows, ({ head }) => head ?? ""),
  address: (rows) => rows.toSorted((a, b) => ADDRESSES.compare(a.address ?? "", b.address ?? "")),
  members: (rows) => rows.toSorted((a, b) => (a.members ?? 0) - (b.members ?? 0)),
  state: (rows) =>
    rows.toSorted((a, b) => STATUS_WORDS.indexOf(a.status.word) - STATUS_WORDS.indexOf(b.status.word)),
};

const ADDRESSES = new Intl.Collator("vi", { numeric: true });

/** The households as a .csv that Excel opens, with headings that an import reads again. */
export function rowsToCsv(
  rows: readonly HouseholdRow[],
  ward: WardView,
  headings: readonly string[],
  stateOf: (row: HouseholdRow) => string,
): string {
  return toCsv({
    file: "",
    headings,
    rows: rows.map((row) => [
      areaName(ward, row.area.split("/")[0] ?? row.area),
      areaName(ward, row.area),
      row.number,
      row.head,
      row.address,
      row.members,
      row.note,
      stateOf(row),
    ]),
  });
}
