import { alikeIn } from "../../../domain/ward/alike.ts";
import type { HouseholdRow } from "../../../phone/api/phone.ts";
import { groupKey } from "./not-same.ts";

type Groups = readonly (readonly HouseholdRow[])[];

/** Groups alike by number and street, but for those that are asked about as doubles anyway. */
export function alikeApart(rows: readonly HouseholdRow[], doubles: Groups): Groups {
  const asked = new Set(doubles.map(groupKey));
  return alikeIn(rows).filter((group) => !asked.has(groupKey(group)));
}
