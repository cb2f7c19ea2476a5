import type { MembershipRow } from "../store/rows.ts";
import type { Sent } from "./change.ts";

/** Grows with each change that is kept of a ward. */
export function turnOf(membership: MembershipRow | undefined): number {
  return membership?.turn ?? 0;
}

/** Whether nothing was kept since something was read, so that it is as it was read. */
export function isStill({ turn }: Sent, membership: MembershipRow | undefined): boolean {
  return turn === turnOf(membership);
}
