import { expect, test } from "vitest";

import { scanChapters } from "../../../src/domain/covenant/covenant-chapters.ts";
import { rowsOf } from "../../../src/domain/covenant/covenant-draft.ts";
import { readWordText, type WordBlock } from "../../../src/domain/words/word-text.ts";

const plain = (...texts: string[]): WordBlock[] => texts.map((text) => ({ text, heading: 0, strong: false }));
const headings = (markdown: string) => markdown.split("\n").filter((row) => row.startsWith("#"));

test("chapters and articles are found by their words alone, and read back whole", () => {
  const read = readWordText(
    plain(
      "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập – Tự do – Hạnh phúc",
      "-------",
      "QUY ƯỚC KHU PHỐ 2",
      "Bà con khu phố cùng bàn và thông qua.",
      "Chương I",
      "QUY ĐỊNH CHUNG",
      "Điều 1. Phạm vi",
      "Dùng cho mọi nhà.",
      "1.\u00a0Trên bờ.",
      "CHƯƠNG II: NẾP SỐNG",
      "Điều 2: Giữ vệ sinh. Mỗi nhà tự quét trước cửa.",
      "Điều 3",
      "Giờ yên tĩnh",
      "Sau 22 giờ tắt nhạc.",
    ),
  );
  expect(headings(read.markdown)).toEqual([
    "## Chương I. QUY ĐỊNH CHUNG",
    "### Điều 1. Phạm vi",
    "## Chương II. NẾP SỐNG",
    "### Điều 2. Giữ vệ sinh",
    "### Điều 3. Giờ yên tĩnh",
  ]);
  expect(read).toMatchObject({ chapters: 2, articles: 3, addedChapter: false });
  expect(read.front).toBe("QUY ƯỚC KHU PHỐ 2\n\nBà con khu phố cùng bàn và thông qua.");
  const { chapters, flaws } = scanChapters(rowsOf(read.markdown));
  expect(flaws).toEqual([]);
  expect(chapters[0]?.articles[0]).toEqual({
    number: 1,
    title: "Phạm vi",
    text: "Dùng cho mọi nhà.\n\n1. Trên bờ.",
  });
  expect(chapters[1]?.articles[0]).toEqual({
    number: 2,
    title: "Giữ vệ sinh",
    text: "Mỗi nhà tự quét trước cửa.",
  });
});

test.each([
  ["Điều 4 của quy ước này dùng cho cả khách.", 0],
  ["Điều 4 và Điều 5 được nhắc lại ở cuộc họp.", 0],
  ["Điều kiện thì mỗi nhà tự lo.", 0],
  ["Chương trình văn nghệ tối 18/11.", 0],
  ["ĐIỀU 4. Họp tổ", 1],
  ["Điều 4 – Họp tổ", 1],
  ["Điều 4a. Họp tổ", 1],
  ["Điều 4 Họp tổ", 1],
])("'%s' begins %i articles", (text, articles) => {
  const read = readWordText(plain("Điều 1. Một", "Lời.", text, "Lời."));
  expect(read.articles).toBe(1 + articles);
});

test("articles without chapters stand in one that is added", () => {
  const read = readWordText(plain("Điều 1. Một", "Lời một.", "Điều 2. Hai", "Lời hai."));
  expect(read).toMatchObject({ chapters: 1, articles: 2, addedChapter: true });
  expect(scanChapters(rowsOf(read.markdown)).flaws).toEqual([]);
});

test("Roman numbers are chapters where the text has no 'Chương', in bold or capitals", () => {
  const blocks = [
    { text: "I. QUY ĐỊNH CHUNG", heading: 0, strong: false },
    { text: "Điều 1. Một", heading: 0, strong: true },
    { text: "Lời.", heading: 0, strong: false },
    { text: "II. Nếp sống", heading: 0, strong: true },
    { text: "Điều 2. Hai", heading: 2, strong: false },
    { text: "I. Lời thường", heading: 0, strong: false },
  ];
  expect(headings(readWordText(blocks).markdown)).toEqual([
    "## Chương I. QUY ĐỊNH CHUNG",
    "### Điều 1. Một",
    "## Chương II. Nếp sống",
    "### Điều 2. Hai",
  ]);
});

test("an article that is words alone keeps them all, and lacks a name", () => {
  const long =
    "Mọi gia đình trong khu phố giữ gìn vệ sinh chung, không vứt rác ra đường, ra kênh, và nhắc con cháu cùng giữ, kể cả những hôm có đám tiệc đông người, xe cộ ra vào nhiều.";
  const { markdown } = readWordText(plain("Chương I. Một", `Điều 1. ${long}`));
  const { chapters, flaws } = scanChapters(rowsOf(markdown));
  expect(chapters[0]?.articles[0]?.text).toBe(long);
  expect(flaws.map(({ code }) => code)).toEqual(["article-without-title"]);
});

test("text without any article is none", () => {
  expect(readWordText(plain("Thông báo họp tổ", "Tối thứ Bảy."))).toMatchObject({
    articles: 0,
    chapters: 0,
    markdown: "",
  });
});
