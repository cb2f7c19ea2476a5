import { encode } from "uqr";

/** A drawn code: modules on a side, the quiet zone among them, and the dark ones as an SVG path. */
export interface DrawnQr {
  readonly version: number;
  readonly size: number;
  readonly path: string;
}

/**
 * Draws a QR code that a cheap camera reads from a 5.5-inch screen: no denser than version 25, at level M as long as that
 * holds it and at L where it does not, with the quiet zone of four modules that ISO/IEC 18004 asks for. Null for what
 * neither holds.
 */
export function drawQr(text: string): DrawnQr | null {
  for (const ecc of ["M", "L"] as const) {
    if (new TextEncoder().encode(text).length <= MOST_BYTES[ecc]) return draw(text, ecc);
  }
  return null;
}

/** Bytes that version 25 holds (ISO/IEC 18004, table 7). */
const MOST_BYTES = { M: 997, L: 1273 } as const;
/** Letters from which on a code is large. */
const LARGE = 300;

function draw(text: string, ecc: "M" | "L"): DrawnQr {
  // Any of the eight masks can be read. Looking for the best one costs a cheap phone 100 ms of a receipt, whose thousands
  // of modules are mixed evenly by each of them.
  const maskPattern = text.length < LARGE ? -1 : 0;
  const { data, size, version } = encode(text, { ecc, boostEcc: true, border: 4, maskPattern });
  const parts: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const from = x;
      while (row[x]) x++;
      if (x > from) parts.push(`M${from} ${y}h${x - from}v1h-${x - from}z`);
    }
  });
  return { version, size, path: parts.join("") };
}
