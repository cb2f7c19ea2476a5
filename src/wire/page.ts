import * as v from "valibot";
import { err, ok, type Result } from "../domain/result.ts";

const number = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One statement of the log as sent: its number, time of receipt in milliseconds, and the statement. */
export const pageLine = v.looseObject({ seq: number, at: number, s: v.string() });
export type PageLine = v.InferOutput<typeof pageLine>;

/** The last line of a page: without it the page was cut off. */
export const pageEnd = v.looseObject({
  next: number,
  head: number,
  epoch: v.string(),
  scope: v.string(),
  saved: number,
  /** There are two copies of the device that asks: it is to be enrolled anew. */
  copied: v.optional(v.boolean()),
});
export type PageEnd = v.InferOutput<typeof pageEnd>;

/** A page that came whole. */
export interface Page {
  readonly lines: readonly PageLine[];
  readonly end: PageEnd;
}

/** Writes a page as NDJSON (PROTOCOL.md §4). */
export function formatPage({ lines, end }: Page): string {
  return [...lines, end].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Reads a page; one that is cut off, or has a broken line, counts for nothing. */
export function parsePage(text: string): Result<Page, "cut-off" | "broken"> {
  if (!text.endsWith("\n")) return err("cut-off");
  const rows = text.slice(0, -1).split("\n");
  const end = readLine(pageEnd, rows.pop() ?? "");
  if (!end) return err("cut-off");
  const lines = rows.map((row) => readLine(pageLine, row));
  return lines.every((line) => line !== null) ? ok({ lines, end }) : err("broken");
}

function readLine<Schema extends v.GenericSchema>(schema: Schema, row: string): v.InferOutput<Schema> | null {
  try {
    const read = v.safeParse(schema, JSON.parse(row));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
