import { compareNumbers } from "../../../domain/vietnamese.ts";
import { sortByName } from "../../../domain/words/vietnamese-names.ts";

/** By which column a table stands, and which way. */
export interface Order<Column extends string> {
  readonly column: Column;
  readonly descending: boolean;
}

/** Puts rows in an order, into a new list: equals stay as they were, and what has no value comes last, whichever way. */
export type Sort<Row> = (rows: readonly Row[], descending: boolean) => Row[];

/** By people's names, as `compareNames` has them. */
export function byName<Row>(nameOf: (row: Row) => string | null | undefined): Sort<Row> {
  return sortBy(nameOf, (some) => sortByName(some, ({ value }) => value));
}

/** By words, a number within them as a number: 'Tổ 2' before 'Tổ 10'. Also codes of areas, and days such as `2026-11-28`. */
export function byText<Row>(textOf: (row: Row) => string | number | null | undefined): Sort<Row> {
  return sortBy(textOf, (some) => some.sort((a, b) => compareNumbers(a.value, b.value)));
}

/** By numbers, and by moments in seconds. */
export function byNumber<Row>(numberOf: (row: Row) => number | null | undefined): Sort<Row> {
  return sortBy(numberOf, (some) => some.sort((a, b) => a.value - b.value));
}

function sortBy<Row, Value extends string | number>(
  valueOf: (row: Row) => Value | null | undefined,
  sort: (some: Valued<Row, Value>[]) => Valued<Row, Value>[],
): Sort<Row> {
  return (rows, descending) => {
    const some: Valued<Row, Value>[] = [];
    const without: Row[] = [];
    for (const row of rows) {
      const value = valueOf(row);
      if (value === null || value === undefined || value === "") without.push(row);
      else some.push({ row, value });
    }
    // Turned round before and after: equals keep their order.
    const sorted = descending ? sort(some.reverse()).reverse() : sort(some);
    return [...sorted.map(({ row }) => row), ...without];
  };
}

interface Valued<Row, Value> {
  readonly row: Row;
  readonly value: Value;
}
