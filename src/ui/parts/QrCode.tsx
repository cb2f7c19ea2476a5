import { useMemo } from "react";
import { encode } from "uqr";
import "./QrCode.css";

/** A QR code as one inline drawing with the quiet zone of four modules that ISO/IEC 18004 asks for. `label` is its accessible name. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => draw(text), [text]);
  return (
    <figure className="qr-code" aria-label={label}>
      <svg aria-hidden viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
        <path className="qr-code-ground" d={`M0 0h${size}v${size}h-${size}z`} />
        <path className="qr-code-modules" d={path} />
      </svg>
    </figure>
  );
}

/** Letters from which on a code is large. */
const LARGE = 300;

function draw(text: string): { readonly size: number; readonly path: string } {
  // Any of the eight masks can be read. Looking for the best one costs a cheap phone 100 ms of a receipt, whose thousands
  // of modules are mixed evenly by each of them.
  const maskPattern = text.length < LARGE ? -1 : 0;
  const { data, size } = encode(text, { ecc: "L", boostEcc: true, border: 4, maskPattern });
  const parts: string[] = [];
  data.forEach((row, y) => {
    for (let x = 0; x < row.length; x++) {
      const from = x;
      while (row[x]) x++;
      if (x > from) parts.push(`M${from} ${y}h${x - from}v1h-${x - from}z`);
    }
  });
  return { size, path: parts.join("") };
}
