import { fold, spelling } from "../vietnamese.ts";

/** What is compared of a household. */
export interface Compared {
  readonly head: string | undefined;
  readonly address: string | undefined;
}

/** Why two may be one household, the stronger reasons first. */
export type Likeness = "both" | "name" | "address" | "nearly";

/** A household made ready for comparing, once. */
export interface Likely {
  readonly name: string;
  /** The words of the name in alphabetical order: 'Ánh Nguyễn Thị' is 'Nguyễn Thị Ánh'. */
  readonly words: string;
  /** House number and street, without what lists write in ten ways. */
  readonly address: string;
}

/** Makes a household ready for `likenessOf`. */
export function likely({ head = "", address = "" }: Compared): Likely {
  const name = fold(spelling(head).replace(TITLES, "")).replace(BETWEEN, " ").trim();
  return { name, words: name.split(" ").sort().join(" "), address: plainAddress(address) };
}

/**
 * Whether two may be the same household, as somebody with the list in hand would see it: the same name or one that is
 * spelt a letter apart, the same house. Null where nothing speaks for it; a shared family name or street does not.
 */
export function likenessOf(one: Likely, other: Likely): Likeness | null {
  const name = isAlike(one, other);
  const address = one.address !== "" && HOUSE.test(one.address) && one.address === other.address;
  if (name && address) return "both";
  if (name) return "name";
  if (address) return "address";
  return isNearly(one, other) ? "nearly" : null;
}

/** A household of a list that may be the one asked for, and why. */
export interface Match<Row> {
  readonly row: Row;
  readonly likeness: Likeness;
}

/** Finds those of a list that may be a household, the likeliest first. Make it once for each list, not once for each key typed. */
export function likelyFinder<Row extends Compared>(
  rows: readonly Row[],
): (household: Compared) => readonly Match<Row>[] {
  const list = rows.map((row) => ({ row, made: likely(row) }));
  return function find(household) {
    const wanted = likely(household);
    return list
      .flatMap(({ row, made }) => {
        const likeness = likenessOf(wanted, made);
        return likeness === null ? [] : [{ row, likeness }];
      })
      .sort((a, b) => ORDER.indexOf(a.likeness) - ORDER.indexOf(b.likeness));
  };
}

/** Households that stand twice in a list: the same name in the same house. Each group once. */
export function findDoubles<Row extends Compared>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const { words, address } = likely(row);
    if (words === "" || !HOUSE.test(address)) continue;
    const key = `${words}|${address}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

const ORDER: readonly Likeness[] = ["both", "name", "address", "nearly"];
/** 'Ông', 'bà' and the like before a name; with their marks, since 'Ánh' is no 'anh'. */
const TITLES = /^(ông|bà|anh|chị|cô|chú|bác)\s+(?=\S+\s+\S)/;
const BETWEEN = /[\s.,;:()]+/g;
/** Words of an address that some write and others leave out. */
const FILLERS = /\b(so|nha|duong|hem|ngo|hem so|khu pho|to|d|h)\b/g;
/** Begins with a house number. */
const HOUSE = /^\d/;

function plainAddress(address: string): string {
  return fold(address)
    .replace(/\s*([/-])\s*/g, "$1")
    .replace(FILLERS, " ")
    .replace(BETWEEN, " ")
    .trim();
}

function isAlike(one: Likely, other: Likely): boolean {
  if (one.name === "" || other.name === "") return false;
  return one.name === other.name || (one.words === other.words && one.words.includes(" "));
}

/** One letter apart for each eight of a name. */
function isNearly(one: Likely, other: Likely): boolean {
  if (one.name.length < SHORT || other.name.length < SHORT) return false;
  const most = Math.floor(Math.max(one.name.length, other.name.length) / LETTERS);
  return distance(one.name, other.name, most) <= most;
}

const SHORT = 6;
const LETTERS = 8;

/** Letters to be changed, added or left out (Levenshtein, with two swapped as one: Damerau); anything above `most` where it is more. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const costs = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1)];
      if (swapped) costs.push((before[j - 2] ?? 0) + 1);
      row.push(Math.min(...costs));
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
