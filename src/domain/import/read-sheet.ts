import { clean } from "./clean.ts";
import type { Merge, Sheet, SheetRow } from "./sheet.ts";
import { eachElement, elements, textOfXml, unescapeXml, type Element } from "./xml.ts";

/** What the sheets of a workbook share. */
export interface SheetStyle {
  readonly strings: readonly string[];
  /** Whether a cell of this look shows a day. */
  readonly dates: readonly boolean[];
  /** The day 0, in milliseconds. */
  readonly epoch: number;
}

/** Reads one sheet's rows, which of them are hidden, and what is merged downwards. */
export function readSheet(xml: string, style: SheetStyle): Pick<Sheet, "rows" | "merges"> {
  const rows: { row: number; cells: string[]; hidden: boolean }[] = [];
  let [last, width] = [0, 0];
  for (const { attributes, content } of eachElement(xml, "row")) {
    last = Number(attributes["r"] ?? last + 1);
    const cells = cellsOf(content, style);
    width = Math.max(width, cells.length);
    if (cells.some((cell) => cell !== "")) rows.push({ row: last, cells, hidden: isHidden(attributes) });
  }
  const merges = elements(xml, "mergeCell").flatMap(
    ({ attributes }) => mergeOf(attributes["ref"] ?? "") ?? [],
  );
  return {
    rows: rows.map(({ row, cells, hidden }): SheetRow => {
      while (cells.length < width) cells.push("");
      return hidden ? { row, cells, hidden } : { row, cells };
    }),
    ...(merges.length > 0 ? { merges } : {}),
  };
}

function isHidden({ hidden }: Element["attributes"]): boolean {
  return hidden === "1" || hidden === "true";
}

function cellsOf(row: string, style: SheetStyle): string[] {
  const cells: string[] = [];
  for (const { attributes, content } of eachElement(row, "c")) {
    const column = columnOf(attributes["r"] ?? "") ?? cells.length;
    // Nothing that anybody can see stands further to the right (ECMA-376: XFD).
    if (column >= 16_384) continue;
    while (cells.length < column) cells.push("");
    cells[column] = valueOf(attributes, content, style);
  }
  return cells;
}

function valueOf(
  { t: type = "n", s = "0" }: Element["attributes"],
  content: string,
  style: SheetStyle,
): string {
  if (type === "inlineStr") return clean(textOfXml(content));
  const value = unescapeXml(/<(?:\w+:)?v(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?v>/.exec(content)?.[1] ?? "");
  if (value === "" || type === "b" || type === "e") return "";
  if (type === "s") return clean(style.strings[Number(value)] ?? "");
  if (type === "str") return clean(value);
  if (type === "d") return value.slice(0, 10);
  const number = Number(value);
  if (!Number.isFinite(number)) return "";
  return style.dates[Number(s)] === true ? dayOf(number, style.epoch) : String(number);
}

function dayOf(days: number, epoch: number): string {
  const time = new Date(epoch + Math.round(days * 86_400_000));
  return Number.isNaN(time.getTime()) ? "" : time.toISOString().slice(0, 10);
}

/** 'B7' → 1. */
function columnOf(place: string): number | null {
  const letters = /^[A-Z]+/.exec(place)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function mergeOf(ref: string): Merge | null {
  const [, column = "", first = "", last = ""] = /^([A-Z]+)(\d+):[A-Z]+(\d+)$/.exec(ref) ?? [];
  const at = columnOf(column);
  return at === null || Number(last) <= Number(first)
    ? null
    : { column: at, first: Number(first), last: Number(last) };
}
