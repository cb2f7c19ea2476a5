import type { Live, Membership } from "../api/phone.ts";
import type { PhoneDatabase } from "./database.ts";
import { live } from "./live.ts";
import { membershipsOf } from "./membership-of.ts";

/** The wards of this phone, the one used last first. */
export function watchMemberships(db: PhoneDatabase): Live<readonly Membership[]> {
  return live(async () => membershipsOf(await db.memberships.toArray()));
}
