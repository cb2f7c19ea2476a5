import type { HouseholdRow } from "../../phone/phone.ts";

/** The next household on the way whose answer is still open; undefined at the end of the round. */
export function nextHousehold(rows: readonly HouseholdRow[], id: string): HouseholdRow | undefined {
  const at = rows.findIndex((row) => row.id === id);
  if (at < 0) return undefined;
  return rows.slice(at + 1).find(({ status }) => status.word !== "signed" && status.word !== "refused");
}
