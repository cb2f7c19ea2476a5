import { describe, expect, test } from "vitest";
import { findSheet, sizeOf, straighten, type Corners, type Pixels } from "../../src/ui/pledge/straighten.ts";

/** A picture of which each pixel is grey by this rule. */
function draw(width: number, height: number, grey: (x: number, y: number) => number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    data.fill(grey(at % width, Math.floor(at / width)), at * 4, at * 4 + 3);
    data[at * 4 + 3] = 255;
  }
  return { data, width, height };
}

const CORNERS: Corners = [
  [30, 20],
  [150, 35],
  [140, 110],
  [20, 95],
];

/** Whether a point lies inside the corners. */
function inside(x: number, y: number): boolean {
  return CORNERS.every(([ax, ay], at) => {
    const [bx, by] = CORNERS[(at + 1) % 4] ?? [0, 0];
    return (bx - ax) * (y - ay) - (by - ay) * (x - ax) >= 0;
  });
}

describe("a sheet in a photo", () => {
  test("is found by its brightness, also where something else is bright, too", () => {
    const photo = draw(180, 130, (x, y) =>
      inside(x, y) ? 220 : x > 165 && y < 12 ? 250 : 60 + ((x * 7) % 20),
    );
    const found = findSheet(photo);
    expect(found).not.toBeNull();
    for (const [at, [x, y]] of CORNERS.entries()) {
      expect(Math.abs((found?.[at]?.[0] ?? 0) - x)).toBeLessThanOrEqual(2);
      expect(Math.abs((found?.[at]?.[1] ?? 0) - y)).toBeLessThanOrEqual(2);
    }
  });

  test.each([
    ["all is paper", draw(60, 40, () => 210)],
    ["only a small thing is bright", draw(60, 40, (x, y) => (x < 6 && y < 6 ? 240 : 40))],
  ])("is not found where %s", (_, photo) => {
    expect(findSheet(photo)).toBeNull();
  });

  test("is cut out along its corners and pulled straight", () => {
    // Left half dark, right half light, as seen on the sheet: its middle line runs between the middles of its long sides.
    const middle = (y: number) => 90 - ((y - 27.5) / (102.5 - 27.5)) * 10;
    const photo = draw(180, 130, (x, y) => (!inside(x, y) ? 0 : x < middle(y) ? 80 : 200));
    const sheet = straighten(photo, CORNERS);
    expect([sheet.width, sheet.height]).toEqual(sizeOf(CORNERS));
    const at = (x: number, y: number) => sheet.data[(Math.round(y) * sheet.width + Math.round(x)) * 4];
    for (const row of [0.1, 0.5, 0.9]) {
      expect(at(sheet.width * 0.25, sheet.height * row)).toBe(80);
      expect(at(sheet.width * 0.75, sheet.height * row)).toBe(200);
    }
    expect(Math.min(...sheet.data.filter((_, index) => index % 4 === 3))).toBe(255);
  });

  test("seen from its lower edge has its middle where its diagonals meet", () => {
    const corners: Corners = [
      [60, 10],
      [120, 10],
      [170, 110],
      [10, 110],
    ];
    const sheet = straighten(
      draw(180, 120, (_, y) => y),
      corners,
    );
    const middle = (Math.floor(sheet.height / 2) * sheet.width + Math.floor(sheet.width / 2)) * 4;
    // By similar triangles, 60 to 160: not in the middle of the picture's height, which would be 60.
    const meeting = 10 + (100 * 60) / (60 + 160);
    expect(Math.abs((sheet.data[middle] ?? 0) - meeting)).toBeLessThan(2);
  });

  test("that lies straight stays as it is", () => {
    const photo = draw(12, 8, (x, y) => x * 10 + y);
    const whole: Corners = [
      [0, 0],
      [12, 0],
      [12, 8],
      [0, 8],
    ];
    expect(straighten(photo, whole)).toEqual(photo);
  });
});
