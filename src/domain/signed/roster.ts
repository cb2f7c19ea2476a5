import { findKind } from "../kinds/all.ts";
import { inOrder, type Entry } from "../said.ts";
import { emptyWard, type PublicKey } from "../ward-facts.ts";

/** A key that may have signed a receipt. */
export interface RosterKey {
  readonly key: PublicKey;
  readonly role: "office" | "volunteer" | "household" | "viewer";
  /** Seconds: when the ward took its revocation in; null where it was not revoked. */
  readonly revokedAt: number | null;
}

/**
 * The keys that a ward made known, by device, with those that were revoked: what they signed before stays good. Takes
 * statements that are believed already.
 */
export function rosterOf(ward: string, entries: readonly Entry[]): ReadonlyMap<string, RosterKey> {
  const facts = emptyWard(ward);
  const revoked = new Map<string, number>();
  // A revocation holds from when the ward took it in (PROTOCOL.md §2), not from when an office without coverage said it.
  const takenIn = new Map(entries.map(({ statement, at }) => [statement.claims.jti, at]));
  for (const one of inOrder(entries)) {
    findKind(one.type, one.v)?.onWard(facts, one);
    // The first one holds.
    if (one.type === "device.revoked" && !revoked.has(one.sub))
      revoked.set(one.sub, secondsOf(takenIn.get(one.jti)) ?? one.at);
  }
  return new Map(
    Object.values(facts.devices).map(({ kid, key, role }): [string, RosterKey] => [
      kid,
      { key, role, revokedAt: revoked.get(kid) ?? null },
    ]),
  );
}

function secondsOf(milliseconds: number | null | undefined): number | null {
  return typeof milliseconds === "number" ? Math.floor(milliseconds / 1000) : null;
}
