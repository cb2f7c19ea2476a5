import type { Membership } from "../api/phone.ts";
import type { MembershipRow } from "./rows.ts";

/** What screens need of the memberships of this phone, the one used last first. */
export function membershipsOf(rows: readonly MembershipRow[]): readonly Membership[] {
  return rows.toSorted((a, b) => b.lastUsed - a.lastUsed).map(membershipOf);
}

/** What screens need of a membership. */
export function membershipOf(row: MembershipRow): Membership {
  const { ward, name, device, role, areas, revoked, copied = false } = row;
  return { ward, name, device, role, areas, revoked, copied };
}
