import { FOLD } from "./fold-version.ts";
import type { MembershipRow } from "./rows.ts";

/** A ward of which this phone holds nothing yet. */
export function newMembership(ward: string): MembershipRow {
  return {
    ward,
    name: ward,
    device: null,
    role: "reader",
    areas: [],
    revoked: false,
    pins: [],
    n: 0,
    after: 0,
    epoch: null,
    scope: null,
    head: 0,
    saved: 0,
    reading: null,
    clockOffset: 0,
    etag: null,
    heardAt: null,
    lastSuccess: null,
    lastUsed: 0,
    rev: 0,
    rejectedBy: null,
    fold: FOLD,
  };
}
