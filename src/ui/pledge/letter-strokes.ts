import { BOX, type Stroke } from "./stroke-path.ts";

/**
 * A name as capital letters of single strokes, in the box of a signature: for whoever signs by keyboard or by ear, where no
 * finger draws. Nothing of it pretends to be a hand: the record says that the name was typed. Empty where no letter of the
 * Latin alphabet was typed.
 */
export function letterStrokes(name: string): readonly Stroke[] {
  const words = name
    .trim()
    .split(/\s+/)
    .map(wordOf)
    .filter((word) => word.width > 0);
  const best = [1, 2, 3].map((most) => set(words, most)).reduce((a, b) => (b.scale > a.scale ? b : a));
  return best.strokes.map(closely);
}

/** With points close together, so that the pen, which rounds what lies far apart, goes into each corner. The path drops them again. */
function closely(stroke: Stroke): Stroke {
  const close: number[] = stroke.slice(0, 2);
  for (let at = 2; at < stroke.length; at += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = stroke.slice(at - 2, at + 2);
    const steps = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / APART));
    for (let step = 1; step <= steps; step++)
      close.push(x0 + ((x1 - x0) * step) / steps, y0 + ((y1 - y0) * step) / steps);
  }
  return close;
}

/** Of the signature's box. */
const APART = 2;

interface Word {
  readonly strokes: readonly Stroke[];
  readonly width: number;
}

const GAP = 1.4;
const SPACE = 3.2;
/** From one line's letters to the next one's, marks and all. */
const LINE = 11;
const MARGIN = 16;
/** Larger letters would look like a poster. */
const LARGEST = 7;

function wordOf(text: string): Word {
  const strokes: Stroke[] = [];
  let x = 0;
  for (const letter of text.normalize("NFC").toUpperCase()) {
    const drawn = letterOf(letter);
    if (!drawn) continue;
    strokes.push(...drawn.strokes.map((stroke) => moved(stroke, x, 0, 1)));
    x += drawn.width + GAP;
  }
  return { strokes, width: Math.max(0, x - GAP) };
}

function letterOf(letter: string): Word | null {
  const [base = "", ...marks] = letter.normalize("NFD").replaceAll("Đ", "D");
  const shape = SHAPES[base];
  if (shape === undefined) return null;
  const strokes: Stroke[] = shape.split("|").map(numbers);
  const width = Math.max(...strokes.flatMap((stroke) => stroke.filter((_, at) => at % 2 === 0)));
  const hat = marks.some((mark) => HATS.has(mark));
  for (const mark of marks) {
    const drawn = MARKS[mark];
    if (drawn === undefined) continue;
    const left = mark === HORN ? width : width / 2;
    strokes.push(moved(numbers(drawn), left, hat && ABOVE.has(mark) ? -1.7 : 0, 1));
  }
  if (letter === "Đ") strokes.push([-0.8, 3, 1.6, 3]);
  return { strokes, width };
}

/** Words in so many lines at most, as large as they fit. */
function set(
  words: readonly Word[],
  most: number,
): { readonly strokes: readonly Stroke[]; readonly scale: number } {
  const lines = split(words, most);
  const widths = lines.map((line) => line.reduce((sum, { width }) => sum + width + SPACE, -SPACE));
  const scale = Math.min(
    LARGEST,
    (BOX.width - 2 * MARGIN) / Math.max(1, ...widths),
    (BOX.height - 2 * MARGIN) / (lines.length * LINE),
  );
  const top = (BOX.height - lines.length * LINE * scale) / 2;
  const strokes = lines.flatMap((line, row) => {
    let x = (BOX.width - (widths[row] ?? 0) * scale) / 2;
    const y = top + (row * LINE + 4) * scale;
    return line.flatMap((word) => {
      const from = x;
      x += (word.width + SPACE) * scale;
      return word.strokes.map((stroke) => moved(stroke, from, y, scale));
    });
  });
  return { strokes, scale: words.length === 0 ? 0 : scale };
}

/** As even as it comes: each line takes words up to its share of the whole. */
function split(words: readonly Word[], most: number): readonly (readonly Word[])[] {
  const whole = words.reduce((sum, { width }) => sum + width + SPACE, 0);
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of words) {
    const share = (whole / most) * lines.length;
    const isOver = used + word.width / 2 > share && lines.length < most;
    if (isOver && (lines.at(-1)?.length ?? 0) > 0) lines.push([]);
    lines.at(-1)?.push(word);
    used += word.width + SPACE;
  }
  return lines;
}

function moved(stroke: Stroke, x: number, y: number, scale: number): Stroke {
  return stroke.map((value, at) => Math.round((value * scale + (at % 2 === 0 ? x : y)) * 10) / 10);
}

function numbers(text: string): number[] {
  return text.split(" ").map(Number);
}

/** In a box of 4 × 6 from its top left: `x y x y …`, strokes parted by `|`. */
const SHAPES: Readonly<Record<string, string>> = {
  A: "0 6 2 0 4 6|0.7 4 3.3 4",
  B: "0 3 2.6 3 3.6 2.2 3.6 0.8 2.6 0 0 0 0 6 2.8 6 4 5.1 4 3.9 2.6 3",
  C: "4 1 3 0 1 0 0 1.2 0 4.8 1 6 3 6 4 5",
  D: "0 0 0 6 2.4 6 4 4.6 4 1.4 2.4 0 0 0",
  E: "3.6 0 0 0 0 6 3.6 6|0 3 3 3",
  F: "3.6 0 0 0 0 6|0 3 3 3",
  G: "4 1 3 0 1 0 0 1.2 0 4.8 1 6 3 6 4 5 4 3.4 2.4 3.4",
  H: "0 0 0 6|4 0 4 6|0 3 4 3",
  I: "0.2 0 0.2 6",
  J: "3 0 3 4.8 2 6 1 6 0 5",
  K: "0 0 0 6|4 0 0 3.6|1.4 2.4 4 6",
  L: "0 0 0 6 3.4 6",
  M: "0 6 0 0 2.4 3.8 4.8 0 4.8 6",
  N: "0 6 0 0 4 6 4 0",
  O: "1.2 0 2.8 0 4 1.4 4 4.6 2.8 6 1.2 6 0 4.6 0 1.4 1.2 0",
  P: "0 6 0 0 2.8 0 4 0.9 4 2.3 2.8 3.2 0 3.2",
  Q: "1.2 0 2.8 0 4 1.4 4 4.6 2.8 6 1.2 6 0 4.6 0 1.4 1.2 0|2.6 4.4 4.2 6.4",
  R: "0 6 0 0 2.8 0 4 0.9 4 2.3 2.8 3.2 0 3.2|2 3.2 4 6",
  S: "4 0.9 3 0 1 0 0 0.9 0 2.1 1 3 3 3 4 3.9 4 5.1 3 6 1 6 0 5.1",
  T: "0 0 4 0|2 0 2 6",
  U: "0 0 0 4.8 1.2 6 2.8 6 4 4.8 4 0",
  V: "0 0 2 6 4 0",
  W: "0 0 1.2 6 2.6 1.6 4 6 5.2 0",
  X: "0 0 4 6|4 0 0 6",
  Y: "0 0 2 3 4 0|2 3 2 6",
  Z: "0 0 4 0 0 6 4 6",
};

const HORN = "\u031b";
const HATS = new Set(["\u0302", "\u0306"]);
/** Tones that stand above the letter, and above its hat. */
const ABOVE = new Set(["\u0300", "\u0301", "\u0309", "\u0303"]);

/** From the middle of the letter's top: the horn from its right. */
const MARKS: Readonly<Record<string, string>> = {
  "\u0302": "-1.2 -0.7 0 -1.7 1.2 -0.7",
  "\u0306": "-1.2 -1.7 -0.6 -0.9 0.6 -0.9 1.2 -1.7",
  [HORN]: "0 0.3 0.8 0 0.8 -0.9",
  "\u0300": "-0.8 -1.8 0.4 -0.8",
  "\u0301": "0.8 -1.8 -0.4 -0.8",
  "\u0309": "-0.4 -1.7 0.2 -2 0.6 -1.6 0.1 -1.1 0.1 -0.7",
  "\u0303": "-1.2 -0.8 -0.5 -1.5 0.5 -0.8 1.2 -1.5",
  "\u0323": "0 7 0.3 7.3 0 7.3",
};
