import { createRequire } from "node:module";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

import { settle } from "./eyes.ts";

/**
 * Reads the QR code that stands on a phone, off its pixels as a cheap camera sees them: shrunk to half of what a 720-pixel
 * screen shows, and blurred, from one of a few distances, as a hand moves until it is read, and once more as the camera has
 * come into focus. Fails where it cannot be read,
 * and says of what size the picture was.
 */
export async function readCode(page: Page, code: Locator): Promise<string> {
  await code.waitFor();
  // Letters and what moves are where they stay; before, the figure may still be pushed down, or drawn half.
  await settle(page);
  // Clear of the bars above and below.
  await code.evaluate((figure) => figure.scrollIntoView({ block: "center", behavior: "instant" }));
  await settle(page);
  // A pixel of the style sheet is two of such a screen.
  const bytes = await code.screenshot({ scale: "css", animations: "disabled" });
  // A page of its own, whose policy lets it draw what it is given.
  const dark = await page.context().newPage();
  try {
    await dark.addScriptTag({ path: createRequire(import.meta.url).resolve("jsqr") });
    const { text, width, height } = await dark.evaluate(look, bytes.toString("base64"));
    expect(text, `no camera reads the code in the picture of ${width} × ${height} px`).not.toBeNull();
    return text ?? "";
  } finally {
    await dark.close();
  }
}

/** Runs in the page. The decoder wants a few pixels a module: the small picture is enlarged again, and stays as blurred. */
async function look(picture: string): Promise<Seen> {
  const DISTANCES = [3, 2.7, 3.3, 2.4, 3.6];
  // At 320 px a module is 2.4 to 2.7 px wide: under the first blur one code in ten or so is lost at every distance, by what
  // happens to stand in it; under the second none was, of 48.
  const BLURS = [2, 1.2];
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const { width, height } = image;
  const read = (globalThis as unknown as { readonly jsQR: Decode }).jsQR;
  for (const [blur, enlarged] of BLURS.flatMap((one) =>
    DISTANCES.map((distance) => [one, distance] as const),
  )) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * enlarged);
    canvas.height = Math.round(height * enlarged);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("nothing to draw on");
    context.filter = `blur(${blur}px)`;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const found = read(data, canvas.width, canvas.height);
    if (found) return { text: found.data, width, height };
  }
  return { text: null, width, height };
}

interface Seen {
  readonly text: string | null;
  readonly width: number;
  readonly height: number;
}

type Decode = (data: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;
