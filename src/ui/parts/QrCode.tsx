import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { drawQr } from "./draw-qr.ts";
import "./QrCode.css";

/** A QR code as one inline drawing with its quiet zone. `label` is its accessible name. What is too long for a code that a cheap camera can read gets none, and says so. */
export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTranslation("receipt");
  const drawn = useMemo(() => drawQr(text), [text]);
  if (!drawn) return <p className="quiet">{t("tooLong")}</p>;
  const { size, path } = drawn;
  return (
    <figure className="qr-code" aria-label={label}>
      {/* Not snapped to the glass's pixels: on a small one modules of two and of three pixels stand beside each other then, and are lost to a camera. */}
      <svg aria-hidden viewBox={`0 0 ${size} ${size}`} shapeRendering="geometricPrecision">
        <path className="qr-code-ground" d={`M0 0h${size}v${size}h-${size}z`} />
        <path className="qr-code-modules" d={path} />
      </svg>
    </figure>
  );
}
