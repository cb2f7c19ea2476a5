import { createHash } from "node:crypto";
import { encode } from "uqr";
import { describe, expect, test } from "vitest";

import { readPixels, type Pixels } from "../../src/ui/scan/read-pixels.ts";

/** As long as a receipt's address: version 25 at level M. */
const RECEIPT = `https://so-tay.example/bien-nhan#${Array.from({ length: 21 }, (_, at) => digest(String(at))).join("")}`;

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

describe("a receipt's code, off a picture", () => {
  test.each([
    { pixels: 3.1, blur: 0.3, turned: 0 },
    { pixels: 3.6, blur: 0.35, turned: 0 },
    { pixels: 4.5, blur: 0.45, turned: 3 },
    { pixels: 5.2, blur: 0.3, turned: -7 },
    { pixels: 6.4, blur: 0.45, turned: 0 },
  ])("with $pixels pixels a module, blurred by $blur of one, turned by $turned°, is read", (how) => {
    expect(readPixels(photograph(RECEIPT, how))).toBe(RECEIPT);
  });

  test("is not made up where it is hidden, or where there is none", () => {
    const hidden = photograph(RECEIPT, { pixels: 4, blur: 0.3, turned: 0 });
    const { data, width, height } = hidden;
    data.fill(20, 4 * width * Math.floor(0.4 * height), 4 * width * Math.floor(0.7 * height));
    expect(readPixels(hidden)).toBeNull();
    expect(readPixels({ width, height, data: data.map(() => 240) })).toBeNull();
  });
});

interface How {
  /** Pixels a module. */
  readonly pixels: number;
  /** Modules: how far a point is spread, as a standard deviation. */
  readonly blur: number;
  /** Degrees. */
  readonly turned: number;
}

/** A code as a camera sees it on white ground. */
function photograph(text: string, { pixels, blur, turned }: How): Pixels {
  const { data: modules, size } = encode(text, { ecc: "M", border: 4, maskPattern: 0 });
  const side = Math.ceil(size * pixels * 1.15);
  const [cos, sin] = [Math.cos((turned * Math.PI) / 180), Math.sin((turned * Math.PI) / 180)];
  const sharp = Float32Array.from({ length: side * side }, (_, at) => {
    const [x, y] = [(at % side) - side / 2, Math.floor(at / side) - side / 2];
    const column = Math.floor((x * cos + y * sin) / pixels + size / 2);
    const row = Math.floor((y * cos - x * sin) / pixels + size / 2);
    return modules[row]?.[column] ? 30 : 250;
  });
  const seen = spread(spread(sharp, 1, blur * pixels), side, blur * pixels);
  const data = new Uint8ClampedArray(4 * side * side).fill(255);
  seen.forEach((light, at) => data.fill(light, 4 * at, 4 * at + 3));
  return { data, width: side, height: side };
}

/** Spreads each value along its neighbours `step` apart by a normal distribution: `deviation` is counted in steps. */
function spread(values: Float32Array, step: number, deviation: number): Float32Array {
  const reach = Math.ceil(3 * deviation);
  const places = Array.from({ length: 2 * reach + 1 }, (_, at) => at - reach);
  const weights = places.map((place) => Math.exp(-(place ** 2) / (2 * deviation ** 2)));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return values.map((own, at) =>
    places.reduce(
      (sum, place, which) => sum + ((values[at + place * step] ?? own) * (weights[which] ?? 0)) / whole,
      0,
    ),
  );
}
