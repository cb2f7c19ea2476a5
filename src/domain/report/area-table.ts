import { bare, type Cell, type ReportTable } from "./blocks.ts";
import type { Chapter } from "./chapter.ts";
import { keyAt, shareText } from "./figure.ts";
import { figureOf } from "./report.ts";
import { neighbourhoodsOf } from "./source.ts";

/** A column of a table by khu phố: a measure's number, its share, or its amount in words. */
export interface AreaColumn {
  readonly measure: string;
  readonly head: string;
  readonly share?: true;
  /** Its numbers are long: đồng. */
  readonly wide?: true;
}

/** A table with a row for each khu phố and one for the ward. */
export function areaTable(
  { report, ward }: Chapter,
  id: string,
  title: string,
  columns: readonly AreaColumn[],
): ReportTable {
  const rows = [
    ...neighbourhoodsOf(ward, report.period.to).map(({ code, name }) => ({ place: code, name })),
    { place: "", name: "Toàn phường" },
  ];
  return {
    kind: "table",
    id,
    title,
    widths: [18, ...columns.map(({ wide }) => (wide ? 18 : 11))],
    head: ["Khu phố", ...columns.map(({ head }) => head)],
    sums: true,
    rows: rows.map(({ place, name }) => [name, ...columns.map((column) => cellOf(column, place))]),
  };

  function cellOf({ measure, share }: AreaColumn, place: string): Cell {
    const figure = figureOf(report, keyAt(measure, place));
    if (share) return figure ? { figure, text: shareText(figure) ?? "—" } : "—";
    if (!figure || figure.value === 0) return figure ? { figure, text: "0" } : "—";
    return bare(figure);
  }
}
