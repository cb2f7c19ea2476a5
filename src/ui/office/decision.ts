import * as v from "valibot";
import type { Draft } from "../../domain/statement.ts";

/** The codes that PROTOCOL.md §2 allows as a reason, the commonest first. */
export const REASONS = ["duplicate", "mistake", "wish", "other"] as const;

const schema = v.object({
  /** Its own id: however often it is said, it is kept once. */
  jti: v.string(),
  /** The held record, and where it stands. */
  target: v.string(),
  place: v.string(),
  decision: v.picklist(["accept", "refuse"]),
  reason: v.picklist(REASONS),
  note: v.string(),
  /** What was decided on, in words. */
  what: v.string(),
  /** Seconds: when it was made. */
  at: v.number(),
});

/** A decision of the office that can still be undone: a draft, since no decision can be taken back once it was said (PROTOCOL.md §2). */
export type Decision = v.InferOutput<typeof schema>;

/** Reads a kept one; null where there is none. */
export function readDecision(kept: unknown): Decision | null {
  const read = v.safeParse(schema, kept);
  return read.success ? read.output : null;
}

/** Where it is kept until then. */
export function decisionKey(ward: string): string {
  return `decision/${ward}`;
}

/** What is said in the end. */
export function decisionDraft({ jti, target, place, decision, reason, note }: Decision): Draft {
  const personal = note === "" ? {} : { note };
  return { jti, type: "statement.decided", sub: target, in: place, body: { decision, reason }, personal };
}
