import { isWithin } from "../../../domain/ids.ts";
import type { HouseholdRow } from "../../../phone/api/phone.ts";

/** How many open households of an area the phone has. */
export function householdsIn(rows: readonly HouseholdRow[], code: string): number {
  return rows.filter(({ area }) => isWithin(area, code)).length;
}
