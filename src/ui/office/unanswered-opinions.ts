import type { WardRecord } from "../../domain/ward-facts.ts";

/** How many opinions about areas nobody has answered, or taken for done, yet. */
export function unansweredOpinions(records: readonly WardRecord[]): number {
  const settled = new Set(
    records
      .filter(({ type, body }) => type === "opinion.answered" && SETTLING.has(String(body["status"])))
      .map(({ sub }) => sub),
  );
  return records.filter(({ type, jti }) => type === "opinion.given" && !settled.has(jti)).length;
}

const SETTLING: ReadonlySet<string> = new Set(["answered", "done"]);
