/** A sheet as it stands in the file; a .csv has one, without a name. Rows without any text are left out. */
export interface Sheet {
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
  /** Whoever opens the file does not see it. */
  readonly hidden?: boolean;
  /** Cells merged downwards. */
  readonly merges?: readonly Merge[];
}

export interface SheetRow {
  /** Number of the row as a spreadsheet shows it, from 1. */
  readonly row: number;
  /** Texts in NFC with single spaces; numbers in plain digits, dates as 2026-11-18, '' where there is nothing. */
  readonly cells: readonly string[];
  readonly hidden?: boolean;
}

/** A cell that stands for those below it: its column from 0, its rows from 1. */
export interface Merge {
  readonly column: number;
  readonly first: number;
  readonly last: number;
}

/** The sheets that whoever opens the file sees; all where all are hidden. */
export function visibleSheets(sheets: readonly Sheet[]): readonly Sheet[] {
  const visible = sheets.filter(({ hidden }) => hidden !== true);
  return visible.length > 0 ? visible : sheets;
}
