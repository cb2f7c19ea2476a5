import type { ReportChart } from "../../../domain/report/blocks.ts";
import { VIETNAMESE } from "../../../domain/words/number-format.ts";

/** Width and height of a chart, in the units of its picture. */
export const CHART_SIZE = { width: 900, height: 420 } as const;

/**
 * A chart as a picture: black on white and told apart by pattern too, since papers are copied without colour. Letters are the
 * paper's own, so that no file is fetched for it.
 */
export function chartSvg({ groups, series, alt }: ReportChart): string {
  const { width, height } = CHART_SIZE;
  const top = niceTop(groups.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const y = (value: number) => BOTTOM - (value / top) * (BOTTOM - TOP);
  const lines = [0, 1, 2, 3, 4].map((step) => (top / 4) * step);
  const room = (width - LEFT - RIGHT) / Math.max(1, groups.length);
  const bar = Math.min(64, (room * 0.7) / Math.max(1, series.length));
  const drawn = groups.flatMap(({ name, values }, group) => {
    const middle = LEFT + room * (group + 0.5);
    const first = middle - (bar * values.length) / 2;
    return [
      ...values.map((value, at) => (value === null ? "" : barOf(first + bar * at, bar, value, y(value), at))),
      ...label(name, room).map(
        (line, row) =>
          `<text x="${middle}" y="${BOTTOM + 24 + row * 20}" text-anchor="middle">${escape(line)}</text>`,
      ),
    ];
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escape(alt)}" font-family="'Times New Roman', 'Liberation Serif', serif" font-size="17" fill="#000">`,
    `<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="7" height="7" fill="#fff"/><rect width="3" height="7" fill="${COLOURS[1]}"/></pattern></defs>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...lines.map(
      (value) =>
        `<line x1="${LEFT}" x2="${width - RIGHT}" y1="${y(value)}" y2="${y(value)}" stroke="#999" stroke-width="${value === 0 ? 1.5 : 0.5}"/><text x="${LEFT - 8}" y="${y(value) + 6}" text-anchor="end">${VIETNAMESE.decimal(round(value))}</text>`,
    ),
    ...drawn,
    ...series.map((name, at) => {
      const x = LEFT + at * 260;
      return `<rect x="${x}" y="10" width="22" height="16" fill="${fillOf(at)}" stroke="#000"/><text x="${x + 30}" y="24">${escape(name)}</text>`;
    }),
    "</svg>",
  ].join("");
}

const LEFT = 62;
const RIGHT = 16;
const TOP = 64;
const BOTTOM = 350;
const COLOURS = ["#7a1212", "#b07a1e"] as const;

function barOf(x: number, width: number, value: number, y: number, at: number): string {
  return `<rect x="${x + 2}" y="${y}" width="${width - 4}" height="${BOTTOM - y}" fill="${fillOf(at)}" stroke="#000"/><text x="${x + width / 2}" y="${y - 6}" text-anchor="middle" font-size="15">${VIETNAMESE.decimal(round(value))}</text>`;
}

// The period before is hatched, this one is solid; so are the two series of one period.
function fillOf(at: number): string {
  return at === 0 ? "url(#hatch)" : COLOURS[0];
}

/** A name in two lines at most, as broad as its room. */
function label(name: string, room: number): readonly string[] {
  const most = Math.max(8, Math.floor(room / 8));
  const lines: string[] = [];
  for (const word of name.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]}…`];
}

function niceTop(values: readonly number[]): number {
  const most = Math.max(1, ...values);
  return (
    [4, 8, 20, 40, 60, 80, 100, 120, 160, 200, 240, 300, 400].find((one) => one >= most) ??
    Math.ceil(most / 400) * 400
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
