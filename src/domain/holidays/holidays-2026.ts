import type { YearHolidays } from "./year-holidays.ts";

/**
 * 2026, as it was announced (Thông báo 9441/TB-BNV of 2025; the swap at New Year followed by itself). Tết Bính Ngọ began on 17
 * February. The day of culture is off since 1 July (Nghị quyết 28/2026/QH16); whether Monday before it was swapped was still
 * being asked in September.
 */
export const HOLIDAYS_2026: YearHolidays = {
  year: 2026,
  off: [
    ["2026-01-01", "newYear"],
    ["2026-01-02", "swapped"],
    ["2026-02-16", "tet"],
    ["2026-02-17", "tet"],
    ["2026-02-18", "tet"],
    ["2026-02-19", "tet"],
    ["2026-02-20", "tet"],
    ["2026-04-26", "hungKings"],
    ["2026-04-27", "inLieu"],
    ["2026-04-30", "reunification"],
    ["2026-05-01", "labour"],
    ["2026-08-31", "swapped"],
    ["2026-09-01", "national"],
    ["2026-09-02", "national"],
    ["2026-11-24", "culture"],
  ],
  worked: ["2026-01-10", "2026-08-22"],
  provisional: [["2026-11-21", "2026-11-28"]],
};
