import "./Signature.css";

/** A signature as it was drawn, in the box that every one stands in (PROTOCOL.md §2, `strokes`). */
export function Signature({ path, label }: { readonly path: string; readonly label: string }) {
  return (
    <svg className="signature-drawn" viewBox="0 0 340 200" role="img" aria-label={label}>
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
