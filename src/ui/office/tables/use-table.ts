import { useState } from "react";
import { searchKey } from "../../../domain/vietnamese.ts";
import { searcher } from "../../../domain/words/searcher.ts";
import type { Order, Sort } from "./order-rows.ts";

/** A table in order of the column that was chosen, and of what its search box finds. Both stay while its rows change. */
export function useTable<Row, Column extends string>(
  rows: readonly Row[],
  { sorts, wordsOf, first = null }: TableOptions<Row, Column>,
): Table<Row, Column> {
  const [order, setOrder] = useState<Order<Column> | null>(first);
  const [query, setQuery] = useState("");
  const found = query.trim() === "" || !wordsOf ? rows : rows.filter(meeting(query, wordsOf));
  // A column may have gone since, such as a year of which nothing is left.
  const sort: Sort<Row> | null | undefined = order && sorts[order.column];
  return {
    shown: order && sort ? sort(found, order.descending) : found,
    all: rows.length,
    order,
    setOrder,
    setQuery,
    // Whoever has typed something can also take it away again.
    isSearched: wordsOf !== undefined && (rows.length > SCREENFUL || query !== ""),
  };
}

/** What of a table its headings and tools need. */
export interface Table<Row, Column extends string> {
  readonly shown: readonly Row[];
  /** How many there are, found or not. */
  readonly all: number;
  /** null: as they come. */
  readonly order: Order<Column> | null;
  readonly setOrder: (order: Order<Column>) => void;
  readonly setQuery: (query: string) => void;
  /** Whether it has a search box. */
  readonly isSearched: boolean;
}

interface TableOptions<Row, Column extends string> {
  readonly sorts: Readonly<Record<Column, Sort<NoInfer<Row>>>>;
  /** What of a row is searched, with marks or without; not given where other filters stand above the table. */
  readonly wordsOf?: (row: NoInfer<Row>) => string;
  /** The order in which the rows come already, where a column tells it. */
  readonly first?: Order<NoInfer<Column>> | null;
}

function meeting<Row>(query: string, wordsOf: (row: Row) => string): (row: Row) => boolean {
  const meets = searcher(query);
  return (row) => meets(searchKey(wordsOf(row)));
}

/** Rows that are in sight at once on an office's desk. */
const SCREENFUL = 10;
