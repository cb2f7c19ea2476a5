import { nfc } from "../vietnamese.ts";

/** Order of people's names as a Vietnamese list has it: by given name (the last word), then by the rest. */
export function compareNames(a: string, b: string): number {
  return compareKeys(nameKey(a), nameKey(b));
}

/** Sorts by a person's name as `compareNames` does, into a new list; splits each name once. */
export function sortByName<T>(items: readonly T[], nameOf: (item: T) => string): T[] {
  return items
    .map((item) => ({ item, key: nameKey(nameOf(item)) }))
    .sort((a, b) => compareKeys(a.key, b.key))
    .map(({ item }) => item);
}

interface NameKey {
  readonly given: string;
  readonly rest: string;
}

const SPACES = /\s+/g;
// Made once: a collator costs more than thousands of comparisons.
const NAMES = new Intl.Collator("vi");

function nameKey(name: string): NameKey {
  const words = nfc(name).replace(SPACES, " ").trim();
  const at = words.lastIndexOf(" ");
  return { given: words.slice(at + 1), rest: at === -1 ? "" : words.slice(0, at) };
}

function compareKeys(a: NameKey, b: NameKey): number {
  return NAMES.compare(a.given, b.given) || NAMES.compare(a.rest, b.rest);
}
