import type { HouseholdRow, WardView } from "../../../phone/api/phone.ts";

/** What each part of the page is given. */
export interface PartProps {
  readonly ward: WardView;
  /** All open households. */
  readonly rows: readonly HouseholdRow[];
}
