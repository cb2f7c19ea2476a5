import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readInteger } from "../../../src/domain/import/household-values.ts";
import { fromLegacy } from "../../../src/domain/import/legacy-letters.ts";
import { readTable } from "../../../src/domain/import/read-table.ts";
import { readsAsVietnamese } from "../../../src/domain/import/syllables.ts";
import { turnRight, WRITINGS } from "../../../src/domain/import/turn-right.ts";
import { demoFile, goodList } from "./lists.ts";
import { workbookOf } from "./workbook.ts";

// Made by iconv (VNI by hand), from one list.
const golden = (name: string) => readFileSync(new URL(`golden/${name}.csv`, import.meta.url));

test.each([
  ["utf-8", "unicode"],
  ["utf-8-with-mark", "unicode"],
  ["utf-8-decomposed", "unicode"],
  ["utf-16le", "unicode"],
  ["utf-16le-without-mark", "unicode"],
  ["utf-16be", "unicode"],
  ["windows-1258", "windows-1258"],
  ["tcvn3", "tcvn3"],
  ["vni", "vni"],
] as const)("a list in %s is found out and read", async (name, writing) => {
  const expected = await readTable(golden("utf-8"));
  if (!expected.ok) throw new Error(expected.error);
  expect(expected.value.sheets[0]?.rows[1]?.cells[3]).toBe("Nguyễn Thị Thuỷ");
  const read = await readTable(golden(name));
  if (!read.ok) throw new Error(read.error);
  expect(read.value.writing).toBe(writing);
  expect(read.value.sheets).toEqual(expected.value.sheets);
  for (const { before, after } of read.value.examples) expect(before).not.toBe(after);
  expect(read.value.examples.length).toBe(writing === "unicode" ? 0 : 4);
  expect((await goodList(golden(name))).rows).toHaveLength(7);
});

/** As a program shows bytes that it takes for Windows-1258; Node reads that code page. */
const as1258 = (name: string) => new TextDecoder("windows-1258").decode(golden(name));

test.each(["tcvn3", "vni"] as const)(
  "a list in %s that a Vietnamese Windows took for its own code page is turned right, from a workbook too",
  async (writing) => {
    const expected = await readTable(golden("utf-8"));
    if (!expected.ok) throw new Error(expected.error);
    const misread = as1258(writing);
    const cells = misread
      .trimEnd()
      .split(/\r?\n/)
      .map((line) => line.split(";"));
    const workbook = workbookOf({ "Tổ 7": { rows: cells } });
    for (const bytes of [new TextEncoder().encode(misread), workbook]) {
      const read = await readTable(bytes);
      if (!read.ok) throw new Error(read.error);
      expect(read.value.writing).toBe(writing);
      expect(read.value.sheets[0]?.rows.map((row) => row.cells)).toEqual(
        expected.value.sheets[0]?.rows.map((row) => row.cells),
      );
      const texts = expected.value.sheets[0]?.rows.flatMap((row) => row.cells) ?? [];
      expect(read.value.examples.map(({ after }) => texts.includes(after))).toEqual([true, true, true, true]);
    }
  },
);

test("a list of Unicode with a few odd names is not taken for a misread one", () => {
  const rows = ["Đăng Hoà", "Lê Thị Ơn", "Kăn Đoàn", "Ưng Hoà", "Nguyễn Văn Bảy"].map((cell, at) => ({
    row: at + 1,
    cells: [cell],
  }));
  expect(turnRight([{ sheet: "", rows }])).toMatchObject({ writing: "unicode", sheets: [{ rows }] });
  for (const said of ["vni", "tcvn3"] as const)
    expect(turnRight([{ sheet: "", rows }], said).sheets[0]?.rows[0]?.cells).toEqual(["Đăng Hoà"]);
});

test("the ward's own list is Unicode, and stays as it is", async () => {
  const table = await readTable(demoFile("danh-sach-ho.xlsx"));
  expect(table.ok && table.value.writing).toBe("unicode");
});

test("who says how letters are written is believed", async () => {
  const table = await readTable(golden("tcvn3"), "unicode");
  expect(table.ok && table.value.sheets[0]?.rows[1]?.cells[3]).toBe("NguyÔn ThÞ Thuû");
});

test("a column of Unicode beside one of an old font stays as it is", () => {
  const rows = [
    ["1", "NguyÔn V¨n An", "Ngõ Hà", "số lẻ"],
    ["2", "TrÇn ThÞ Hµ", "Lê Lợi", "số chẵn"],
    ["3", "Lª §øc Th¾ng", "Hồ Lá", "nhà lá"],
  ].map((cells, at) => ({ row: at + 1, cells }));
  const { writing, sheets } = turnRight([{ sheet: "Tổ 1", rows }]);
  expect(writing).toBe("tcvn3");
  expect(sheets[0]?.sheet).toBe("Tổ 1");
  expect(sheets[0]?.rows.map(({ cells }) => cells.slice(1))).toEqual([
    ["Nguyễn Văn An", "Ngõ Hà", "số lẻ"],
    ["Trần Thị Hà", "Lê Lợi", "số chẵn"],
    ["Lê Đức Thắng", "Hồ Lá", "nhà lá"],
  ]);
});

test.each([
  ["tcvn3", "NGUYÔN V¡N LÔ", "NGUYỄN VĂN LỄ"],
  ["tcvn3", "Tæ 5 - Khu phè 2", "Tổ 5 - Khu phố 2"],
  ["tcvn3", "§ç ThÞ ót", "Đỗ Thị út"],
  ["vni", "ÑAËNG VAÊN THUÏ", "ĐẶNG VĂN THỤ"],
  ["vni", "Buøi Thò Töôi, 4 Lyù Thöôøng Kieät", "Bùi Thị Tươi, 4 Lý Thường Kiệt"],
  ["vni", "nghæ, kyõ, kyø, kyù, kyû, kî, YÙ", "nghỉ, kỹ, kỳ, ký, kỷ, kỵ, Ý"],
  ["vni", "aá aà aå aã aä aâ aé aè aú aü aë aê", "ấ ầ ẩ ẫ ậ â ắ ằ ẳ ẵ ặ ă"],
  ["vni", "oá oà oå oã oä oâ ôù ôø ôû ôõ ôï ô", "ố ồ ổ ỗ ộ ô ớ ờ ở ỡ ợ ơ"],
  ["windows-1258", "Ðãòng Trâ\u00ecn", "Đặng Trấn"],
] as const)("%s '%s' is '%s'", (writing, written, meant) => {
  expect(fromLegacy(written, writing)).toBe(meant);
});

test("what has a letter of another code is no text of an old one", () => {
  for (const writing of ["tcvn3", "vni", "windows-1258"] as const) {
    expect(fromLegacy("Nguyễn", writing)).toBe("Nguyễn");
    expect(fromLegacy("Le Van A", writing)).toBe("Le Van A");
  }
});

test("names read as Vietnamese, in capitals too; what an old font shows does not", () => {
  for (const name of [
    "Nguyễn Thị Thuỷ",
    "NGUYỄN THỊ THUÝ",
    "Huỳnh Ngọc Hẳn",
    "Trương Quốc Khuê",
    "Quý",
    "Giềng",
  ]) {
    expect(readsAsVietnamese(name)).toBeGreaterThan(0);
  }
  for (const name of ["NguyÔn", "Vaên", "ThÞ", "Nguyeãn", "Trâ`n Thiò"]) {
    expect(readsAsVietnamese(name)).toBeLessThanOrEqual(0);
  }
});

test("any text in any writing is read without a throw, and ASCII stays as it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.constantFrom(...WRITINGS), (text, writing) => {
      const isAscii = /^[\0-\x7f]*$/.test(text);
      const { sheets } = turnRight([{ sheet: "", rows: [{ row: 1, cells: [text] }] }], writing);
      const cell = sheets[0]?.rows[0]?.cells[0] ?? "";
      expect(isAscii ? cell : "").toBe(isAscii ? text : "");
    }),
  );
});

test("a whole number is read however it is parted and named", () => {
  const parted = (number: number, by: string) => String(number).replace(/\B(?=(\d{3})+$)/g, by);
  fc.assert(
    fc.property(
      fc.nat({ max: 999_999_999 }),
      fc.constantFrom("", ".", ",", " "),
      fc.constantFrom("", " hộ", " Hộ", " người", " nhân khẩu"),
      (number, by, name) => {
        expect(readInteger(`${parted(number, by)}${name}`)).toBe(number);
      },
    ),
  );
});

test("a fraction is no whole number, nor are figures that are parted by anything but threes", () => {
  fc.assert(
    fc.property(fc.nat({ max: 999 }), fc.constantFrom(".", ","), fc.nat({ max: 9999 }), (whole, by, part) => {
      const digits = String(part);
      if (digits.length === 3) return;
      expect(readInteger(`${whole}${by}${digits}`)).toBeUndefined();
    }),
  );
  for (const text of [
    "",
    "1.0034",
    "1.003,5",
    "1,003.004",
    "ba",
    "-3",
    "1..003",
    "1e3",
    "0x10",
    "1003 con",
  ]) {
    expect(readInteger(text)).toBeUndefined();
  }
});
