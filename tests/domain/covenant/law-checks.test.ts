import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { readCovenantFile } from "../../../src/domain/covenant/covenant-file.ts";
import { lawRemarks } from "../../../src/domain/covenant/law-checks.ts";

const inWords = (text: string, title = "Rác") =>
  lawRemarks({ title, text }).map(({ concern, words }) => `${concern}: ${words}`);

test.each([
  ["Hộ đổ rác xuống kênh bị phạt 200.000 đồng.", ["fine: phạt"]],
  ["Hộ nào không dọn vệ sinh thì phạt tiền.", ["fine: phạt tiền"]],
  ["Mỗi hộ nộp lệ phí vệ sinh hằng tháng.", ["fee: lệ phí"]],
  ["PHÍ giữ xe do khu phố thu.", ["fee: PHÍ"]],
  ["Đóng góp bắt buộc mỗi năm một lần.", ["forced-giving: Đóng góp bắt buộc"]],
  ["Mọi hộ phải ký cam kết.", ["forced-pledge: phải ký cam kết"]],
  ["Khu phố bêu tên ở loa.", ["shaming: bêu tên"]],
  ["Kê khai số căn cước 079123456789.", ["private-data: số căn cước", "private-data: 079123456789"]],
])("'%s' is worth another look", (text, remarks) => {
  expect(inWords(text)).toEqual(remarks);
});

test.each([
  "Quy ước không đặt ra khoản thu hay khoản phạt nào.",
  "Không thu phí, không phạt ai.",
  "Không phải đóng góp; ai có lòng thì góp.",
  "Công khai kinh phí, tránh lãng phí, đám tiệc gọn nhẹ đỡ chi phí.",
  "Gọi 0272 3000 211 hoặc 0272300021.",
  "Ý kiến được ghi lại và trả lời.",
])("'%s' is not", (text) => {
  expect(inWords(text)).toEqual([]);
});

test("a denial ends with its sentence, and with a word that turns it", () => {
  expect(inWords("Quy ước không đặt ra điều mới. Ai vi phạm nộp phạt.")).toEqual(["fine: nộp phạt"]);
  expect(inWords("Nhà không có người dự họp phạt 50.000 đồng.")).toEqual(["fine: phạt"]);
});

test("a title is looked at too, and the same words are told once", () => {
  expect(inWords("Phạt lần hai gấp đôi, phạt lần ba gấp ba.", "Mức phạt")).toEqual([
    "fine: Mức phạt",
    "fine: Phạt",
  ]);
  expect(lawRemarks({ title: "Mức phạt", text: "" })[0]?.at).toBe(-1);
});

test("words with marks of their own (NFD) are found as well", () => {
  expect(inWords("Ai vi phạm thì phạt.".normalize("NFD")).length).toBe(1);
});

test.each(["kp1", "kp2", "kp3"])("the demo's own covenant of %s has nothing to be looked at", (area) => {
  const read = readCovenantFile(readFileSync(`demo/quy-uoc-${area}.md`, "utf8"));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const all = read.value.covenant.chapters.flatMap(({ articles }) =>
    articles.flatMap((article) => lawRemarks(article).map(({ words }) => `${article.number}: ${words}`)),
  );
  expect(all).toEqual([]);
});
