import { expect, test } from "vitest";
import { numbersIn, VIETNAMESE } from "../../../src/domain/words/number-format.ts";

const english = numbersIn("en");

test.each([
  [0, "0", "0"],
  [1003, "1.003", "1,003"],
  [2.5, "2,5", "2.5"],
  [-0.25, "-0,25", "-0.25"],
  [-1234.5, "-1.234,5", "-1,234.5"],
])("%d has dots and commas where each language has them", (value, inVietnamese, inEnglish) => {
  expect([VIETNAMESE.decimal(value), english.decimal(value)]).toEqual([inVietnamese, inEnglish]);
});

test("whole numbers and shares are written in the reader's language", () => {
  expect(english.integer(1_000_000)).toBe("1,000,000");
  expect([VIETNAMESE.percent(8185, 10_000), english.percent(8185, 10_000)]).toEqual(["81,85%", "81.85%"]);
  expect([english.percent(1952, 100), english.percent(1, 0)]).toEqual(["1,952%", "—"]);
});

test("a language that says nothing of it writes as Vietnamese does", () => {
  expect([numbersIn("vi"), numbersIn("km"), numbersIn(undefined)]).toEqual([
    VIETNAMESE,
    VIETNAMESE,
    VIETNAMESE,
  ]);
});
