import { areaTable, type AreaColumn } from "../area-table.ts";
import { amount, joined, type Piece } from "../blocks.ts";
import type { Chapter, Section } from "../chapter.ts";
import { measureOf, type ReportFigure } from "../figure.ts";
import { figureOf, figuresIn } from "../report.ts";

/** What the people gave for works that all use, and what was spent. */
export function givingChapter(chapter: Chapter): Section {
  const { report, ward } = chapter;
  const title = "Nhân dân đóng góp xây dựng công trình chung";
  const given = figuresIn(report, "giving", ward.slug);
  const inKind = given.filter(({ key }) => /^gift\.(land|labour|lampPost|other)\./.test(key));
  const [cash, worth, spent] = ["gift.cash", "gift.worth", "spent"].map((key) => figureOf(report, key));
  if (given.length === 0) return [title, passage(["Trong kỳ chưa ghi nhận đóng góp hay khoản chi nào."])];
  const gifts = [
    ...inKind.map((figure): readonly Piece[] => [wordOf(figure), amount(figure)]),
    ...(cash ? [["tiền mặt ", amount(cash)]] : []),
  ];
  const pieces = [
    ...(gifts.length > 0 ? ["Nhân dân tự nguyện đóng góp: ", ...joined(gifts), "."] : []),
    ...(worth ? [" Đất, ngày công và hiện vật quy ra tiền (phần đã tính giá) là ", amount(worth), "."] : []),
    ...(spent
      ? [" Đã chi ", amount(spent), "; thu, chi được công khai trong sổ tay điện tử của khu phố."]
      : []),
    ...before(report.before?.title, [...inKind, ...(cash ? [cash] : []), ...(worth ? [worth] : [])]),
  ];
  return [
    title,
    passage(pieces),
    areaTable(
      chapter,
      "giving",
      "Đóng góp của Nhân dân theo khu phố",
      given.filter(({ value }) => value !== 0).map(columnOf),
    ),
  ];
}

function passage(pieces: readonly Piece[]) {
  return { kind: "passage", id: "giving", pieces } as const;
}

function before(title: string | undefined, figures: readonly ReportFigure[]): readonly Piece[] {
  const told = figures
    .filter(({ before: then }) => (then?.value ?? 0) > 0)
    .map((figure): readonly Piece[] => [wordOf(figure), amount({ ...figure, ...figure.before })]);
  return title === undefined || told.length === 0 ? [] : [` Cùng kỳ ${title}: `, ...joined(told), "."];
}

function wordOf({ key }: ReportFigure): string {
  const kind = measureOf(key).split(".")[1] ?? "";
  return WORDS[kind] ?? "";
}

const WORDS: Readonly<Record<string, string>> = {
  land: "hiến đất ",
  labour: "",
  lampPost: "đèn chiếu sáng ",
  other: "hiện vật khác ",
  cash: "tiền mặt ",
  worth: "quy ra tiền ",
};

function columnOf({ key, unit }: ReportFigure): AreaColumn {
  const measure = measureOf(key);
  const isMoney = unit === "đồng";
  const head = HEADS[measure] ?? HEADS[measure.split(".")[1] ?? ""] ?? measure;
  return { measure, head: `${head} (${unit})`, ...(isMoney ? { wide: true } : {}) };
}

const HEADS: Readonly<Record<string, string>> = {
  land: "Đất",
  labour: "Ngày công",
  lampPost: "Trụ đèn",
  other: "Hiện vật khác",
  "gift.cash": "Tiền mặt",
  "gift.worth": "Quy ra tiền",
  spent: "Đã chi",
};
