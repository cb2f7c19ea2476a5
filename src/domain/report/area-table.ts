import type { Area } from "../ward-facts.ts";
import { formatDate } from "../words/vietnamese-format.ts";
import { bare, type Cell, type ReportTable } from "./blocks.ts";
import { placesOf, type Chapter } from "./chapter.ts";
import { keyAt, shareText } from "./figure.ts";
import { figureOf } from "./report.ts";

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
  chapter: Chapter,
  id: string,
  title: string,
  columns: readonly AreaColumn[],
): ReportTable {
  const { report } = chapter;
  const rows = [
    ...placesOf(chapter).map((area) => ({ place: area.code, name: nameOf(area, report.period.to) })),
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

/** The name of a khu phố, with its last day where it was gone by a date. */
function nameOf({ name, to }: Area, date: string): string {
  return to !== undefined && to < date ? `${name} (đến ${formatDate(to)})` : name;
}
