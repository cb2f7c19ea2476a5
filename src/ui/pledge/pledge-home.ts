import type { Membership } from "../../phone/api/phone.ts";

/** Where a pledge was opened from and leads back to: the household's page on a volunteer's phone, 'Hộ của tôi' on its own. */
export function pledgeHome({ role }: Membership, household: string): string {
  return role === "household" ? "/ho-cua-toi" : `/ho/${household}`;
}
