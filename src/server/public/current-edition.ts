import type { Statement } from "../../domain/statement.ts";

/** A row of the log, and what it says. */
export interface Numbered<Row> {
  readonly row: Row;
  readonly statement: Statement;
}

/**
 * What a reader needs today, of public statements in the order of the log: the newest covenant and handbook of each area,
 * campaigns that run and the words that they had before, changes that are under way, answers and figures as they stand now;
 * and of the ward every word that changes its key, so that a reader who pinned an older one can follow (PROTOCOL.md §2,
 * 'Whom to believe').
 */
export function currentOnly<Row>(all: readonly Numbered<Row>[]): readonly Row[] {
  const newest = new Map<string, Numbered<Row>>();
  const closed = new Set<string>();
  const over = new Set<string>();
  const kept = new Set<Numbered<Row>>();
  let wardKey = "";
  for (const one of all) {
    const { type, sub, body } = one.statement.claims;
    if (type === "ward.described") {
      const key = JSON.stringify(body["keys"]);
      if (key !== wardKey) kept.add(one);
      wardKey = key;
    }
    // A campaign that is opened again runs again.
    if (type === "campaign.opened") closed.delete(sub);
    if (type === "campaign.closed") closed.add(sub);
    if (type === "amendment.stepped" && isOver(body["step"])) over.add(sub);
    const topic = topicOf(one.statement);
    if (topic !== null) newest.set(topic, one);
  }
  for (const one of newest.values()) {
    const { type, sub } = one.statement.claims;
    const isDone = type.startsWith("amendment.")
      ? over.has(sub)
      : type === "campaign.opened" && closed.has(sub);
    if (!isDone) kept.add(one);
  }
  return all.filter((one) => kept.has(one)).map(({ row }) => row);
}

/** A change is in force by its new edition, or was given up: its draft is nobody's to read any more. */
function isOver(step: unknown): boolean {
  return step === "force" || step === "ended";
}

/** What a later statement replaces an earlier one by; null for what a reader does without. */
function topicOf({ claims: { jti, type, sub, body } }: Statement): string | null {
  switch (type) {
    case "ward.described":
    case "covenant.published":
    case "handbook.published":
    case "indicator.defined":
    case "opinion.answered":
      return JSON.stringify([type, sub]);
    // Whoever reads a receipt reads the words under which it was signed.
    case "campaign.opened":
      return JSON.stringify([type, sub, body["items"], body["consent"]]);
    case "amendment.opened":
      return JSON.stringify([type, sub]);
    case "amendment.stepped":
      return JSON.stringify([type, sub, body["step"]]);
    case "indicator.observed":
      return JSON.stringify([type, sub, body["indicator"], body["period"]]);
    // Each counts: the board adds them up, or lists them.
    case "contribution.recorded":
    case "spending.recorded":
    case "commendation.granted":
    case "covenant.decided":
      return JSON.stringify([type, jti]);
    default:
      return null;
  }
}
