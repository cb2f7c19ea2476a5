import { formatDong } from "../words/money.ts";
import { VIETNAMESE, type Numbers } from "../words/number-format.ts";

/** The chapters of a report, in the order in which it tells of them. */
export const REPORT_PARTS = [
  "people",
  "covenants",
  "reach",
  "meetings",
  "giving",
  "indicators",
  "opinions",
  "commendations",
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** Something that a figure counts or adds up: of what it is in the app, and how much it adds. */
export interface FigureLine {
  readonly of:
    | "household"
    | "area"
    | "covenant"
    | "decision"
    | "gift"
    | "expense"
    | "indicator"
    | "opinion"
    | "meeting"
    | "commendation";
  /** Id of the household, code of the area, id of the statement. */
  readonly id: string;
  /** Household, area or ward where it stands. */
  readonly place: string;
  readonly amount: number;
}

/** How much: a count, a sum, or a part of a whole. */
export interface Amount {
  /** The sum of the lines; of a share the part. Null where nobody counted. */
  readonly value: number | null;
  /** The whole that it is a part of. */
  readonly of?: number | undefined;
}

/** What is counted or added up in a period. */
export interface Measured extends Amount {
  /** Stays the same from period to period: `reach.delivered`, `gift.land.m²@kp2`. */
  readonly key: string;
  readonly part: ReportPart;
  /** The ward's slug, or the code of an area. */
  readonly place: string;
  /** In Vietnamese, as a paper names it: 'Hộ đã nhận sổ tay'. */
  readonly name: string;
  /** As it is written: 'hộ', 'm²', 'đồng'. */
  readonly unit: string;
  /** Shown as a number with its unit, or as per cent of its whole. */
  readonly form: "count" | "share";
  readonly lines: readonly FigureLine[];
}

/** A figure of a report, with the one of the period before and where in the app all that it counts is listed. */
export interface ReportFigure extends Measured {
  readonly before: Amount | null;
  /** Address of its list. */
  readonly list: string;
}

/** '940 hộ', '3 tỷ 120 triệu đồng', '81,85%'; of a share of nothing a sentence, '—' where nobody counted. Numbers as in a report unless told otherwise; the sentence is Vietnamese. */
export function amountText(
  { value, of, unit, form }: Amount & Pick<Measured, "unit" | "form">,
  numbers: Numbers = VIETNAMESE,
): string {
  if (value === null) return "—";
  if (form === "share") return of === undefined || of === 0 ? NO_SHARE : numbers.percent(value, of);
  if (unit === "đồng") return formatDong(value, numbers);
  if (unit === "%") return `${numbers.decimal(value)}%`;
  return unit === "" ? numbers.decimal(value) : `${numbers.decimal(value)} ${unit}`;
}

/** What part of its whole a count is: '93,72%'; null where there is no whole, or it is nothing. */
export function shareText({ value, of }: Amount, numbers: Numbers = VIETNAMESE): string | null {
  return value === null || of === undefined || of === 0 ? null : numbers.percent(value, of);
}

/** Of a share its part and its whole: '821 trên 1.003'; null of everything else. */
export function partsText({ value, of, form }: Amount & Pick<Measured, "form">): string | null {
  return form === "share" && value !== null && of !== undefined
    ? `${VIETNAMESE.decimal(value)} trên ${VIETNAMESE.decimal(of)}`
    : null;
}

/** What is said of an indicator whose whole is 0. */
export const NO_SHARE = "chưa tính được tỷ lệ vì không có hộ hay việc nào thuộc diện tính";

/** The key of the same measure in another place; `place` is "" for the ward as a whole. */
export function keyAt(measure: string, place: string): string {
  return place === "" ? measure : `${measure}@${place}`;
}

/** A key without its place. */
export function measureOf(key: string): string {
  const at = key.lastIndexOf("@");
  return at < 0 ? key : key.slice(0, at);
}
