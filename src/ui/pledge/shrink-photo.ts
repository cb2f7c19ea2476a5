import { err, ok, type Result } from "../../domain/result.ts";
import { photoType } from "../../domain/signed/photo.ts";
import { MOST_KEPT_BYTES } from "../../phone/say/attach.ts";

/**
 * A picture from the camera, drawn anew so small that a full phone has room for it and thin coverage carries it. What the
 * camera wrote into the file, such as the place, is left behind: only what can be seen is drawn.
 */
export async function shrinkPhoto(file: Blob): Promise<Result<Uint8Array<ArrayBuffer>, "unreadable">> {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return err("unreadable");
  try {
    for (const side of SIDES) {
      const bytes = await encodeSmall(draw(picture, side));
      if (bytes) return ok(bytes);
    }
    return err("unreadable");
  } finally {
    picture.close();
  }
}

/** A drawing as a photo that is small enough to be kept; null where it is too large for that at any quality. */
export async function encodeSmall(canvas: HTMLCanvasElement): Promise<Uint8Array<ArrayBuffer> | null> {
  for (const quality of QUALITIES) {
    const bytes = await encode(canvas, quality);
    if (bytes && bytes.length <= MOST_KEPT_BYTES) return bytes;
  }
  return null;
}

/** Pixels of the longer side: the first is enough to read handwriting on a sheet of A4. */
const SIDES = [1600, 1280, 1000, 700];
const QUALITIES = [0.8, 0.65, 0.5];

function draw(picture: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext("2d");
  // A picture without a ground would come out black as JPEG.
  if (context) context.fillStyle = "#fff";
  context?.fillRect(0, 0, canvas.width, canvas.height);
  context?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** WebP where the browser writes it; others answer with PNG, which the ward does not take, and write JPEG. */
async function encode(canvas: HTMLCanvasElement, quality: number): Promise<Uint8Array<ArrayBuffer> | null> {
  for (const type of ["image/webp", "image/jpeg"]) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
    const bytes = blob && new Uint8Array(await blob.arrayBuffer());
    if (bytes && photoType(bytes) !== null) return bytes;
  }
  return null;
}
