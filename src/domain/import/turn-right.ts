import { fromLegacy, fromMisread, isOf1252, type LegacyWriting } from "./legacy-letters.ts";
import type { Sheet } from "./sheet.ts";
import { readsAsVietnamese } from "./syllables.ts";

/** How the letters of a list are written. */
export type Writing = "unicode" | LegacyWriting;

export const WRITINGS: readonly Writing[] = ["unicode", "tcvn3", "vni", "windows-1258"];

export interface TurnedRight {
  readonly sheets: readonly Sheet[];
  readonly writing: Writing;
  /** A few texts as they stood, and as they are read. */
  readonly examples: readonly { readonly before: string; readonly after: string }[];
}

/**
 * Finds how the letters of a table are written, unless somebody says it, and turns them into Unicode. Told by what reads as
 * Vietnamese; where that is not told, column by column, since one of Unicode may stand beside one of an old font.
 */
export function turnRight(sheets: readonly Sheet[], said?: Writing): TurnedRight {
  const marked = markedTexts(sheets);
  const writing = said ?? findWriting(marked);
  if (writing === "unicode") return { sheets: sheets.map(plainSheet), writing, examples: [] };
  const turn = turnerOf(marked, writing);
  const turned = sheets.map((sheet) => turnSheet(sheet, writing, turn, said !== undefined));
  return { sheets: turned, writing, examples: examplesOf(sheets, turned) };
}

const LOOKED_AT = 2000;
const EXAMPLES = 4;

function markedTexts(sheets: readonly Sheet[]): readonly string[] {
  const texts = new Set<string>();
  for (const { rows } of sheets) {
    for (const { cells } of rows) {
      for (const cell of cells) if (/[^\0-\x7f]/.test(cell)) texts.add(cell);
      if (texts.size > LOOKED_AT) break;
    }
  }
  return [...texts];
}

function findWriting(marked: readonly string[]): Writing {
  let best: { readonly writing: Writing; readonly sum: number } | null = null;
  for (const writing of WRITINGS) {
    const sum = sumOf(writing === "unicode" ? marked : marked.map(turnerOf(marked, writing)));
    if (best === null || sum > best.sum) best = { writing, sum };
  }
  return best?.writing ?? "unicode";
}

type Turn = (text: string) => string;

/**
 * How texts of a writing are turned. Those that some program took for Windows-1258 are told by reading better afterwards, each
 * by itself; and only where there are several, since one name may do so by chance.
 */
function turnerOf(marked: readonly string[], writing: LegacyWriting): Turn {
  if (writing === "windows-1258") return (text) => fromLegacy(text, writing);
  const misread = (text: string, atLeast: number) => {
    const meant = isOf1252(text) ? null : fromMisread(text, writing);
    return meant !== null && readsAsVietnamese(meant) >= readsAsVietnamese(text) + atLeast ? meant : null;
  };
  const isMisread = marked.filter((text) => misread(text, 1) !== null).length >= MISREAD_FROM;
  // In such a list one that reads as well either way ('Ngoơ soá') is misread too.
  return (text) => (isMisread ? misread(text, 0) : null) ?? fromLegacy(text, writing);
}

const MISREAD_FROM = 3;

function turnSheet(sheet: Sheet, writing: LegacyWriting, turn: Turn, whole: boolean): Sheet {
  const width = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const isTurned = Array.from({ length: width }, (_, column) => whole || isColumnOf(sheet, column, turn));
  const rows = sheet.rows.map(({ cells, ...row }) => ({
    ...row,
    cells: cells.map((cell, column) => plain(isTurned[column] ? turn(cell) : cell)),
  }));
  return { ...sheet, sheet: fromLegacyName(sheet.sheet, writing), rows };
}

function plainSheet(sheet: Sheet): Sheet {
  if (!sheet.rows.some(({ cells }) => cells.some((cell) => cell.includes(SOFT_HYPHEN)))) return sheet;
  return { ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(plain) })) };
}

function plain(cell: string): string {
  return cell.includes(SOFT_HYPHEN) ? cell.replaceAll(SOFT_HYPHEN, "").trim() : cell;
}

const SOFT_HYPHEN = "\u00ad";

// A sheet's name is shown in the system's own font, so that most are in Unicode even there.
function fromLegacyName(name: string, writing: LegacyWriting): string {
  const turned = fromLegacy(name, writing);
  return readsAsVietnamese(turned) > readsAsVietnamese(name) ? turned : name;
}

function isColumnOf({ rows }: Sheet, column: number, turn: Turn): boolean {
  const texts = rows.map(({ cells }) => cells[column] ?? "").filter((cell) => /[^\0-\x7f]/.test(cell));
  const gained = sumOf(texts.map(turn)) - sumOf(texts);
  // 'Hà' is a word in either; a neighbour that can only be Unicode settles it.
  return gained > 0 || (gained === 0 && texts.every(isOf1252));
}

function sumOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + readsAsVietnamese(text), 0);
}

function examplesOf(before: readonly Sheet[], after: readonly Sheet[]): TurnedRight["examples"] {
  const found = new Map<string, string>();
  for (const [at, { rows }] of before.entries()) {
    for (const [place, { cells }] of rows.entries()) {
      for (const [column, cell] of cells.entries()) {
        const turned = after[at]?.rows[place]?.cells[column] ?? "";
        if (turned !== cell) found.set(cell, turned);
      }
      if (found.size >= EXAMPLES * 8) break;
    }
  }
  // The longer ones show more.
  return [...found]
    .map(([one, other]) => ({ before: one, after: other }))
    .sort((a, b) => b.before.length - a.before.length)
    .slice(0, EXAMPLES);
}
