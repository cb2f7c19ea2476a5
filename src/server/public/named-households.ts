import type { Kysely } from "kysely";
import { isHouseholdId } from "../../domain/ids.ts";
import { NAMED_PURPOSE } from "../../domain/ward/naming.ts";
import { foldAround } from "../log/fold-around.ts";
import { readRow, storedDisclosures, type LogRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";

/** What of a household's commendation anybody may read who reads its name there. */
const AGREED = new Set(["name", "for"]);

/**
 * Of public rows those that name a household for its commendation, with the disclosures by which they do: only while the
 * household's consent to that stands (docs/protocol-additions.md, 'Commendations'). By the number of the row; every other row
 * about a household is missing, and is shown to nobody.
 */
export async function namedHouseholds(
  db: Kysely<Schema>,
  ward: string,
  rows: readonly LogRow[],
): Promise<ReadonlyMap<number, string>> {
  const named = new Map<number, string>();
  for (const row of rows.filter(isOfHousehold)) {
    const { claims, disclosures } = readRow(row);
    const { consents, purposes } = await foldAround(db, ward, row.place);
    const isAgreed =
      purposes.includes(NAMED_PURPOSE) && consents.some(({ jti }) => jti === claims.body["consent"]);
    // Of one that was erased no name is left, and nothing to show.
    if (!isAgreed || !disclosures.some(({ name }) => name === "name")) continue;
    named.set(row.seq, storedDisclosures(disclosures.filter(({ name }) => AGREED.has(name))));
  }
  return named;
}

/** Whether a public row is about a household: then it is a commendation, and shown on a condition. */
export function isOfHousehold({ type, place }: LogRow): boolean {
  return type === "commendation.granted" && isHouseholdId(place);
}
