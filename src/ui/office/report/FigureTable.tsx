import { plain, type Piece, type ReportTable } from "../../../domain/report/blocks.ts";
import { classNames } from "../../parts/words/class-names.ts";
import { Pieces } from "./Pieces.tsx";

/** A table of a report; its figures lead to their lists, but `onWall`, where nobody taps. */
export function FigureTable({ table: { title, head, rows, sums }, onWall = false }: FigureTableProps) {
  return (
    <table className={classNames("office-table report-table", sums && "report-sums")}>
      <caption>{title}</caption>
      <thead>
        <tr>
          {head.map((one) => (
            <th key={one} scope="col">
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name = "", ...cells]) => (
          <tr key={plain([name])}>
            <th scope="row">{plain([name])}</th>
            {cells.map((cell, at) => (
              <td key={head[at + 1]} className="office-figure">
                {cellOf(cell)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );

  function cellOf(cell: Piece) {
    return onWall ? plain([cell]) : <Pieces pieces={[cell]} />;
  }
}

interface FigureTableProps {
  readonly table: ReportTable;
  readonly onWall?: boolean;
}
