import Papa from "papaparse";

/** What a cell may hold; nothing stands as an empty cell. */
export type Cell = string | number | null | undefined;

/** One list as a table: its file, its headings, and its rows in their order. */
export interface List {
  readonly file: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Writes a list as CSV that Excel opens by a double click: UTF-8 with its mark, `;` between cells (a Vietnamese Windows
 * writes 1,5 with a comma), and a ' before a text that Excel would take for a formula.
 */
export function toCsv({ headings, rows }: List): string {
  const table = [[...headings], ...rows.map((row) => [...row])];
  return `\ufeff${Papa.unparse(table, { delimiter: ";", newline: "\r\n", escapeFormulae: FORMULA })}\r\n`;
}

// A number of ours is none; what people wrote may begin so, also behind a space.
const FORMULA = /^\s*[=+\-@\t\r]/;
