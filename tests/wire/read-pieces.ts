import type { Result } from "../../src/domain/result.ts";
import type { ColumnPage, PageLine, PlainLine } from "../../src/wire/page.ts";
import { createPieceReader } from "../../src/wire/read-columns.ts";

/** Reads a page that comes in pieces, cut wherever the list of texts says. */
export function readPieces(...texts: readonly string[]): Result<ColumnPage, "cut-off" | "broken"> {
  const lines: (PageLine | PlainLine)[] = [];
  const reader = createPieceReader((piece) => void lines.push(...piece.lines));
  for (const text of texts) reader.take(text);
  const end = reader.finish();
  return end.ok ? { ok: true, value: { lines, end: end.value } } : end;
}
