import { isWithin } from "../../domain/ids.ts";

/** Switches an area on or off. One that is switched on takes the place of its parts; a part cannot be taken out of a whole. */
export function toggleArea(chosen: readonly string[], area: string): string[] {
  if (chosen.includes(area)) return chosen.filter((one) => one !== area);
  return [...chosen.filter((one) => !isWithin(one, area)), area];
}

/** Whether an area is chosen by itself or with what lies around it. */
export function isChosen(chosen: readonly string[], area: string): boolean {
  return chosen.some((one) => isWithin(area, one));
}
