/** The ward that most journeys walk in. */
export const WARD = "phuong-3";

/** Makes a ward with the demo's real list, covenants and pledge, and nothing done yet; `run` runs one command. */
export function fillWard(run: (...words: string[]) => void, ward: string): void {
  run("init", ward, "--name", "Phường 3");
  run("import", ward, "demo/danh-sach-ho.xlsx");
  for (const area of ["kp1", "kp2", "kp3"]) run("publish", ward, `demo/quy-uoc-${area}.md`);
  run("campaign", ward, "demo/cam-ket-2026.md");
}
