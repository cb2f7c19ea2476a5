import type { ViewRow } from "../store/rows.ts";
import { open, type Sealed } from "../store/seal.ts";
import type { HouseholdView, RowFacts } from "./household-view.ts";

/** A household's line of the round as it is kept, by views that are read by their households; one merged into another answers as its heir. Null where there is none. */
export async function readRow(
  view: (household: string) => PromiseLike<Pick<ViewRow, "sealed"> | undefined>,
  id: string,
): Promise<RowFacts | null> {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at);) {
    seen.add(at);
    const row = await view(at);
    if (!row) return null;
    const found: HouseholdView = open(row.sealed as Sealed<HouseholdView>);
    if (found.row) return found.row;
    at = found.into;
  }
  return null;
}
