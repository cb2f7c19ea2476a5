import type { HouseholdRow, WardView } from "../../phone/api/phone.ts";
import { areaName, placeTitle } from "../parts/words/area-names.ts";

/** 'Tổ 7 · Khu phố 2' for one tổ, 'Khu phố 2' where all in sight lie in one, else the ward's name. */
export function roundTitle(
  ward: Pick<WardView, "areas" | "name">,
  area: string,
  groups: ReadonlyMap<string, readonly HouseholdRow[]>,
): string {
  if (area !== "") return placeTitle(ward, area);
  const [first, ...others] = new Set([...groups.keys()].map((code) => code.split("/")[0] ?? code));
  return first !== undefined && others.length === 0 ? areaName(ward, first) : ward.name;
}
