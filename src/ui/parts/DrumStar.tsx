import "./DrumStar.css";

/** The star of the bronze drum, for covers only. */
export function DrumStar() {
  return (
    <svg className="drum-star" viewBox="-100 -100 200 200" aria-hidden>
      <circle r="97" />
      <circle r="94" />
      <circle r="86" className="drum-star-beads" />
      <circle r="77" />
      <circle r="73" />
      <path d={STAR} />
    </svg>
  );
}

const RAYS = 14;
const STAR = `M${Array.from({ length: RAYS * 2 }, (_, at) => cornerOf(at)).join("L")}Z`;

function cornerOf(at: number): string {
  const radius = at % 2 === 0 ? 64 : 16;
  const angle = (Math.PI * at) / RAYS;
  return `${(radius * Math.sin(angle)).toFixed(2)} ${(-radius * Math.cos(angle)).toFixed(2)}`;
}
