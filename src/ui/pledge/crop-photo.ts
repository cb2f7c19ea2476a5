import { photoType } from "../../domain/signed/photo.ts";
import { encodeSmall } from "./shrink-photo.ts";
import { findSheet, straighten, type Corners, type Pixels, type Point } from "./straighten.ts";

/** A photo's pixels, at most `most` on its longer side; null where this phone has no memory to draw it in. */
async function pixelsOf(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Pixels | null> {
  const picture = await createImageBitmap(new Blob([bytes], { type: photoType(bytes) ?? "" })).catch(
    () => null,
  );
  if (!picture) return null;
  const scale = Math.min(1, most / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return context?.getImageData(0, 0, canvas.width, canvas.height) ?? null;
}

/** Where the paper's corners seem to lie, as shares of the photo's sides; somewhat inside its edges where nobody can tell. */
export async function guessCorners(bytes: Uint8Array<ArrayBuffer>): Promise<Corners> {
  const small = await pixelsOf(bytes, SMALL);
  const found = small && findSheet(small);
  return found ? scaled(found, 1 / small.width, 1 / small.height) : INSIDE;
}

/** The photo cut out along corners given as shares of its sides, pulled straight, and kept as small as any other. Null where it cannot be. */
export async function cropPhoto(
  bytes: Uint8Array<ArrayBuffer>,
  corners: Corners,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const photo = await pixelsOf(bytes, LARGE);
  return photo && encode(straighten(photo, scaled(corners, photo.width, photo.height)));
}

/** The photo turned to the right by a quarter. */
export async function turnPhoto(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
  // What was at its left stands above.
  const [topLeft, topRight, bottomRight, bottomLeft] = WHOLE;
  return cropPhoto(bytes, [bottomLeft, topLeft, topRight, bottomRight]);
}

const SMALL = 160;
const LARGE = 1600;
const WHOLE: Corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
const INSIDE: Corners = [
  [0.05, 0.05],
  [0.95, 0.05],
  [0.95, 0.95],
  [0.05, 0.95],
];

async function encode({ data, width, height }: Pixels): Promise<Uint8Array<ArrayBuffer> | null> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = height;
  canvas.getContext("2d")?.putImageData(new ImageData(data, width, height), 0, 0);
  return encodeSmall(canvas);
}

function scaled([a, b, c, d]: Corners, x: number, y: number): Corners {
  const one = ([px, py]: Point): Point => [px * x, py * y];
  return [one(a), one(b), one(c), one(d)];
}
