/** Units of the drawing. */
export const WIDE = 300;
export const HIGH = 120;

/** A curve as an SVG path: one point for each day, the first at the left edge; "" of no day. */
export function curveLine(values: readonly number[], days: number, top: number): string {
  const right = Math.max(1, days - 1);
  return values
    .map((value, at) => {
      const x = round((at / right) * WIDE);
      const y = round(HIGH - (value / Math.max(1, top)) * HIGH);
      return `${at === 0 ? "M" : "L"}${x} ${y}`;
    })
    .join("");
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
