import { isRecord } from "../domain/jws.ts";
import { LENGTHS } from "./columns.ts";
import type { NamedValues } from "./pack-records.ts";

/** Puts records together again from their columns (`packRecords`); null where the columns do not fit each other. */
export function unpackRecords(packed: unknown, count: number): NamedValues[] | null {
  return unpackEach(packed, count, (names, take) => names.map((name) => [name.text, take(name)] as const));
}

/** As `unpackRecords`, each record as an object; null also where a name cannot be set on one, which nobody writes. */
export function unpackObjects(packed: unknown, count: number): Record<string, unknown>[] | null {
  if (isRecord(packed) && isTextList(packed["names"]) && packed["names"].includes("__proto__")) return null;
  return unpackEach(packed, count, (names, take) => {
    const object: Record<string, unknown> = {};
    for (const name of names) object[name.text] = take(name);
    return object;
  });
}

/** A name, and what of its column was not taken yet. */
interface Name {
  readonly text: string;
  readonly values: readonly unknown[];
  next: number;
}

function unpackEach<Made>(
  packed: unknown,
  count: number,
  make: (names: readonly Name[], take: (name: Name) => unknown) => Made,
): Made[] | null {
  if (!isRecord(packed)) return null;
  const { names, shapes, shape, columns } = packed;
  if (!isTextList(names) || !Array.isArray(columns) || columns.length !== names.length) return null;
  if (!isIndexList(shape, Array.isArray(shapes) ? shapes.length : 0) || shape.length !== count) return null;
  const lists = (shapes as unknown[]).filter((list) => isIndexList(list, names.length));
  if (lists.length !== (shapes as unknown[]).length) return null;
  const lengths = names.map(() => 0);
  for (const at of shape) for (const name of lists[at] ?? []) lengths[name] = (lengths[name] ?? 0) + 1;
  const values = columns.map((column, at) => unpackColumn(column, lengths[at] ?? 0));
  if (!values.every((column) => column !== null)) return null;
  const columnsOf = names.map((text, at): Name => ({ text, values: values[at] ?? [], next: 0 }));
  const orders = lists.map((list) => list.map((at) => columnsOf[at]).filter((name) => name !== undefined));
  return shape.map((at) => make(orders[at] ?? [], (name) => name.values[name.next++]));
}

/** Whole numbers from their differences; null where it is no list of so many. */
export function unpackDifferences(differences: unknown, count: number): number[] | null {
  if (!Array.isArray(differences) || differences.length !== count) return null;
  let last = 0;
  const numbers = differences.map((difference) => (last += Number.isInteger(difference) ? difference : NaN));
  return numbers.every((number) => Number.isSafeInteger(number) && number >= 0) ? numbers : null;
}

/** Cuts a text into pieces of one length; null where it has not so many. */
export function cut(text: unknown, length: number, count: number): string[] | null {
  if (typeof text !== "string" || text.length !== length * count) return null;
  return Array.from({ length: count }, (_, at) => text.slice(at * length, (at + 1) * length));
}

/** True for a list of places in a list of this length. */
export function isIndexList(list: unknown, length: number): list is number[] {
  return Array.isArray(list) && list.every((at) => Number.isInteger(at) && at >= 0 && at < length);
}

/** True for a list of texts. */
export function isTextList(list: unknown): list is string[] {
  return Array.isArray(list) && list.every((text) => typeof text === "string");
}

function unpackColumn(column: unknown, count: number): readonly unknown[] | null {
  if (!isRecord(column)) return null;
  if ("differences" in column) return unpackDifferences(column["differences"], count);
  if ("digests" in column) return unpackDigests(column["digests"], column["counts"], count);
  if ("uuids" in column) return unpackIds(column["uuids"], column["others"], count);
  if ("words" in column) return unpackWords(column["words"], column["word"], count);
  if ("records" in column) return unpackObjects(column["records"], count);
  const { values } = column;
  return Array.isArray(values) && values.length === count ? values : null;
}

function unpackDigests(digests: unknown, counts: unknown, count: number): string[][] | null {
  if (typeof digests !== "string" || !isIndexList(counts, Infinity) || counts.length !== count) return null;
  const all = cut(
    digests,
    LENGTHS.digest,
    counts.reduce((sum, one) => sum + one, 0),
  );
  let from = 0;
  return all && counts.map((one) => all.slice(from, (from += one)));
}

function unpackIds(uuids: unknown, others: unknown, count: number): unknown[] | null {
  if (!Array.isArray(others) || others.length > count) return null;
  const pieces = cut(uuids, LENGTHS.uuid, count - others.length);
  if (!pieces) return null;
  const left = new Map<unknown, unknown>(others.filter(Array.isArray).map(([at, value]) => [at, value]));
  let next = 0;
  const values = Array.from({ length: count }, (_, at) =>
    left.has(at) ? left.get(at) : hyphenate(pieces[next++] ?? ""),
  );
  return next === pieces.length ? values : null;
}

function unpackWords(words: unknown, word: unknown, count: number): unknown[] | null {
  if (!Array.isArray(words) || !isIndexList(word, words.length) || word.length !== count) return null;
  return word.map((at): unknown => words[at]);
}

function hyphenate(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
