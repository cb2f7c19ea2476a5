import { sentText } from "../../src/domain/signed/plain-form.ts";
import type { ColumnPage, Page, PageLine, PlainLine } from "../../src/wire/page.ts";

/** Lines of a page, each with its statement as it was sent. */
export function asSent(lines: readonly (PageLine | PlainLine)[]): PageLine[] {
  return lines.map((line) => {
    const { seq, at } = line;
    return { seq, at, s: "plain" in line ? sentText(line.plain.form) : line.s };
  });
}

/** A page, each statement of it as it was sent. */
export function pageAsSent({ lines, end }: ColumnPage): Page {
  return { lines: asSent(lines), end };
}
