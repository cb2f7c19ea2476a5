import { VIETNAMESE } from "../../words/number-format.ts";
import {
  amount,
  amountWithParts,
  joined,
  type Cell,
  type Piece,
  type ReportBlock,
  type ReportChart,
} from "../blocks.ts";
import type { Chapter, Section } from "../chapter.ts";
import { amountText, type ReportFigure } from "../figure.ts";
import { figuresIn } from "../report.ts";

/** What the ward counted by its indicators, this year and the one before. */
export function indicatorsChapter({ report, ward }: Chapter): Section {
  const title = "Kết quả các chỉ tiêu thực hiện quy ước";
  const figures = figuresIn(report, "indicators", ward.slug);
  if (figures.length === 0) return [title, passage(["Trong kỳ chưa ghi số của chỉ tiêu nào."])];
  const before = String(Number(report.period.year) - 1);
  const sentences = figures.map((figure) => sentenceOf(figure, before));
  return [
    title,
    passage([...joined(sentences), "."]),
    {
      kind: "table",
      id: "indicators",
      title: `Các chỉ tiêu năm ${before} và năm ${report.period.year}`,
      sums: false,
      widths: [40, 20, 20, 20],
      head: ["Chỉ tiêu", `Năm ${before}`, `Năm ${report.period.year}`, "Tăng, giảm"],
      rows: figures.map((figure): readonly Cell[] => [
        figure.name,
        figure.before ? { figure, text: amountText({ ...figure, ...figure.before }) } : "—",
        amount(figure),
        changeOf(figure) ?? "—",
      ]),
    },
    ...chartsOf(figures, before, report.period.year),
  ];
}

function passage(pieces: readonly Piece[]) {
  return { kind: "passage", id: "indicators", pieces } as const;
}

function sentenceOf(figure: ReportFigure, before: string): readonly Piece[] {
  const isNothing = figure.form === "share" && figure.of === 0;
  const words: readonly Piece[] = [`${figure.name}: `, ...amountWithParts(figure)];
  if (!figure.before || isNothing) return words;
  const then: Piece = { figure, text: amountText({ ...figure, ...figure.before }) };
  return [...words, `, năm ${before} là `, then];
}

/** 'tăng 11,85 điểm %', 'giảm 8 người'; null where the two cannot be compared. */
function changeOf({ value, of, before, form, unit }: ReportFigure): string | null {
  if (value === null || !before || before.value === null) return null;
  const isShare = form === "share";
  if (isShare && (!of || !before.of)) return null;
  const points = (part: number, whole: number) => Math.round((part * 10_000) / whole);
  const change = isShare
    ? (points(value, of ?? 1) - points(before.value, before.of ?? 1)) / 100
    : Math.round((value - before.value) * 100) / 100;
  if (change === 0) return "không đổi";
  const size = VIETNAMESE.decimal(Math.abs(change));
  return `${change > 0 ? "tăng" : "giảm"} ${size} ${isShare || unit === "%" ? "điểm %" : unit}`;
}

function chartsOf(all: readonly ReportFigure[], before: string, year: string): readonly ReportBlock[] {
  const figures = all.filter(({ form, of }) => form === "share" && (of ?? 0) > 0);
  if (figures.length === 0) return [];
  const percent = (value: number | null, of: number | undefined) =>
    value === null || !of ? null : (value / of) * 100;
  const chart: ReportChart = {
    kind: "chart",
    id: "indicators",
    title: `Các chỉ tiêu tính theo tỷ lệ, năm ${before} và năm ${year} (%)`,
    alt: `Biểu đồ cột. ${figures.map((figure) => `${figure.name}: ${figure.before ? `năm ${before} ${amountText({ ...figure, ...figure.before })}, ` : ""}năm ${year} ${amountText(figure)}`).join("; ")}.`,
    series: [`Năm ${before}`, `Năm ${year}`],
    groups: figures.map(({ name, value, of, before: then }) => ({
      name,
      values: [percent(then?.value ?? null, then?.of), percent(value, of)],
    })),
  };
  return [chart];
}
