import type { Household } from "../../domain/household-facts.ts";
import type { HouseholdRow, Membership, WardView } from "../../phone/api/phone.ts";

/** What the parts of this screen take. */
export interface OpenInfoProps {
  readonly membership: Membership;
  readonly ward: WardView;
  readonly household: Household;
  readonly rows: readonly HouseholdRow[];
}
