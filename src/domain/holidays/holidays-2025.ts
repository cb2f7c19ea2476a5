import type { YearHolidays } from "./year-holidays.ts";

/** 2025, as it was announced. Tết Ất Tỵ began on 29 January, after a month of 29 days. */
export const HOLIDAYS_2025: YearHolidays = {
  year: 2025,
  off: [
    ["2025-01-01", "newYear"],
    ["2025-01-27", "tet"],
    ["2025-01-28", "tet"],
    ["2025-01-29", "tet"],
    ["2025-01-30", "tet"],
    ["2025-01-31", "tet"],
    ["2025-04-07", "hungKings"],
    ["2025-04-30", "reunification"],
    ["2025-05-01", "labour"],
    ["2025-05-02", "swapped"],
    ["2025-09-01", "national"],
    ["2025-09-02", "national"],
  ],
  worked: ["2025-04-26"],
  provisional: [],
};
