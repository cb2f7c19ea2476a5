import { drawQr } from "../../parts/draw-qr.ts";

/** A QR code as an SVG file, black on white in any theme, 40 mm wide: what a printer's program places on a cover. */
export function qrSvg(text: string): string {
  const { size, path } = drawQr(text) ?? { size: 1, path: "" };
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="40mm" viewBox="0 0 ${size} ${size}" ` +
    `shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>\n`
  );
}

/** The same as a PNG whose modules are whole pixels, at least 1,000 pixels wide; null where this browser draws none. */
export async function qrPng(text: string): Promise<Blob | null> {
  const drawn = drawQr(text);
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  if (!drawn || !context) return null;
  const scale = Math.ceil(WIDTH / drawn.size);
  canvas.width = canvas.height = drawn.size * scale;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(scale, scale);
  context.fillStyle = "#000";
  context.clip(new Path2D(drawn.path));
  context.fillRect(0, 0, drawn.size, drawn.size);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/** Pixels. */
const WIDTH = 1000;
