import { whomNext, type Proposal, type Why } from "../../domain/round/whom-next.ts";
import type { HouseholdRow } from "../../phone/api/phone.ts";

/** The household to go to after this one, and why; undefined where nobody is left at this hour. `at` in seconds. */
export function nextHousehold(
  rows: readonly HouseholdRow[],
  id: string,
  at: number,
): Proposal<HouseholdRow, Why> | undefined {
  const from = rows.find((row) => row.id === id);
  if (!from) return undefined;
  // Who waits in another tổ is no neighbour: first all of this one.
  const here = rows.filter(({ area }) => area === from.area);
  return whomNext(here, { at, from }).now[0] ?? whomNext(rows, { at, from }).now[0];
}
