import type { MembershipRow, PhoneDatabase } from "./database.ts";
import { live } from "./live.ts";
import type { Live, Membership } from "./phone.ts";

/** The wards of this phone, the one used last first. */
export function watchMemberships(db: PhoneDatabase): Live<readonly Membership[]> {
  return live(async () => {
    const rows = await db.memberships.toArray();
    return rows.sort((a, b) => b.lastUsed - a.lastUsed).map(membershipOf);
  });
}

/** What screens need of a membership. */
export function membershipOf(row: MembershipRow): Membership {
  const { ward, name, device, role, areas, revoked, copied = false } = row;
  return { ward, name, device, role, areas, revoked, copied };
}
