import { isDigest, isStatementId } from "../domain/ids.ts";
import { isRecord } from "../domain/jws.ts";
import type { Column, Differences, Records } from "./columns.ts";

/** The names and values of a record, in their order. */
export type NamedValues = readonly (readonly [string, unknown])[];

/** Takes records apart into columns, one for each name. */
export function packRecords(records: readonly NamedValues[]): Records {
  const named = new Map<string, { readonly at: number; readonly values: unknown[] }>();
  const shapes: (readonly number[])[] = [];
  const root: Shapes = { next: new Map(), place: null };
  const shape = records.map((record) => {
    let path = root;
    const order: number[] = [];
    for (const [name, value] of record) {
      const column = named.get(name) ?? { at: named.size, values: [] };
      if (column.values.push(value) === 1) named.set(name, column);
      order.push(column.at);
      path = stepFrom(path, column.at);
    }
    if (path.place === null) path.place = shapes.push(order) - 1;
    return path.place;
  });
  return {
    names: [...named.keys()],
    shapes,
    shape,
    columns: [...named.values()].map(({ values }) => packColumn(values)),
  };
}

/** Lists of names by what they begin with. */
interface Shapes {
  readonly next: Map<number, Shapes>;
  /** Of the list that ends here. */
  place: number | null;
}

function stepFrom({ next }: Shapes, name: number): Shapes {
  const known = next.get(name);
  if (known) return known;
  const fresh: Shapes = { next: new Map(), place: null };
  next.set(name, fresh);
  return fresh;
}

/** Whole numbers as the difference of each from the one before. */
export function toDifferences(numbers: readonly number[]): Differences {
  return numbers.map((number, at) => number - (numbers[at - 1] ?? 0));
}

function packColumn(values: readonly unknown[]): Column {
  if (values.every(isCounting)) return { differences: toDifferences(values) };
  if (values.every(isDigestList)) {
    return { digests: values.flat().join(""), counts: values.map((list) => list.length) };
  }
  const ids = values.filter(isStatementId);
  if (ids.length * 2 > values.length) {
    const others = values.flatMap((value, at) => (isStatementId(value) ? [] : [[at, value] as const]));
    return { uuids: ids.join("").replaceAll("-", ""), others };
  }
  return packWords(values) ?? packNested(values) ?? { values };
}

// Where few different ones are said again and again.
function packWords(values: readonly unknown[]): Column | null {
  const words: unknown[] = [];
  // Lists and objects are known by how they are written; a text may be written just like one, so that they are kept apart.
  const [plain, written] = [new Map<unknown, number>(), new Map<unknown, number>()];
  const word: number[] = [];
  for (const value of values) {
    const isPlain = typeof value !== "object";
    const places = isPlain ? plain : written;
    const key = isPlain ? value : JSON.stringify(value);
    const place = places.get(key) ?? words.push(value) - 1;
    places.set(key, place);
    word.push(place);
    if (words.length * 3 > values.length) return null;
  }
  return { words, word };
}

function packNested(values: readonly unknown[]): Column | null {
  if (!values.every(isRecord) || values.some((value) => Object.hasOwn(value, "__proto__"))) return null;
  return { records: packRecords(values.map((value) => Object.entries(value))) };
}

// Small enough that no difference of two is rounded; 0 and -0 are one in JSON.
function isCounting(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 52;
}

function isDigestList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isDigest);
}
