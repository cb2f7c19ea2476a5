import { searchKey } from "../../../domain/vietnamese.ts";
import type { AreaTotals, Totals } from "../../../domain/ward/totals.ts";
import { searcher } from "../../../domain/words/searcher.ts";
import type { Order } from "../tables/order-rows.ts";

export type Column = "area" | Exclude<keyof Totals, "awaiting"> | "signedShare";

/** The areas that a filter leaves, in an order, and in each its tổ likewise. A khu phố stays while one of its tổ does. */
export function arrangeAreas(
  areas: readonly AreaTotals[],
  {
    query,
    order,
    nameOf,
  }: { readonly query: string; readonly order: Order<Column>; readonly nameOf: (area: string) => string },
): AreaTotals[] {
  const meets = searcher(query);
  const named = (area: string) => meets(searchKey(nameOf(area)));
  const left = areas.flatMap((one) => {
    if (named(one.area)) return [one];
    const parts = one.parts.filter(({ area }) => named(area));
    return parts.length > 0 ? [{ ...one, parts }] : [];
  });
  return arranged(left, order).map((one) => ({ ...one, parts: arranged(one.parts, order) }));
}

/** The part of one that signed; 0 where there is nobody. */
export function signedShare({ signed, households }: Totals): number {
  return households === 0 ? 0 : signed / households;
}

function arranged(areas: readonly AreaTotals[], { column, descending }: Order<Column>): AreaTotals[] {
  // By place: as the codes stand already.
  if (column === "area") return descending ? [...areas].reverse() : [...areas];
  const valueOf = ({ totals }: AreaTotals) =>
    column === "signedShare" ? signedShare(totals) : totals[column];
  return [...areas].sort((a, b) => (descending ? valueOf(b) - valueOf(a) : valueOf(a) - valueOf(b)));
}
