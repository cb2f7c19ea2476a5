import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { strokes as schema } from "../../src/domain/kinds/fields.ts";
import { MOST_PATH_BYTES, strokePath } from "../../src/ui/pledge/stroke-path.ts";

describe("a signature as a path", () => {
  test("keeps the shape and drops what lies on a line", () => {
    expect(strokePath([[10, 20, 20, 20, 30, 20, 30, 40]])).toBe("M10 20l20 0 0 20");
  });

  test("keeps a dot beside a line", () => {
    expect(
      strokePath([
        [10, 20, 40, 20],
        [50, 5],
      ]),
    ).toBe("M10 20l30 0M50 5l0 0");
  });

  test("is none where nothing was drawn, or a palm touched the glass", () => {
    expect(strokePath([])).toBeNull();
    expect(strokePath([[], [12, 12]])).toBeNull();
    expect(strokePath([[10, 10, 12, 11]])).toBeNull();
  });

  test("stays inside the box of 340 × 200, also where the finger left the sheet", () => {
    expect(strokePath([[-20, 100, 400, 260]])).toBe("M0 100l340 100");
  });

  test("drops a stroke with a number that is none", () => {
    expect(
      strokePath([
        [0, 0, Number.NaN, 5],
        [10, 20, 40, 20],
      ]),
    ).toBe("M10 20l30 0");
  });

  test.each([
    ["a long scrawl", [scrawl(20_000)]],
    [
      "thousands of dots",
      Array.from({ length: 3000 }, (_, at) => [at % 340, at % 200, (at * 7) % 340, (at * 3) % 200]),
    ],
  ])("fits 8 kB and the schema: %s", (_, strokes) => {
    const path = strokePath(strokes) ?? "";
    expect(path.length).toBeLessThanOrEqual(MOST_PATH_BYTES);
    expect(path.length).toBeGreaterThan(1000);
    expect(v.is(schema, path)).toBe(true);
  });
});

function scrawl(points: number): number[] {
  return Array.from({ length: points }, (_, at) => [
    170 + 160 * Math.sin(at / 7) * Math.cos(at / 301),
    100 + 95 * Math.sin(at / 11),
  ]).flat();
}
