import { alikeIn } from "../../../domain/ward/alike.ts";
import { findDoubles } from "../../../domain/words/likeness.ts";
import type { HouseholdRow } from "../../../phone/api/phone.ts";
import { groupKey } from "./not-same.ts";

/** Groups alike by number and street, but for those that are asked about as doubles anyway. */
export function alikeApart(rows: readonly HouseholdRow[]): readonly (readonly HouseholdRow[])[] {
  const doubles = new Set(findDoubles(rows).map(groupKey));
  return alikeIn(rows).filter((group) => !doubles.has(groupKey(group)));
}
