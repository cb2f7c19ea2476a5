/** A sheet as it stands in the file; a .csv has one, without a name. Rows without any text are left out. */
export interface Sheet {
  readonly sheet: string;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** Number of the row as a spreadsheet shows it, from 1. */
  readonly row: number;
  /** Texts in NFC with single spaces; numbers in plain digits, dates as 2026-11-18, '' where there is nothing. */
  readonly cells: readonly string[];
}
