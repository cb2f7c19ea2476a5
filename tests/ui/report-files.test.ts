import readExcelFile from "read-excel-file/node";
import { expect, test } from "vitest";
import { outlineOf } from "../../src/domain/report/outline.ts";
import { yearPeriod } from "../../src/domain/report/period.ts";
import { reportOf } from "../../src/domain/report/report.ts";
import { administrativePaper } from "../../src/ui/office/papers/administrative-paper.ts";
import { chartSvg } from "../../src/ui/office/report/chart-svg.ts";
import { reportPaper } from "../../src/ui/office/report/report-paper.ts";
import { reportSheets } from "../../src/ui/office/report/report-sheets.ts";
import { workbook } from "../../src/ui/office/report/workbook.ts";
import { report as words } from "../../src/ui/text/vi/report.ts";
import { opinionOf, publishedWard } from "../domain/report-source.ts";
import { readZip } from "./read-zip.ts";

const source = publishedWard({
  opinions: [opinionOf(1, "2026-11-03", "answered"), opinionOf(2, "2026-11-20", "given")],
});
const report = reportOf(source, yearPeriod("2026"));
const outline = outlineOf(report, source.ward);
const HEAD = {
  parent: "",
  organisation: "Ban Thường trực UBMTTQ Việt Nam Phường 3",
  number: "12/BC-MTTQ-BTT",
  place: "Phường 3",
  date: "2026-11-28",
  authority: "TM. Ban Thường trực",
  position: "Chủ tịch",
  signer: "Lê Thị Mai",
  recipients: "Đảng uỷ Phường 3;\nLưu: VT.",
  motto: "ĐẢNG CỘNG SẢN VIỆT NAM",
};

/** A PNG of one white point. */
const POINT = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mP8/x8AAwMCAO+ip1sAAAAASUVORK5CYII=",
  "base64",
);

test("the paper holds every chapter with the published figures, its charts with words for whoever does not see them", async () => {
  const draft = {
    passages: { ahead: { text: "Năm tới làm tốt hơn.", of: "" }, reach: { text: "", of: "" } },
  };
  const paper = await reportPaper({
    outline,
    draft,
    head: HEAD,
    kind: "BÁO CÁO",
    draw: async () => Uint8Array.from(POINT),
  });
  const files = readZip(Buffer.from(await (await administrativePaper(paper)).arrayBuffer()));
  const xml = new DOMParser().parseFromString(files.get("word/document.xml") ?? "", "text/xml");
  const text = [...xml.getElementsByTagName("w:p")].map((one) => one.textContent).join("\n");
  for (const one of [
    "12/BC-MTTQ-BTT",
    "Kết quả xây dựng, thực hiện quy ước khu phố năm 2026",
    "15.600 m²",
    "3 tỷ 120 triệu đồng",
    "45 trụ",
    "6 triệu đồng",
    "81,85%",
    "195,2%",
    "tăng 11,85 điểm %",
    "giảm 8 người",
    "V. PHƯƠNG HƯỚNG, NHIỆM VỤ",
    "Năm tới làm tốt hơn.",
    "./.",
  ])
    expect(text).toContain(one);
  // What somebody emptied is left out; the ward's own heading stands in place of the nation's.
  expect(text).not.toContain("tự nguyện cam kết thực hiện quy ước.");
  expect(text).toContain("ĐẢNG CỘNG SẢN VIỆT NAM");
  expect(text).not.toContain("CỘNG HÒA");
  const alts = [...xml.getElementsByTagName("wp:docPr")].map((one) => one.getAttribute("descr"));
  expect(alts).toHaveLength(2);
  expect(alts[1]).toContain("Hộ treo cờ ngày lễ, Tết: năm 2025 70%, năm 2026 81,85%");
});

test("the sheets hold the same figures as numbers, read by a reader that is not the writer", async () => {
  const t = ((key: string, more?: Record<string, string>) =>
    key
      .split(".")
      .reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], words)!
      .toString()
      .replace("{{number}}", more?.["number"] ?? "")) as never;
  const bytes = workbook(
    reportSheets(t, { ward: source.ward, report, outline, origin: "https://sotay.example" }),
  );
  const [list] = (await readExcelFile(Buffer.from(bytes))) as { data: unknown[][] }[];
  const rows = list?.data ?? [];
  const row = (name: string) => rows.find((one) => one[2] === name && one[1] === "Phường 3");
  expect(row("Hộ đã nhận sổ tay")?.slice(3, 7)).toEqual([940, 1003, "hộ", 93.72]);
  expect(row("Đất hiến làm đường, công trình")?.[3]).toBe(15_600);
  expect(row("Hộ treo cờ ngày lễ, Tết")?.slice(3, 10)).toEqual([821, 1003, "%", 81.85, 693, 990, 70]);
  expect(row("Người sử dụng ma tuý")?.slice(3, 8)).toEqual([17, null, "người", null, 25]);
  expect(row("Hộ đã nhận sổ tay")?.[11]).toBe(
    "https://sotay.example/phuong/bao-cao?ky=nam-2026&so=reach.delivered",
  );
});

test("what begins as a formula is text, and letters that XML does not know are left out", async () => {
  const bytes = workbook([
    {
      name: "A & B",
      widths: [9],
      rows: [
        ["=1+1", "x\u0001<y>"],
        [5, null],
      ],
    },
  ]);
  const [sheet] = (await readExcelFile(Buffer.from(bytes))) as { data: unknown[][] }[];
  expect(sheet?.data).toEqual([
    ["=1+1", "x<y>"],
    [5, null],
  ]);
});

test("a chart draws a bar for each value, and none where nobody counted", () => {
  const svg = chartSvg({
    kind: "chart",
    id: "x",
    title: "",
    alt: 'Cột "a" & <b>',
    series: ["Năm 2025", "Năm 2026"],
    groups: [{ name: "Hộ treo cờ", values: [null, 195.2] }],
  });
  const xml = new DOMParser().parseFromString(svg, "image/svg+xml");
  expect(xml.documentElement.getAttribute("aria-label")).toBe('Cột "a" & <b>');
  expect([...xml.getElementsByTagName("text")].map(({ textContent }) => textContent)).toContain("195,2");
  expect(svg.match(/stroke="#000"/g)).toHaveLength(3);
});
