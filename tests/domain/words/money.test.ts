import { expect, test } from "vitest";
import { formatDong } from "../../../src/domain/words/money.ts";
import { numbersIn, VIETNAMESE } from "../../../src/domain/words/number-format.ts";

test.each([
  [3120000000, "3 tỷ 120 triệu đồng"],
  [6000000, "6 triệu đồng"],
  [1250000, "1 triệu 250 nghìn đồng"],
  [2000045000, "2 tỷ 45 nghìn đồng"],
  [45000, "45 nghìn đồng"],
  [1500, "1.500 đồng"],
  [1234567, "1.234.567 đồng"],
  [500, "500 đồng"],
  [0, "0 đồng"],
  [1200000000000, "1.200 tỷ đồng"],
  [-6000000, "-6 triệu đồng"],
])("%d is said '%s'", (amount, text) => {
  expect(formatDong(amount, VIETNAMESE)).toBe(text);
});

test("in English money is written out", () => {
  const english = numbersIn("en");
  expect([3_120_000_000, 45_000, -4500, 0].map((amount) => formatDong(amount, english))).toEqual([
    "3,120,000,000 đồng",
    "45,000 đồng",
    "-4,500 đồng",
    "0 đồng",
  ]);
});
