import type { Tone } from "../../parts/Chip.tsx";
import "./Ring.css";

/** A part of a whole as a ring, with the figure in it where one is given. `share` lies between 0 and 1. */
export function Ring({
  tone,
  share,
  value,
}: {
  readonly tone: Tone;
  readonly share: number;
  readonly value?: string;
}) {
  return (
    <span className={`ring ring-${tone}`}>
      <svg viewBox="0 0 40 40" aria-hidden>
        <circle className="ring-ground" cx="20" cy="20" r="17" />
        <circle
          className="ring-part"
          cx="20"
          cy="20"
          r="17"
          pathLength="100"
          strokeDasharray={`${Math.max(0, Math.min(1, share)) * 100} 100`}
        />
      </svg>
      {value !== undefined && <span className="ring-value">{value}</span>}
    </span>
  );
}
