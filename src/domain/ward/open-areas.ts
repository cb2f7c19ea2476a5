import { isWithin } from "../ids.ts";
import type { Area } from "../ward-facts.ts";

/** The areas that are there to be chosen on a date: one that has ended only while a household stands in it; `peopled` are their places. */
export function openAreas(areas: readonly Area[], date: string, peopled: readonly string[]): readonly Area[] {
  return areas.filter(
    ({ code }) => !hasEnded(areas, code, date) || peopled.some((place) => isWithin(place, code)),
  );
}

/** Whether the last day of an area, or of one around it, lies before a date. */
export function hasEnded(areas: readonly Area[], code: string, date: string): boolean {
  return endOf(areas, code, date) !== undefined;
}

/** The area with which one has ended before a date: itself or one around it; undefined as long as it is there. */
export function endOf(
  areas: readonly Area[],
  code: string,
  date: string,
): (Area & { readonly to: string }) | undefined {
  return areas.find(
    (one): one is Area & { readonly to: string } =>
      one.to !== undefined && one.to < date && isWithin(code, one.code),
  );
}
