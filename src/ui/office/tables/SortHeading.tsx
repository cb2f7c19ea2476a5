import type { ReactNode } from "react";
import { classNames } from "../../parts/words/class-names.ts";
import type { Order } from "./order-rows.ts";
import "./tables.css";

/** The heading of a column by which a table can be sorted: once more, and the order is turned round. */
export function SortHeading<Column extends string>({
  of: { order, setOrder },
  column,
  isFigure,
  isFalling = false,
  children,
}: SortHeadingProps<Column>) {
  const mine = order?.column === column ? order : null;
  const isDescending = mine ? !mine.descending : isFalling;
  return (
    <th
      scope="col"
      aria-sort={mine ? (mine.descending ? "descending" : "ascending") : "none"}
      className={classNames(isFigure && "office-figure") || undefined}
    >
      <button
        type="button"
        className="table-sort"
        onClick={() => setOrder({ column, descending: isDescending })}
      >
        {children}
        <span aria-hidden>{mine ? (mine.descending ? " ↓" : " ↑") : ""}</span>
      </button>
    </th>
  );
}

interface SortHeadingProps<Column extends string> {
  readonly of: {
    readonly order: Order<Column> | null;
    readonly setOrder: (order: Order<Column>) => void;
  };
  readonly column: Column;
  readonly isFigure?: boolean;
  /** Whether it is asked for the largest or the latest first. */
  readonly isFalling?: boolean;
  readonly children: ReactNode;
}
