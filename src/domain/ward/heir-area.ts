import type { Area } from "../ward-facts.ts";
import { endOf } from "./open-areas.ts";

/** The area that goes on with one that has ended: its heir, or the heir's own where that has ended too; undefined where none does. */
export function heirArea(areas: readonly Area[], code: string, date: string): string | undefined {
  const seen = new Set<string>();
  let at: string | undefined = code;
  // Two that name each other go on with nobody.
  while (at !== undefined && !seen.has(at)) {
    seen.add(at);
    const end = endOf(areas, at, date);
    if (!end) return at;
    at = end.into;
  }
  return undefined;
}
