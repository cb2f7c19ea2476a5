import { err, ok, type Result } from "../result.ts";
import { type Field, fieldOf, FIELDS, type HeadingChoices, HEADINGS, headingOf } from "./headings.ts";
import { notToKeep } from "./not-to-keep.ts";
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
 * under merged ones and the row '(1) (2) (3)' below them belong to it. `no-header` where no row is one. `choices` are what
 * somebody says that headings mean.
 */
export function findColumns(
  rows: readonly SheetRow[],
  choices: HeadingChoices = {},
): Result<Header, HeaderError> {
  const header = headerIn(rows, choices);
  if (header === null) return err({ code: "no-header" });
  const { first, last, cells } = header;
  const columns = columnsOf(cells, choices);
  const missing = missingOf(columns);
  if (missing.length > 0) return err({ code: "missing-columns", row: first, missing });
  return ok({ columns, first, last });
}

/** The texts of a sheet's headings, of two rows the lower one where it says more; null where no row is made of headings. */
export function headerIn(
  rows: readonly SheetRow[],
  choices: HeadingChoices = {},
): { readonly first: number; readonly last: number; readonly cells: readonly string[] } | null {
  const at = rows.findIndex((row) => isHeader(row.cells, choices));
  const top = rows[at];
  if (top === undefined) return null;
  const cells = [...top.cells];
  let last = top.row;
  for (const below of rows.slice(at + 1, at + 3)) {
    if (!isBelowHeader(cells, below.cells, choices)) break;
    last = below.row;
    // Under a merged heading ('Địa chỉ') stand the ones that part it ('Số nhà', 'Đường').
    below.cells.forEach((cell, index) => {
      if (isNamed(cell, choices)) cells[index] = cell;
    });
  }
  return { first: top.row, last, cells };
}

/** Whether a row is made of headings: at least three that are known. */
export function isHeader(cells: readonly string[], choices: HeadingChoices = {}): boolean {
  return Object.keys(columnsOf(cells, choices)).length >= 3;
}

function columnsOf(cells: readonly string[], choices: HeadingChoices): Columns {
  const columns: Partial<Record<Field, number>> = {};
  const headings = cells.map(headingOf);
  for (const field of FIELDS) {
    const chosen = headings.findIndex(
      (heading) => Object.hasOwn(choices, heading) && choices[heading] === field,
    );
    const known = HEADINGS[field].find(
      (heading) => headings.includes(heading) && !Object.hasOwn(choices, heading),
    );
    if (chosen !== -1) columns[field] = chosen;
    else if (known !== undefined) columns[field] = headings.indexOf(known);
  }
  return columns;
}

function isBelowHeader(top: readonly string[], below: readonly string[], choices: HeadingChoices): boolean {
  const filled = below.filter((cell) => cell !== "");
  return filled.every((cell) => isNamed(cell, choices)) || areColumnNumbers(top, filled);
}

// What may not be kept is a heading as well: 'Ngày sinh' under 'Chủ hộ'.
function isNamed(cell: string, choices: HeadingChoices): boolean {
  return fieldOf(cell, choices) !== undefined || notToKeep(cell) !== null;
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
