import { isDigest, isStatementId } from "../domain/ids.ts";
import { isRecord } from "../domain/jws.ts";
import type { Column, Differences, Records } from "./columns.ts";

/** The names and values of a record, in their order. */
export type NamedValues = readonly (readonly [string, unknown])[];

/** Takes records apart into columns, one for each name. */
export function packRecords(records: readonly NamedValues[]): Records {
  const names = new Map<string, unknown[]>();
  const shapes = new Map<string, number>();
  const shape = records.map((record) => {
    for (const [name, value] of record) {
      const column = names.get(name);
      if (column) column.push(value);
      else names.set(name, [value]);
    }
    return placeOf(shapes, JSON.stringify(record.map(([name]) => name)));
  });
  const order = new Map([...names.keys()].map((name, at) => [name, at]));
  return {
    names: [...names.keys()],
    shapes: [...shapes.keys()].map((one) =>
      (JSON.parse(one) as string[]).map((name) => order.get(name) ?? 0),
    ),
    shape,
    columns: [...names.values()].map(packColumn),
  };
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
  const words = new Map<string, number>();
  const word: number[] = [];
  for (const value of values) {
    word.push(placeOf(words, JSON.stringify(value)));
    if (words.size * 3 > values.length) return null;
  }
  return { words: [...words.keys()].map((text): unknown => JSON.parse(text)), word };
}

function packNested(values: readonly unknown[]): Column | null {
  if (!values.every(isRecord) || values.some((value) => Object.hasOwn(value, "__proto__"))) return null;
  return { records: packRecords(values.map((value) => Object.entries(value))) };
}

function placeOf(places: Map<string, number>, key: string): number {
  const known = places.get(key);
  if (known !== undefined) return known;
  places.set(key, places.size);
  return places.size - 1;
}

// Small enough that no difference of two is rounded; 0 and -0 are one in JSON.
function isCounting(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 52;
}

function isDigestList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isDigest);
}
