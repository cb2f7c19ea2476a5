import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

import { readPixels } from "../../src/ui/scan/read-pixels.ts";
import { settle } from "./eyes.ts";

/**
 * Reads the QR code that stands on a phone, off its pixels as a cheap camera sees them: shrunk to half of what a 720-pixel
 * screen shows, blurred, and with whatever lies over it. One look, with the app's own reader. Fails where it cannot be read,
 * and says of what size the picture was.
 */
export async function readCode(page: Page, code: Locator): Promise<string> {
  await code.waitFor();
  // Letters and what moves are where they stay; before, the figure may still be pushed down, or drawn half.
  await settle(page);
  // Clear of the bars above and below.
  await code.evaluate((figure) => figure.scrollIntoView({ block: "center", behavior: "instant" }));
  await settle(page);
  return readAsItStands(page, code);
}

/** Reads the QR code as `readCode` does, where it stands at this moment: nothing is waited for, nor moved. */
export async function readAsItStands(page: Page, code: Locator): Promise<string> {
  // A pixel of the style sheet is two of such a screen.
  const picture = await code.screenshot({ scale: "css", animations: "disabled" });
  // A page of its own, whose policy lets it draw what it is given.
  const dark = await page.context().newPage();
  try {
    const { width, height, bytes } = await dark.evaluate(blur, picture.toString("base64"));
    const data = new Uint8ClampedArray(Buffer.from(bytes, "base64"));
    const text = readPixels({ width, height, data });
    expect(text, `no camera reads the code in the picture of ${width} × ${height} px`).not.toBeNull();
    return text ?? "";
  } finally {
    await dark.close();
  }
}

/** Runs in the page. A reader wants a few pixels a module: the small picture is enlarged again, and stays as blurred. */
async function blur(picture: string) {
  const ENLARGED = 3;
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.width * ENLARGED;
  canvas.height = image.height * ENLARGED;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("nothing to draw on");
  context.filter = "blur(2px)";
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  let text = "";
  for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
  return { width, height, bytes: btoa(text) };
}
