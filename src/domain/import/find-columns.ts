import { err, ok, type Result } from "../result.ts";
import { type Field, fieldOf, FIELDS, HEADINGS, headingOf } from "./headings.ts";
import type { SheetRow } from "./sheet.ts";

/** The place of each field in a row, from 0. */
export type Columns = Readonly<Partial<Record<Field, number>>>;

export interface Header {
  readonly columns: Columns;
  /** Numbers of the file's rows that the headings and the row of column numbers below them take. */
  readonly first: number;
  readonly last: number;
}

/** What a list must say of each household; khu phố and tổ may come from headings or the sheet's name instead of a column. */
export type Required = "neighbourhood" | "group" | "number" | "head" | "address" | "members";

export type HeaderError = { readonly code: "no-header" } | MissingColumns;

export interface MissingColumns {
  readonly code: "missing-columns";
  readonly row: number;
  readonly missing: readonly Required[];
}

/**
 * Finds the header row: the first one with three known headings or more, with or without marks. A second row of headings
 * under merged ones and the row '(1) (2) (3)' below them belong to it. `no-header` where no row is one.
 */
export function findColumns(rows: readonly SheetRow[]): Result<Header, HeaderError> {
  const at = rows.findIndex((row) => isHeader(row.cells));
  const top = rows[at];
  if (top === undefined) return err({ code: "no-header" });
  const cells = [...top.cells];
  let last = top.row;
  for (const below of rows.slice(at + 1, at + 3)) {
    if (!isBelowHeader(top.cells, below.cells)) break;
    last = below.row;
    // Under a merged heading ('Địa chỉ') stand the ones that part it ('Số nhà', 'Đường').
    below.cells.forEach((cell, index) => {
      if (fieldOf(cell) !== undefined) cells[index] = cell;
    });
  }
  const columns = columnsOf(cells);
  const missing = missingOf(columns);
  if (missing.length > 0) return err({ code: "missing-columns", row: top.row, missing });
  return ok({ columns, first: top.row, last });
}

/** Whether a row is made of headings: at least three that are known. */
export function isHeader(cells: readonly string[]): boolean {
  return Object.keys(columnsOf(cells)).length >= 3;
}

function columnsOf(cells: readonly string[]): Columns {
  const columns: Partial<Record<Field, number>> = {};
  const headings = cells.map(headingOf);
  for (const field of FIELDS) {
    const known = HEADINGS[field].find((heading) => headings.includes(heading));
    if (known !== undefined) columns[field] = headings.indexOf(known);
  }
  return columns;
}

function isBelowHeader(top: readonly string[], below: readonly string[]): boolean {
  const filled = below.filter((cell) => cell !== "");
  return filled.every((cell) => fieldOf(cell) !== undefined) || areColumnNumbers(top, filled);
}

// '(1) (2) (3)', '1 2 3' or 'A B 1 2', as printed forms number their columns: one for each, one after the other.
function areColumnNumbers(top: readonly string[], filled: readonly string[]): boolean {
  const numbers = filled
    .filter((cell) => !/^[A-Z]$/.test(cell))
    .map((cell) => /^\(?(\d{1,2})\)?$/.exec(cell)?.[1]);
  return (
    filled.length === top.filter((cell) => cell !== "").length &&
    numbers.every((number, index) => Number(number) === index + 1)
  );
}

function missingOf(columns: Columns): Required[] {
  const missing: Required[] = [];
  if (columns.numberInGroup === undefined && columns.numberInList === undefined) missing.push("number");
  if (columns.head === undefined) missing.push("head");
  if (columns.house === undefined && columns.street === undefined && columns.address === undefined) {
    missing.push("address");
  }
  if (columns.members === undefined) missing.push("members");
  return missing;
}
