import { isWithin } from "../../../domain/ids.ts";
import { fold } from "../../../domain/vietnamese.ts";
import { toCsv } from "../../../domain/words/csv-file.ts";
import { searcher } from "../../../domain/words/searcher.ts";
import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";
import { areaName } from "../../parts/words/area-names.ts";
import { STATUS_WORDS, type StatusWord } from "../../round/select-rows.ts";
import { byName, byNumber, byText, type Order, type Sort } from "../tables/order-rows.ts";

export type Column = "area" | "number" | "head" | "address" | "members" | "state";

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
  { column, descending }: Order<Column>,
): readonly HouseholdRow[] {
  return column === "area" ? (descending ? rows.toReversed() : rows) : SORTS[column](rows, descending);
}

/** They come in order of their areas. */
const SORTS: Readonly<Record<Exclude<Column, "area">, Sort<HouseholdRow>>> = {
  number: byText(({ number }) => number),
  head: byName(({ head }) => head),
  address: byText(({ address }) => address),
  members: byNumber(({ members }) => members),
  state: byNumber(({ status }) => STATUS_WORDS.indexOf(status.word)),
};

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
