import { expect, test } from "vitest";
import { byName, byNumber, byText } from "../../src/ui/office/tables/order-rows.ts";

const people = ["Trần Văn Tư", "Lê Thị Ánh", "Đỗ Thị Đào", null, "Võ Văn Dũng", "Bùi Thị Ánh", ""].map(
  (name, at) => ({ name, at }),
);
const named = (rows: readonly { readonly name: string | null }[]) => rows.map(({ name }) => name);

test("people are in the order of a Vietnamese list of names, and who has none comes last either way", () => {
  const sort = byName<(typeof people)[number]>(({ name }) => name);
  const known = ["Bùi Thị Ánh", "Lê Thị Ánh", "Võ Văn Dũng", "Đỗ Thị Đào", "Trần Văn Tư"];
  expect(named(sort(people, false))).toEqual([...known, null, ""]);
  expect(named(sort(people, true))).toEqual([...known.slice().reverse(), null, ""]);
});

test("numbers are in order as numbers, below nought and nought itself among them", () => {
  const sort = byNumber<{ readonly left: number | null }>(({ left }) => left);
  const rows = [9, 10, null, -3, 0, 100].map((left) => ({ left }));
  expect(sort(rows, false).map(({ left }) => left)).toEqual([-3, 0, 9, 10, 100, null]);
  expect(sort(rows, true).map(({ left }) => left)).toEqual([100, 10, 9, 0, -3, null]);
});

test("words are in order of the Vietnamese alphabet, with marks and without, and numbers within them as numbers", () => {
  const sort = byText<string>((word) => word);
  expect(sort(["Tổ 10", "đèn", "Tổ 2", "dầu", "e", "Ăn", "an"], false)).toEqual([
    "an",
    "Ăn",
    "dầu",
    "đèn",
    "e",
    "Tổ 2",
    "Tổ 10",
  ]);
});

test("equals stay as they were, whichever way", () => {
  const rows = ["a2", "b1", "c2", "d1"];
  const sort = byNumber<string>((row) => Number(row[1]));
  expect(sort(rows, false)).toEqual(["b1", "d1", "a2", "c2"]);
  expect(sort(rows, true)).toEqual(["a2", "c2", "b1", "d1"]);
  expect(rows).toEqual(["a2", "b1", "c2", "d1"]);
});
