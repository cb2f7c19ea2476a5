import { isWithin } from "./ids.ts";
import type { Area } from "./ward-facts.ts";

/** The areas that are there to be chosen on a date: one that has ended only while a household stands in it; `peopled` are their places. */
export function openAreas(areas: readonly Area[], date: string, peopled: readonly string[]): readonly Area[] {
  return areas.filter(
    ({ code }) => !hasEnded(areas, code, date) || peopled.some((place) => isWithin(place, code)),
  );
}

/** Whether the last day of an area, or of one around it, lies before a date. */
export function hasEnded(areas: readonly Area[], code: string, date: string): boolean {
  return areas.some((one) => one.to !== undefined && one.to < date && isWithin(code, one.code));
}
