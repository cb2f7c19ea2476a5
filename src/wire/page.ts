import * as v from "valibot";
import { err, ok, type Result } from "../domain/result.ts";
import type { PlainParts } from "../domain/signed/plain-form.ts";
import { wholeNumber } from "../domain/words/whole-number.ts";

/** One statement of the log as sent. */
export const pageLine = v.looseObject({ seq: wholeNumber, at: wholeNumber, s: v.string() });

export interface PageLine extends Numbered {
  /** The statement. */
  readonly s: string;
}

/** One whose parts came decoded. */
export interface PlainLine extends Numbered {
  readonly plain: PlainParts;
}

interface Numbered {
  readonly seq: number;
  /** Milliseconds: time of receipt. */
  readonly at: number;
}

/** The last line of a page: without it the page was cut off. */
export const pageEnd = v.looseObject({
  next: wholeNumber,
  head: wholeNumber,
  epoch: v.string(),
  scope: v.string(),
  saved: wholeNumber,
  /** There are two copies of the device that asks: it is to be enrolled anew. */
  copied: v.optional(v.boolean()),
});
export type PageEnd = v.InferOutput<typeof pageEnd>;

/** A page that came whole. */
export interface Page<Line = PageLine> {
  readonly lines: readonly Line[];
  readonly end: PageEnd;
}

/** A page as it is read, whichever way it came. */
export type ColumnPage = Page<PageLine | PlainLine>;

/** Writes a page as NDJSON (PROTOCOL.md §4). */
export function formatPage({ lines, end }: Page): string {
  const plain = lines.map(({ seq, at, s }) => ({ seq, at, s }));
  return [...plain, end].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** Reads a page; one that is cut off, or has a broken line, counts for nothing. */
export function parsePage(text: string): Result<Page, "cut-off" | "broken"> {
  if (!text.endsWith("\n")) return err("cut-off");
  const rows = text.slice(0, -1).split("\n");
  const end = readLine(pageEnd, rows.pop() ?? "");
  if (!end) return err("cut-off");
  const lines = rows.map((row) => readLine(pageLine, row));
  if (!lines.every((line) => line !== null)) return err("broken");
  return ok({ lines: lines.map(({ seq, at, s }) => ({ seq, at, s })), end });
}

function readLine<Schema extends v.GenericSchema>(schema: Schema, row: string): v.InferOutput<Schema> | null {
  try {
    const read = v.safeParse(schema, JSON.parse(row));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
