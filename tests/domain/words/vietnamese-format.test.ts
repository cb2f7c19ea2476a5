import { expect, test } from "vitest";
import {
  formatDate,
  formatInteger,
  formatPercent,
  formatTime,
} from "../../../src/domain/words/vietnamese-format.ts";

test.each([
  [0, "0"],
  [7, "7"],
  [999, "999"],
  [1003, "1.003"],
  [23738, "23.738"],
  [1000000, "1.000.000"],
  [-15600, "-15.600"],
])("%d is written %s", (value, text) => {
  expect(formatInteger(value)).toBe(text);
});

test.each([
  [9806, 10000, "98,06%"],
  [8185, 10000, "81,85%"],
  [7, 10, "70%"],
  [1, 8, "12,5%"],
  [1952, 1000, "195,2%"],
  [1, 3, "33,33%"],
  [2, 3, "66,67%"],
  [0, 5, "0%"],
  [5, 5, "100%"],
  [0, 0, "—"],
  [-1, 200, "-0,5%"],
  [1, 10000, "0,01%"],
  // Not nothing where there is something, nor all where one is left out.
  [1, 30000, "0,01%"],
  [29999, 30000, "99,99%"],
])("%d of %d is %s", (numerator, denominator, text) => {
  expect(formatPercent(numerator, denominator)).toBe(text);
});

test("a date is day, month, year, by the clock of Vietnam", () => {
  expect(formatDate("2026-11-18")).toBe("18/11/2026");
  expect(formatDate("năm 2026")).toBe("năm 2026");
  const beforeMidnightThere = Date.UTC(2026, 10, 18, 16, 59, 59) / 1000;
  expect(formatDate(beforeMidnightThere)).toBe("18/11/2026");
  expect(formatDate(beforeMidnightThere + 1)).toBe("19/11/2026");
});

test("an hour is that of Vietnam, whatever the machine's zone", () => {
  expect(formatTime(Date.UTC(2026, 10, 18, 11, 34) / 1000)).toBe("18:34");
  expect(formatTime(Date.UTC(2026, 10, 18, 17, 5) / 1000)).toBe("00:05");
});
