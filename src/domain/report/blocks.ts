import { amountText, partsText, shareText, type ReportFigure } from "./figure.ts";

/** A piece of a text: words, or what a figure says in words. */
export type Piece = string | { readonly figure: ReportFigure; readonly text: string };

/** A cell of a table. */
export type Cell = Piece;

export interface Heading {
  readonly kind: "heading";
  /** 1 for a chapter, 2 for a section of it. */
  readonly level: 1 | 2;
  readonly text: string;
}

/** A paragraph that is composed from figures, and that whoever signs may write anew; without pieces there is none yet. */
export interface Passage {
  readonly kind: "passage";
  /** Stays the same while figures change: `reach`. */
  readonly id: string;
  readonly pieces: readonly Piece[];
}

export interface ReportTable {
  readonly kind: "table";
  readonly id: string;
  readonly title: string;
  /** In parts of the whole. */
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Whether the last row holds the sums of the others. */
  readonly sums: boolean;
}

/** Bars in groups: a group for each khu phố or indicator, a bar for each series. */
export interface ReportChart {
  readonly kind: "chart";
  readonly id: string;
  readonly title: string;
  /** What it shows, for whoever does not see it. */
  readonly alt: string;
  readonly series: readonly string[];
  /** Values in per cent; null where there is none. */
  readonly groups: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

export type ReportBlock = Heading | Passage | ReportTable | ReportChart;

/** What a figure says: '940 hộ'. */
export function amount(figure: ReportFigure): Piece {
  return { figure, text: amountText(figure) };
}

/** Its number alone, for a column that names the unit: '940'. */
export function bare(figure: ReportFigure | undefined): Piece {
  return figure ? { figure, text: amountText({ ...figure, unit: "" }) } : "0";
}

/** '(93,72%)' of a part of a whole; nothing where there is none. */
export function share(figure: ReportFigure, words = "số hộ"): readonly Piece[] {
  const text = shareText(figure);
  return text === null ? [] : [" (", { figure, text }, ` ${words})`];
}

/** '81,85% (821 trên 1.003)'. */
export function amountWithParts(figure: ReportFigure): readonly Piece[] {
  const parts = partsText(figure);
  const isNothing = figure.of === 0;
  return [amount(figure), ...(parts === null || isNothing ? [] : [` (${parts})`])];
}

/** The pieces as plain text. */
export function plain(pieces: readonly Piece[]): string {
  return pieces.map((piece) => (typeof piece === "string" ? piece : piece.text)).join("");
}

/** Lists as they are said: 'một, hai và ba' with `glue` between. */
export function joined(items: readonly (readonly Piece[])[], glue = "; "): readonly Piece[] {
  return items.flatMap((item, at) => (at === 0 ? item : [glue, ...item]));
}

/** The figures of a text that somebody wrote anew, found by what they said in the one that was composed. */
export function withFigures(text: string, composed: readonly Piece[]): readonly Piece[] {
  const figures = composed.filter((piece) => typeof piece !== "string");
  const pieces: Piece[] = [];
  let rest = text;
  for (;;) {
    const found = figures
      .map((piece) => ({ piece, at: placeIn(rest, piece.text) }))
      .filter(({ at }) => at >= 0)
      // The longest of those that begin at one place: '940 hộ' rather than '940'.
      .sort((a, b) => a.at - b.at || b.piece.text.length - a.piece.text.length)[0];
    if (!found) return [...pieces, ...(rest === "" ? [] : [rest])];
    if (found.at > 0) pieces.push(rest.slice(0, found.at));
    pieces.push(found.piece);
    rest = rest.slice(found.at + found.piece.text.length);
    figures.splice(figures.indexOf(found.piece), 1);
  }
}

/** Where a number stands by itself: '17 người' does not stand in '117 người'. */
function placeIn(text: string, words: string): number {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!/[\d.,]/.test(text[at - 1] ?? "") && !/\d/.test(text[at + words.length] ?? "")) return at;
  }
  return -1;
}
