import type { TFunction } from "i18next";
import type { ReportFigure } from "../../../domain/report/figure.ts";
import type { Outline } from "../../../domain/report/outline.ts";
import type { Report } from "../../../domain/report/report.ts";
import type { WardView } from "../../../phone/api/phone.ts";
import { placeTitle } from "../../parts/words/area-names.ts";
import type { Sheet, SheetCell } from "./workbook.ts";

/** The figures of a report as sheets: all of them in one list, and each table of the paper in its own. `t` speaks Vietnamese. */
export function reportSheets(
  t: TFunction<"report">,
  { ward, report, outline, origin }: Sheets,
): readonly Sheet[] {
  const list: Sheet = {
    name: t("sheets.figures"),
    widths: [18, 26, 44, 16, 16, 14, 12, 16, 16, 14, 12, 34],
    rows: [COLUMNS.map((name) => t(`sheets.columns.${name}`)), ...report.figures.map(rowOf)],
  };
  const tables = outline.blocks
    .filter((block) => block.kind === "table")
    .map(({ title, head, rows }, at): Sheet => ({
      name: t("sheets.table", { number: at + 1 }),
      widths: [28, ...head.slice(1).map(() => 18)],
      rows: [
        head,
        ...rows.map((cells) =>
          cells.map((cell, column): SheetCell => {
            if (typeof cell === "string") return cell;
            const { figure, text } = cell;
            return column > 0 && /^[\d.]+$/.test(text) ? figure.value : text;
          }),
        ),
        [],
        [title],
      ],
    }));
  return [list, ...tables];

  function rowOf(figure: ReportFigure): readonly SheetCell[] {
    const { part, place, name, value, of, unit, before, lines, list: address } = figure;
    return [
      t(`sheets.parts.${part}`),
      place === ward.slug ? ward.name : placeTitle(ward, place),
      name,
      value,
      of ?? null,
      unit,
      percent(value, of),
      before?.value ?? null,
      before?.of ?? null,
      before ? percent(before.value, before.of) : null,
      lines.length,
      { text: `${origin}${address}`, href: `${origin}${address}` },
    ];
  }
}

/** Two decimals, as papers print it. */
function percent(value: number | null, of: number | undefined): number | null {
  return value === null || !of ? null : Math.round((value * 10_000) / of) / 100;
}

const COLUMNS = [
  "part",
  "place",
  "name",
  "value",
  "whole",
  "unit",
  "share",
  "before",
  "beforeWhole",
  "beforeShare",
  "records",
  "list",
] as const;

interface Sheets {
  readonly ward: Pick<WardView, "slug" | "name" | "areas">;
  readonly report: Report;
  readonly outline: Outline;
  /** Of the app: `https://sotay.example`. */
  readonly origin: string;
}
