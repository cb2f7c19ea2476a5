/** A point in pixels: x, y. */
export type Point = readonly [number, number];

/** The corners of a sheet in a photo: top left, top right, bottom right, bottom left. */
export type Corners = readonly [Point, Point, Point, Point];

/** Pixels as a canvas holds them: four bytes each. */
export interface Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** A sheet that was photographed from the side, as if from right above: cut out along its corners and pulled straight. */
export function straighten(photo: Pixels, corners: Corners): Pixels {
  const [width, height] = sizeOf(corners);
  const from = mapping(corners);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [sourceX, sourceY] = from((x + 0.5) / width, (y + 0.5) / height);
      sample(photo, sourceX - 0.5, sourceY - 0.5, data, (y * width + x) * 4);
    }
  }
  return { data, width, height };
}

/** Pixels that the straight sheet has: as many as its longer sides had. */
export function sizeOf([a, b, c, d]: Corners): readonly [number, number] {
  const width = Math.max(distance(a, b), distance(d, c));
  const height = Math.max(distance(a, d), distance(b, c));
  return [Math.max(1, Math.round(width)), Math.max(1, Math.round(height))];
}

/**
 * Where a bright sheet lies on a darker ground: the corners of the largest part that is lighter than the rest. Null where no
 * part of a fair size stands out; then somebody shows the corners.
 */
export function findSheet({ data, width, height }: Pixels): Corners | null {
  const grey = Uint8Array.from({ length: width * height }, (_, at) => brightness(data, at));
  const threshold = otsu(grey);
  const sheet = largest(grey, width, height, threshold);
  const share = sheet.length / (width * height);
  if (share < LEAST_SHARE || share > MOST_SHARE) return null;
  const points = sheet.map((at): Point => [at % width, Math.floor(at / width)]);
  const best = (weigh: (point: Point) => number) =>
    points.reduce((one, other) => (weigh(other) > weigh(one) ? other : one));
  return [
    best(([x, y]) => -x - y),
    best(([x, y]) => x - y),
    best(([x, y]) => x + y),
    best(([x, y]) => y - x),
  ];
}

const LEAST_SHARE = 0.15;
const MOST_SHARE = 0.97;

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by);
}

/** From the unit square to any four corners (Heckbert, Fundamentals of Texture Mapping, 1989, §2.2.3). */
function mapping([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Corners): (u: number, v: number) => Point {
  const [sx, sy] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  const [dx1, dy1, dx2, dy2] = [x1 - x2, y1 - y2, x3 - x2, y3 - y2];
  const det = dx1 * dy2 - dx2 * dy1 || 1;
  const g = (sx * dy2 - sy * dx2) / det;
  const h = (dx1 * sy - dy1 * sx) / det;
  const [a, b] = [x1 - x0 + g * x1, x3 - x0 + h * x3];
  const [d, e] = [y1 - y0 + g * y1, y3 - y0 + h * y3];
  return (u, v) => {
    const w = g * u + h * v + 1;
    return [(a * u + b * v + x0) / w, (d * u + e * v + y0) / w];
  };
}

/** Between the four pixels around a place; the edge goes on beyond itself. */
function sample(
  { data, width, height }: Pixels,
  x: number,
  y: number,
  into: Uint8ClampedArray<ArrayBuffer>,
  at: number,
): void {
  const [left, top] = [clamp(Math.floor(x), width - 1), clamp(Math.floor(y), height - 1)];
  const [right, bottom] = [Math.min(left + 1, width - 1), Math.min(top + 1, height - 1)];
  const [p, q] = [clamp(x - left, 1), clamp(y - top, 1)];
  for (let part = 0; part < 4; part++) {
    const value = (column: number, row: number) => data[(row * width + column) * 4 + part] ?? 0;
    const above = value(left, top) * (1 - p) + value(right, top) * p;
    const below = value(left, bottom) * (1 - p) + value(right, bottom) * p;
    into[at + part] = above * (1 - q) + below * q;
  }
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

function brightness(data: Uint8ClampedArray<ArrayBuffer>, at: number): number {
  const [red = 0, green = 0, blue = 0] = [data[at * 4], data[at * 4 + 1], data[at * 4 + 2]];
  return (red * 299 + green * 587 + blue * 114) / 1000;
}

/** The brightness that parts two grounds best (Otsu, 1979). */
function otsu(grey: Uint8Array): number {
  const counts = Array.from({ length: 256 }, () => 0);
  for (const value of grey) counts[value] = (counts[value] ?? 0) + 1;
  const sum = counts.reduce((all, count, value) => all + count * value, 0);
  let [below, sumBelow, best, threshold] = [0, 0, -1, 127];
  for (let value = 0; value < 256; value++) {
    const count = counts[value] ?? 0;
    below += count;
    sumBelow += count * value;
    const above = grey.length - below;
    if (below === 0 || above === 0) continue;
    const apart = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (apart > best) [best, threshold] = [apart, value];
  }
  return threshold;
}

/** The largest part of pixels brighter than the threshold that hangs together. */
function largest(grey: Uint8Array, width: number, height: number, threshold: number): readonly number[] {
  const seen = new Uint8Array(grey.length);
  let best: readonly number[] = [];
  for (let start = 0; start < grey.length; start++) {
    if (seen[start] === 1 || (grey[start] ?? 0) <= threshold) continue;
    seen[start] = 1;
    const part = [start];
    for (let next = 0; next < part.length; next++) {
      const at = part[next] ?? 0;
      const x = at % width;
      const around = [
        x > 0 ? at - 1 : -1,
        x < width - 1 ? at + 1 : -1,
        at - width,
        at < width * (height - 1) ? at + width : -1,
      ];
      for (const other of around) {
        if (other < 0 || seen[other] === 1 || (grey[other] ?? 0) <= threshold) continue;
        seen[other] = 1;
        part.push(other);
      }
    }
    if (part.length > best.length) best = part;
  }
  return best;
}
