import { expect, test } from "vitest";
import { administrativePaper } from "../../src/ui/office/papers/administrative-paper.ts";
import type { PaperHead } from "../../src/ui/office/papers/paper-head.ts";
import { readZip } from "./read-zip.ts";

const HEAD: PaperHead = {
  parent: "Ủy ban MTTQ Việt Nam tỉnh Tây Ninh",
  organisation: "Ban Thường trực UBMTTQ Việt Nam Phường 3",
  number: "07/DS-MTTQ",
  place: "Phường 3",
  date: "2026-02-03",
  authority: "TM. Ban Thường trực",
  position: "Chủ tịch",
  signer: "Lê Thị Mai",
  recipients: "Đảng uỷ Phường 3;\n\nUBND Phường 3;\nLưu: VT.",
};

async function read(isWide: boolean) {
  const blob = await administrativePaper({
    head: HEAD,
    kind: "DANH SÁCH",
    abstract: "Ý kiến của Nhân dân",
    isWide,
    blocks: [
      { text: "Phường ghi nhận 2 ý kiến & <kết quả>." },
      {
        widths: [1, 3],
        head: ["STT", "Nội dung"],
        rows: [
          ["1", "Đèn hẻm 4\n(Phản ánh)"],
          ["2", "Xe rác"],
        ],
      },
    ],
  });
  const files = readZip(Buffer.from(await blob.arrayBuffer()));
  return { files, xml: new DOMParser().parseFromString(files.get("word/document.xml") ?? "", "text/xml") };
}

/** The text of each paragraph that has any, in the order of the page. */
function lines(xml: Document): string[] {
  return [...xml.getElementsByTagName("w:p")]
    .map((one) => [...one.getElementsByTagName("w:t")].map(({ textContent }) => textContent).join(""))
    .filter((text) => text !== "" && !/^_+$/.test(text));
}

test("a paper says who makes it beside the nation's heading, what it is, its words, and who signs", async () => {
  const { xml, files } = await read(false);
  expect(lines(xml)).toEqual([
    "ỦY BAN MTTQ VIỆT NAM TỈNH TÂY NINH",
    "BAN THƯỜNG TRỰC UBMTTQ VIỆT NAM PHƯỜNG 3",
    "Số: 07/DS-MTTQ",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "Phường 3, ngày 03 tháng 02 năm 2026",
    "DANH SÁCH",
    "Ý kiến của Nhân dân",
    "Phường ghi nhận 2 ý kiến & <kết quả>.",
    "STT",
    "Nội dung",
    "1",
    "Đèn hẻm 4",
    "(Phản ánh)",
    "2",
    "Xe rác",
    "Nơi nhận:",
    "- Đảng uỷ Phường 3;",
    "- UBND Phường 3;",
    "- Lưu: VT.",
    "TM. BAN THƯỜNG TRỰC",
    "CHỦ TỊCH",
    "Lê Thị Mai",
  ]);
  expect(files.get("[Content_Types].xml")).toContain("wordprocessingml.document.main+xml");
  // Of the three tables the one in the middle repeats its head on each page.
  const heads = [...xml.getElementsByTagName("w:tblHeader")].filter(
    (one) => !["false", "0"].includes(one.getAttribute("w:val") ?? ""),
  );
  expect(heads.map((one) => one.parentElement?.parentElement?.textContent)).toEqual(["STTNội dung"]);
});

test("it is A4, upright or on its side, within the margins of the decree, in its letters", async () => {
  for (const isWide of [false, true]) {
    const { xml, files } = await read(isWide);
    const size = xml.getElementsByTagName("w:pgSz")[0];
    const sides = ["w:w", "w:h"].map((name) => Number(size?.getAttribute(name)));
    expect(sides).toEqual(isWide ? [16_838, 11_906] : [11_906, 16_838]);
    const margins = xml.getElementsByTagName("w:pgMar")[0];
    const millimetres = (name: string) => (Number(margins?.getAttribute(`w:${name}`)) / 1440) * 25.4;
    expect(millimetres("top")).toBeGreaterThanOrEqual(20);
    expect(millimetres("left")).toBeGreaterThanOrEqual(29.9);
    expect(millimetres("right")).toBeGreaterThanOrEqual(15);
    expect(files.get("word/styles.xml")).toContain("Times New Roman");
    // No table is wider than what lies between the margins.
    const inner =
      (sides[0] ?? 0) - Number(margins?.getAttribute("w:left")) - Number(margins?.getAttribute("w:right"));
    for (const grid of xml.getElementsByTagName("w:tblGrid")) {
      const widths = [...grid.children].map((column) => Number(column.getAttribute("w:w")));
      expect(widths.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(inner + 2);
    }
  }
});
