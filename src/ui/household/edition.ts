import type { WardView } from "../../phone/api/phone.ts";

/** The edition of the handbook for a tổ: the campaign's, else that of the book that is out; undefined where there is none. */
export function editionFor(
  ward: Pick<WardView, "books" | "campaign">,
  area: string | null,
): number | string | undefined {
  for (let code = area ?? ""; code !== ""; code = code.slice(0, Math.max(0, code.lastIndexOf("/")))) {
    const found = ward.campaign?.editions[code] ?? ward.books.findLast((book) => book.area === code)?.edition;
    if (found !== undefined) return found;
  }
  return undefined;
}
