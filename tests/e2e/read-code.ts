import { createRequire } from "node:module";
import type { Locator, Page } from "playwright-core";

/**
 * Reads the QR code that stands on a phone, off its pixels as a cheap camera sees them: shrunk to half of what a 720-pixel
 * screen shows, and blurred, from one of a few distances, as a hand moves until it is read. Null where it cannot be read.
 */
export async function readCode(page: Page, code: Locator): Promise<string | null> {
  // Clear of the bars above and below.
  await code.evaluate((figure) => figure.scrollIntoView({ block: "center" }));
  // A pixel of the style sheet is two of such a screen.
  const picture = (await code.screenshot({ scale: "css" })).toString("base64");
  // A page of its own, whose policy lets it draw what it is given.
  const dark = await page.context().newPage();
  try {
    await dark.addScriptTag({ path: createRequire(import.meta.url).resolve("jsqr") });
    return await dark.evaluate(look, picture);
  } finally {
    await dark.close();
  }
}

/** Runs in the page. The decoder wants a few pixels a module: the small picture is enlarged again, and stays as blurred. */
async function look(picture: string): Promise<string | null> {
  const [DISTANCES, BLUR] = [[3, 2.7, 3.3, 2.4, 3.6], 2];
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const read = (globalThis as unknown as { readonly jsQR: Decode }).jsQR;
  for (const enlarged of DISTANCES) {
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(image.width * enlarged);
    canvas.height = Math.round(image.height * enlarged);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("nothing to draw on");
    context.filter = `blur(${BLUR}px)`;
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const found = read(data, canvas.width, canvas.height);
    if (found) return found.data;
  }
  return null;
}

type Decode = (data: Uint8ClampedArray, width: number, height: number) => { readonly data: string } | null;
