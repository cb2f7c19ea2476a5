import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { compareNumbers, fold, nfc, searchKey, spelling } from "../../src/domain/vietnamese.ts";
import { searcher } from "../../src/domain/words/searcher.ts";
import { compareNames, sortByName } from "../../src/domain/words/vietnamese-names.ts";

const vietnamese = fc.string({
  unit: fc.constantFrom(..."aăâbcdđeêghikmnoôơpqrstuưvxyàảãáạằếộừỹ NTHĐ/12"),
  maxLength: 30,
});

test("decomposed letters become the composed ones", () => {
  const decomposed = "Nguyễn Thị Đào".normalize("NFD");
  expect(decomposed).not.toBe("Nguyễn Thị Đào");
  expect(nfc(decomposed)).toBe("Nguyễn Thị Đào");
});

test.each([
  ["Nguyễn Thị  Đào", "nguyen thi dao"],
  ["  LỘ KINH QUẬN ", "lo kinh quan"],
  ["Ưu Đãi Ở Ẵ Ặ Ỹ", "uu dai o a a y"],
  ["Nguyễn".normalize("NFD"), "nguyen"],
  ["\tBạch\n Đằng\u00a0", "bach dang"],
  ["12/4A", "12/4a"],
  ["", ""],
])("%j folds to %j", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test("both places of a tone are one spelling", () => {
  expect(spelling("Hòa  THÚY khóa")).toBe(spelling("hoà thuý khoá"));
  expect(spelling("Hoa")).not.toBe(spelling("Hòa"));
  expect(spelling("toán của Quý")).toBe("toán của quý");
});

describe("search", () => {
  const household = searchKey("Nguyễn Thị Đào, 12/4 Lê Lợi");

  it.each([
    "",
    "   ",
    "n",
    "nguyen",
    "NGUYỄN",
    "dao",
    "đào",
    "Đà",
    "dao nguyen",
    "Đào Nguyễn thị",
    "thi đào",
    "12",
    "12/4",
    "12/",
    "1",
    "le loi",
    "lợi dao 12",
    "đào".normalize("NFD"),
    "Đào,",
  ])("%j is found", (query) => {
    expect(searcher(query)(household)).toBe(true);
  });

  it.each([
    "guyen",
    "nguyên",
    "đao",
    "dào",
    "lể",
    "4",
    "2/4",
    "12/5",
    "nguyen van",
    "dao 13",
    "thịnh",
    "đ12",
  ])("%j is not", (query) => {
    expect(searcher(query)(household)).toBe(false);
  });

  it("tells d from đ only when đ is typed", () => {
    const plain = searchKey("Dương");
    expect(searcher("d")(plain)).toBe(true);
    expect(searcher("đ")(plain)).toBe(false);
  });

  it("finds both spellings of a tone by either", () => {
    expect(searcher("hòa")(searchKey("Võ Công Hoà"))).toBe(true);
    expect(searcher("hoà")(searchKey("Võ Công Hòa"))).toBe(true);
    expect(searcher("hoa")(searchKey("Võ Công Hoà"))).toBe(true);
    expect(searcher("hoá")(searchKey("Võ Công Hoà"))).toBe(false);
  });

  it("finds each text by all its words, with marks and without, in any order", () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        const backwards = text.split(/\s+/).reverse().join(" ");
        expect(searcher(backwards)(searchKey(text))).toBe(true);
        expect(searcher(fold(backwards))(searchKey(text))).toBe(true);
      }),
    );
  });

  it("answers as the plain meaning of the rule does", () => {
    fc.assert(
      fc.property(vietnamese, vietnamese, (text, query) => {
        expect(searcher(query)(searchKey(text))).toBe(meets(text, query));
      }),
    );
  });

  function meets(text: string, query: string): boolean {
    const words = spelling(text).split(" ");
    return spelling(query)
      .split(" ")
      .every((part) =>
        part === fold(part)
          ? words.some((word) => fold(word).startsWith(part))
          : words.some((word) => word.startsWith(part)),
      );
  }
});

describe("order", () => {
  it("goes by given name, then by the rest", () => {
    const names = [
      "Nguyễn Văn Út",
      "Trần Thị An",
      "Lê Văn Ân",
      "Bùi Thị An",
      "Đỗ Văn Ăn",
      "Dương Văn Đạt",
      "Lê Văn Dũng",
    ];
    const sorted = [
      "Bùi Thị An",
      "Trần Thị An",
      "Đỗ Văn Ăn",
      "Lê Văn Ân",
      "Lê Văn Dũng",
      "Dương Văn Đạt",
      "Nguyễn Văn Út",
    ];
    expect([...names].sort(compareNames)).toEqual(sorted);
    expect(sortByName(names, (name) => name)).toEqual(sorted);
  });

  it("goes by tone as a Vietnamese list does, and takes both forms of Unicode alike", () => {
    expect(["Má", "Mạ", "Mã", "Ma", "Mả", "Mà"].sort(compareNames)).toEqual([
      "Ma",
      "Mà",
      "Mả",
      "Mã",
      "Má",
      "Mạ",
    ]);
    expect(compareNames("Nguyễn Đào", "Nguyễn Đào".normalize("NFD"))).toBe(0);
  });

  it("takes a single word and nothing", () => {
    expect(["Út", "", "An"].sort(compareNames)).toEqual(["", "An", "Út"]);
  });

  it("reads numbers as numbers", () => {
    expect(["12/10", "2", "12", "12/4", "100", "12A"].sort(compareNumbers)).toEqual([
      "2",
      "12",
      "12/4",
      "12/10",
      "12A",
      "100",
    ]);
    expect([12, "2A", 2, 101].sort(compareNumbers)).toEqual([2, "2A", 12, 101]);
  });
});
