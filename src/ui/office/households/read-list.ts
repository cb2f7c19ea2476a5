import { examine, type Examined, type TableChoices } from "../../../domain/import/examine.ts";
import type { ExistingHousehold } from "../../../domain/import/household-list.ts";
import { readTable, type TableError } from "../../../domain/import/read-table.ts";
import type { TurnedRight, Writing } from "../../../domain/import/turn-right.ts";
import { ok, type Result } from "../../../domain/result.ts";

/** A file to be read, and what it is set beside. */
export interface ListQuestion {
  readonly bytes: Uint8Array;
  readonly existing: readonly ExistingHousehold[];
  /** How its letters are written, where somebody says it. */
  readonly writing: Writing | null;
  readonly choices: TableChoices;
}

/** What was read of it. */
export interface ListReading extends Pick<TurnedRight, "writing" | "examples"> {
  readonly examined: Examined;
}

export type ListAnswer = Result<ListReading, TableError>;

/** Reads a file and sets it beside what the ward has. Takes seconds for tens of thousands of rows: see `askWorker`. */
export async function readList({ bytes, existing, writing, choices }: ListQuestion): Promise<ListAnswer> {
  const table = await readTable(bytes, writing ?? undefined);
  if (!table.ok) return table;
  const { sheets, ...how } = table.value;
  return ok({ ...how, examined: examine(sheets, existing, choices) });
}
