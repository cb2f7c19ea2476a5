import type { PushAnswer } from "../../wire/answers.ts";
import type { MembershipRow } from "../store/rows.ts";

/** What every answer about the log tells of it. */
export interface LogState {
  readonly epoch: string;
  readonly head: number;
  readonly saved: number;
  /** Whether there are two copies of the device that asked; an older server does not tell. */
  readonly copied?: boolean | undefined;
}

/**
 * The membership after such an answer. Another log, or a shorter one, is read again from 0, since it may lack what this
 * phone holds (PROTOCOL.md §3, 'The log').
 */
export function heard(
  membership: MembershipRow,
  { epoch, head, saved, copied = false }: LogState,
): MembershipRow {
  const isOther = membership.epoch !== null && (membership.epoch !== epoch || head < membership.head);
  const reading = isOther ? { after: 0, epoch: null, scope: null, lost: true } : membership.reading;
  return { ...membership, epoch, head, saved, copied, reading };
}

/**
 * The membership after a push whose answer told as much of what it took as a page would: as far as these numbers follow what
 * was read, they need not be asked for again.
 */
export function readAlong(
  membership: MembershipRow,
  { at, results }: Pick<PushAnswer, "at" | "results">,
): MembershipRow {
  // Before a first page nobody knows what this phone sees; and a second reading begins from 0.
  if (at === undefined || membership.scope === null || membership.reading) return membership;
  let { after } = membership;
  const taken = results.flatMap((one) => (one.status === "accepted" ? [one.seq] : []));
  for (const seq of taken.sort((a, b) => a - b)) if (seq === after + 1) after = seq;
  return { ...membership, after };
}
