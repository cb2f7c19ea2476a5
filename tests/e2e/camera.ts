import type { Page } from "playwright-core";

/** Where the picture says it was taken, and by what: what must not come along. */
export const CAMERA_WORDS = "So Tay Camera 10.7769N 106.7009E";

/**
 * A picture as a camera makes it, of 12 megapixels: a real JPEG of several MB, lying on its side, and with EXIF that says
 * so, and who took it where.
 */
export async function photograph(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4000, 3000);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    // Paper with grain: it does not compress well.
    const paper = context.createImageData(canvas.width, canvas.height);
    for (let at = 0; at < paper.data.length; at += 4) {
      paper.data.fill(200 + Math.floor(Math.random() * 55), at, at + 3);
      paper.data[at + 3] = 255;
    }
    context.putImageData(paper, 0, 0);
    context.font = "200px serif";
    context.fillText("Bản cam kết", 300, 1500);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer());
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192)
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  });
  const jpeg = Buffer.from(base64, "base64");
  // Right after the start of the image, as Exif 2.3 §4.5.4 has it.
  return Buffer.concat([jpeg.subarray(0, 2), exif(), jpeg.subarray(2)]);
}

/** An APP1 segment of two entries: turned by 90°, and a description. */
function exif(): Buffer {
  const words = Buffer.from(`${CAMERA_WORDS}\0`, "latin1");
  const directory = Buffer.alloc(8 + 2 + 2 * 12 + 4);
  directory.write("MM\0*\0\0\0\b", 0, "latin1");
  directory.writeUInt16BE(2, 8);
  // ImageDescription, ASCII, behind the directory.
  directory.writeUInt16BE(0x010e, 10);
  directory.writeUInt16BE(2, 12);
  directory.writeUInt32BE(words.length, 14);
  directory.writeUInt32BE(directory.length, 18);
  // Orientation, SHORT: 6, to be turned to the right.
  directory.writeUInt16BE(0x0112, 22);
  directory.writeUInt16BE(3, 24);
  directory.writeUInt32BE(1, 26);
  directory.writeUInt16BE(6, 30);
  const body = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), directory, words]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}
