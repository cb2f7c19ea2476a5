import type { TFunction } from "i18next";
import { pledge as words } from "../../text/vi/pledge.ts";

/** How a signer stands to the head, in Vietnamese: older records have a code where newer ones have the words. */
export function relationWords(relation: string): string {
  const known = Object.entries(words.relations).find(([code]) => code === relation);
  return known ? known[1] : relation;
}

/** The same in the reader's language, where it is one of the app's own words; as it was written otherwise. */
export function relationShown(t: TFunction<"pledge">, relation: string): string {
  const code = CODES.find((one) => one === relation || words.relations[one] === relation);
  return code ? t(`relations.${code}`) : relation;
}

const CODES = Object.keys(words.relations) as readonly (keyof typeof words.relations)[];
