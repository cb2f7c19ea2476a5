/** A line drawn in one go: x, y, x, y … in a box of 340 × 200. Neither time nor pressure is kept: a signature needs no more than its shape. */
export type Stroke = readonly number[];

/** The box in which every signature stands (PROTOCOL.md §2, `strokes`). */
export const BOX = { width: 340, height: 200 } as const;
/** Bytes that a path may have. */
export const MOST_PATH_BYTES = 8192;

/**
 * Strokes as one SVG path inside the box, of at most 8 kB; the longer they are, the more coarsely they are drawn. Null
 * where nothing was drawn that could be a signature: a touch of the palm is none.
 */
export function strokePath(strokes: readonly Stroke[]): string | null {
  const drawn = strokes.map(intoBox).filter((stroke) => stroke.length >= 2);
  const length = drawn.reduce((sum, stroke) => sum + lengthOf(stroke), 0);
  if (length < LEAST_LENGTH) return null;
  for (let tolerance = FINE; tolerance < BOX.width; tolerance *= 1.5) {
    const path = drawn.map((stroke) => format(simplify(stroke, tolerance))).join("");
    // The path is ASCII: a letter, a byte.
    if (path.length <= MOST_PATH_BYTES) return path;
  }
  return drawn
    .map((stroke) => format(simplify(stroke, BOX.width)))
    .reduce((path, more) => (path.length + more.length <= MOST_PATH_BYTES ? path + more : path), "");
}

const FINE = 0.3;
const LEAST_LENGTH = 8;

function intoBox(stroke: Stroke): Stroke {
  const even = stroke.slice(0, stroke.length - (stroke.length % 2));
  if (!even.every(Number.isFinite)) return [];
  return even.map((value, at) => tenths(Math.min(Math.max(value, 0), at % 2 === 0 ? BOX.width : BOX.height)));
}

function lengthOf(stroke: Stroke): number {
  let length = 0;
  for (let at = 2; at < stroke.length; at += 2) {
    length += Math.hypot(x(stroke, at) - x(stroke, at - 2), y(stroke, at) - y(stroke, at - 2));
  }
  return length;
}

/** Ramer, Douglas and Peucker: drops points that lie closer to the line between their neighbours than the tolerance. */
function simplify(stroke: Stroke, tolerance: number): Stroke {
  const kept = new Set([0, stroke.length - 2]);
  const open: [number, number][] = [[0, stroke.length - 2]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let [farthest, most] = [-1, tolerance];
    for (let at = from + 2; at < to; at += 2) {
      const away = distance(stroke, at, from, to);
      if (away > most) [farthest, most] = [at, away];
    }
    if (farthest < 0) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return [...kept].sort((a, b) => a - b).flatMap((at) => [x(stroke, at), y(stroke, at)]);
}

/** How far a point lies from the line between two others. */
function distance(stroke: Stroke, at: number, from: number, to: number): number {
  const [dx, dy] = [x(stroke, to) - x(stroke, from), y(stroke, to) - y(stroke, from)];
  const [px, py] = [x(stroke, at) - x(stroke, from), y(stroke, at) - y(stroke, from)];
  const length = Math.hypot(dx, dy);
  return length === 0 ? Math.hypot(px, py) : Math.abs(px * dy - py * dx) / length;
}

/** `M12.5 40l3-4.2 5 1`; of a single point a line of no length, which a round pen shows as a dot. */
function format(stroke: Stroke): string {
  let path = `M${x(stroke, 0)} ${y(stroke, 0)}l`;
  if (stroke.length === 2) return `${path}0 0`;
  for (let at = 2; at < stroke.length; at += 2) {
    const steps = [tenths(x(stroke, at) - x(stroke, at - 2)), tenths(y(stroke, at) - y(stroke, at - 2))];
    for (const step of steps) path += step < 0 || path.endsWith("l") ? step : ` ${step}`;
  }
  return path;
}

function x(stroke: Stroke, at: number): number {
  return stroke[at] ?? 0;
}

function y(stroke: Stroke, at: number): number {
  return stroke[at + 1] ?? 0;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
