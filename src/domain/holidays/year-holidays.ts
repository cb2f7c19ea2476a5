/** What a day off is for; `inLieu` of one that fell on a weekend, `swapped` for a weekend day on which people work instead. */
export type HolidayName =
  | "newYear"
  | "tet"
  | "hungKings"
  | "reunification"
  | "labour"
  | "national"
  | "culture"
  | "inLieu"
  | "swapped";

/** Days off of one year in Việt Nam for who works from Monday to Friday (Bộ luật Lao động 2019, Điều 111 and 112). Dates as `2026-02-17`. */
export interface YearHolidays {
  readonly year: number;
  /** Days off besides Saturdays and Sundays; holidays that fall on these are listed too. */
  readonly off: readonly (readonly [date: string, name: HolidayName])[];
  /** Saturdays or Sundays on which people work, in place of a `swapped` day. */
  readonly worked: readonly string[];
  /** Spans, first and last day, of which the State has announced nothing yet, or this file does not know it: what `off` says there is a guess by the law's text. */
  readonly provisional: readonly (readonly [from: string, to: string])[];
}
