import type { YearHolidays } from "./year-holidays.ts";

/**
 * 2027 by the law alone, nothing being announced when this was written: Tết Đinh Mùi begins on 6 February, a Saturday; one day
 * of the old year and four of the new, the two at the weekend made good. Which day beside 2 September is off is not known.
 */
export const HOLIDAYS_2027: YearHolidays = {
  year: 2027,
  off: [
    ["2027-01-01", "newYear"],
    ["2027-02-05", "tet"],
    ["2027-02-06", "tet"],
    ["2027-02-07", "tet"],
    ["2027-02-08", "tet"],
    ["2027-02-09", "tet"],
    ["2027-02-10", "inLieu"],
    ["2027-02-11", "inLieu"],
    ["2027-04-16", "hungKings"],
    ["2027-04-30", "reunification"],
    ["2027-05-01", "labour"],
    ["2027-05-03", "inLieu"],
    ["2027-09-02", "national"],
    ["2027-09-03", "national"],
    ["2027-11-24", "culture"],
  ],
  worked: [],
  provisional: [
    ["2027-01-30", "2027-02-14"],
    ["2027-08-28", "2027-09-05"],
  ],
};
