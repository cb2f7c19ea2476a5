import { pledge as words } from "../text/vi/pledge.ts";

/** How a signer stands to the head, in Vietnamese: older records have a code where newer ones have the words. */
export function relationWords(relation: string): string {
  const known = Object.entries(words.relations).find(([code]) => code === relation);
  return known ? known[1] : relation;
}
