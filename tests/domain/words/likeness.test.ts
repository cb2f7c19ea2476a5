import { describe, expect, test } from "vitest";
import {
  findDoubles,
  likely,
  likelyFinder,
  likenessOf,
  type Compared,
} from "../../../src/domain/words/likeness.ts";

const of = (head: string, address: string): Compared => ({ head, address });
const compare = (one: Compared, other: Compared) => likenessOf(likely(one), likely(other));
const anh = of("Nguyễn Thị Ánh", "12/4 đường Lê Lợi");

describe("two households", () => {
  test.each([
    ["the same in other letters", of("NGUYEN THI ANH", "12/4 le loi"), "both"],
    ["with a title, and the address written out", of("Bà Nguyễn Thị Ánh", "Số 12 / 4, Đường Lê Lợi"), "both"],
    ["with the old tone mark", of("Nguyễn Thị Ánh", ""), "name"],
    ["with the words of the name in another order", of("Ánh Nguyễn Thị", "3 Hùng Vương"), "name"],
    ["of one house and another head", of("Trần Văn Bảy", "12/4 Lê Lợi"), "address"],
    ["a letter apart", of("Nguyễn Thi Anhh", "9 Hùng Vương"), "nearly"],
    ["with two letters swapped", of("Nguyễn Thị Áhn", "9 Hùng Vương"), "nearly"],
  ])("%s are alike", (_, other, likeness) => {
    expect(compare(anh, other)).toBe(likeness);
    expect(compare(other, anh)).toBe(likeness);
  });

  test.each([
    ["of one family name", of("Nguyễn Thị Bích Loan", "9 Hùng Vương")],
    ["of one street", of("Trần Văn Bảy", "14 Lê Lợi")],
    ["of one street without a number", of("Trần Văn Bảy", "đường Lê Lợi")],
    ["in another lane of the same number", of("Trần Văn Bảy", "12/40 Lê Lợi")],
    ["of which nothing is known", of("", "")],
    ["whose names are short and one letter apart", of("Lê An", "1 Hùng Vương")],
  ])("%s are not", (_, other) => {
    expect(compare(anh, other)).toBeNull();
  });

  test("with short names are alike in their marks alone; without anything written of them not at all", () => {
    expect(compare(of("", ""), of("", ""))).toBeNull();
    // A street alone is no house.
    expect(compare(of("Trần Văn Bảy", "Lê Lợi"), of("Phạm Thị Đào", "đường Lê Lợi"))).toBeNull();
    expect(
      compare({ head: undefined, address: undefined }, { head: undefined, address: undefined }),
    ).toBeNull();
  });
});

test("of a list the likeliest come first", () => {
  const rows = [
    { id: "nearly", ...of("Nguyễn Thị Anhh", "1 Hùng Vương") },
    { id: "none", ...of("Phạm Thị Đào", "2 Lý Thường Kiệt") },
    { id: "house", ...of("Lê Dũng", "12/4 Lê Lợi") },
    { id: "both", ...of("Nguyễn thị Ánh", "12/4, Lê Lợi") },
    { id: "name", ...of("Nguyễn Thị Ánh", "77 Hùng Vương") },
  ];
  expect(likelyFinder(rows)(anh).map(({ row, likeness }) => [row.id, likeness])).toEqual([
    ["both", "both"],
    ["name", "name"],
    ["house", "address"],
    ["nearly", "nearly"],
  ]);
});

test("what stands twice is the same name in the same house, whatever tổ it is listed in", () => {
  const rows = [
    { id: 1, ...of("Nguyễn Thị Ánh", "12/4 Lê Lợi") },
    { id: 2, ...of("Trần Văn Bảy", "12/4 Lê Lợi") },
    { id: 3, ...of("Nguyen Thi Anh", "số 12/4 đường Lê Lợi") },
    { id: 4, ...of("Nguyễn Thị Ánh", "Lê Lợi") },
    { id: 5, ...of("Nguyễn Thị Ánh", "Lê Lợi") },
    { id: 6, ...of("", "12/4 Lê Lợi") },
    { id: 7, ...of("", "12/4 Lê Lợi") },
  ];
  expect(findDoubles(rows).map((group) => group.map(({ id }) => id))).toEqual([[1, 3]]);
});
