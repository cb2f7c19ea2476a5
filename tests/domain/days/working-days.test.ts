import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addWorkingDays,
  countWorkingDays,
  holidayOn,
  isWorkingDay,
} from "../../../src/domain/days/working-days.ts";
import { KNOWN_YEARS } from "../../../src/domain/holidays/known-years.ts";

/** 0 is Sunday. */
const weekday = (date: string) => new Date(`${date}T00:00:00Z`).getUTCDay();

describe("the years", () => {
  test.each(KNOWN_YEARS.map((year) => [year.year, year] as const))(
    "%i holds real days of its own, once each, in order",
    (year, { off, worked, provisional }) => {
      const dates = off.map(([date]) => date);
      for (const date of [...dates, ...worked, ...provisional.flat()]) {
        expect(new Date(`${date}T00:00:00Z`).toISOString().slice(0, 10)).toBe(date);
        expect(date.slice(0, 4)).toBe(String(year));
      }
      expect(dates).toEqual([...new Set(dates)].sort());
      const count = (name: string) => off.filter(([, of]) => of === name).length;
      // Điều 112: one, five, one, one, one, two; and one more since July 2026.
      expect(
        ["newYear", "tet", "hungKings", "reunification", "labour", "national", "culture"].map(count),
      ).toEqual([1, 5, 1, 1, 1, 2, year >= 2026 ? 1 : 0]);
      // A day on which people work instead is a weekend's, and stands for a weekday.
      expect(worked.every((date) => [0, 6].includes(weekday(date)))).toBe(true);
      expect(worked).toHaveLength(count("swapped"));
      // Điều 111.3: what falls on a weekend is made good.
      const lost = off.filter(([date, name]) => name !== "inLieu" && [0, 6].includes(weekday(date)));
      expect(count("inLieu")).toBe(lost.length);
    },
  );

  test("Tết and Giỗ Tổ lie where the moon puts them", () => {
    for (const date of ["2025-01-29", "2026-02-17", "2027-02-06"]) expect(holidayOn(date)).toBe("tet");
    for (const date of ["2025-04-07", "2026-04-26", "2027-04-16"]) expect(holidayOn(date)).toBe("hungKings");
  });
});

describe("working days", () => {
  // Worked out with a calendar on paper.
  test.each([
    ["2026-02-12", 1, "2026-02-13"],
    ["2026-02-12", 2, "2026-02-23"],
    ["2026-02-13", 5, "2026-02-27"],
    ["2026-02-17", 1, "2026-02-23"],
    ["2025-01-23", 2, "2025-02-03"],
    ["2025-04-25", 1, "2025-04-26"],
    ["2025-04-29", 1, "2025-05-05"],
    ["2026-04-24", 2, "2026-04-29"],
    ["2026-04-29", 1, "2026-05-04"],
    ["2026-08-21", 1, "2026-08-22"],
    ["2026-08-28", 2, "2026-09-04"],
    ["2026-11-23", 2, "2026-11-26"],
    ["2026-12-30", 3, "2027-01-05"],
    ["2027-02-03", 5, "2027-02-17"],
    ["2027-02-05", 0, "2027-02-05"],
  ])("after %s, %i of them end on %s", (date, days, end) => {
    expect(addWorkingDays(date, days).date).toBe(end);
  });

  test("say where days are not announced yet, and which years nobody has entered", () => {
    expect(addWorkingDays("2026-03-02", 5)).toMatchObject({ provisional: false, unknownYears: [] });
    expect(addWorkingDays("2027-02-03", 5).provisional).toBe(true);
    expect(addWorkingDays("2027-02-15", 5).provisional).toBe(false);
    // Weekends alone: 1 January 2028 is a Saturday, and what else is off nobody has said.
    expect(addWorkingDays("2027-12-30", 3)).toEqual({
      date: "2028-01-04",
      provisional: false,
      unknownYears: [2028],
    });
    expect(countWorkingDays("2023-12-29", "2025-01-03").unknownYears).toEqual([2023, 2024]);
    expect(countWorkingDays("2026-03-02", "2026-03-02")).toEqual({
      count: 0,
      provisional: false,
      unknownYears: [],
    });
  });

  test("that are added are as many as are counted, and end on a working day", () => {
    const dates = fc
      .integer({ min: 0, max: 1090 })
      .map((day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 40 }), (date, days) => {
        const end = addWorkingDays(date, days).date;
        expect(isWorkingDay(end)).toBe(true);
        expect(countWorkingDays(date, end).count).toBe(days);
      }),
    );
  });
});
