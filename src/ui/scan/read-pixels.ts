import { decodeQR } from "qr/decode.js";

/** A picture: four bytes a pixel (RGBA), row by row, as a canvas gives it. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Reads the QR code in a picture (ISO/IEC 18004); null where there is none, or none that can be read. */
export function readPixels({ data, width, height }: Pixels): string | null {
  try {
    return decodeQR({ data, width, height }, { format: "RGBA", timeLimit: LONGEST });
  } catch {
    return null;
  }
}

/** Milliseconds in which what was not read at once is tried in other ways: a cheap phone is to look a few times a second. */
const LONGEST = 100;
