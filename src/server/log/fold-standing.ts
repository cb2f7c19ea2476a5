import { foldHousehold } from "../../domain/household.ts";
import { mergedInto } from "../../domain/household/mergers.ts";
import { readRow, type DeviceFact, type LogRow } from "../store/rows.ts";

/** Where a household stands by what the log says of it alone: its area, and the household that it was merged into; one step. */
export interface Standing {
  readonly area: string | null;
  readonly into: string | null;
}

/** Whether it may tell where the household of its place stands: its own words, and what takes one of them back or decides about it. */
export function isOfStanding({ type }: LogRow): boolean {
  return /^(household|statement)\./.test(type);
}

/** Folds what the log says of where a household stands. */
export function foldStanding(
  id: string,
  history: readonly LogRow[],
  devices: ReadonlyMap<string, DeviceFact>,
): Standing {
  const entries = history.map((row) => ({
    seq: row.seq,
    at: row.at,
    standing: "log" as const,
    statement: readRow(row),
  }));
  const folded = foldHousehold(id, entries, (kid) => devices.get(kid));
  return { area: folded.area, into: mergedInto(folded) };
}
