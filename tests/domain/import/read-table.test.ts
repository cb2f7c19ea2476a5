import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { readTable } from "../../../src/domain/import/read-table.ts";
import { demoFile, HEADER } from "./lists.ts";
import { zipOf } from "./zip.ts";

const BOM = "\ufeff";
const ROW = '1,1,1,Trần Văn Một,1,Lê Lợi,2,"chợ, ban ngày"';
const CELLS = ["1", "1", "1", "Trần Văn Một", "1", "Lê Lợi", "2", "chợ, ban ngày"];

test.each([
  ["commas", `${HEADER}\r\n${ROW}`],
  ["commas after a mark", `${BOM}${HEADER}\n${ROW}\n`],
  ["semicolons", `${HEADER.replaceAll(",", ";")}\r\n1;1;1;Trần Văn Một;1;Lê Lợi;2;chợ, ban ngày\r\n`],
  ["tabs", `${HEADER.replaceAll(",", "\t")}\n1\t1\t1\tTrần Văn Một\t1\tLê Lợi\t2\tchợ, ban ngày`],
  ["decomposed letters", `${HEADER}\r\n${ROW}`.normalize("NFD")],
  ["spaces of many kinds", `${HEADER}\r\n${ROW.replace("Trần Văn", " Trần\u00a0 \u200bVăn\t")}`],
])("a text with %s is read", async (_, text) => {
  const sheets = await readTable(new TextEncoder().encode(text));
  expect(sheets).toEqual({
    ok: true,
    value: {
      sheets: [{ sheet: "", rows: [expect.anything(), { row: 2, cells: CELLS }] }],
      writing: "unicode",
      examples: [],
    },
  });
  expect(sheets.ok && sheets.value.sheets[0]?.rows[0]?.cells).toEqual(HEADER.split(","));
});

test("the UTF-16 that Excel calls Unicode text is read", async () => {
  const sheets = await readTable(Buffer.from(`${BOM}Tổ\tHọ tên\r\n1\tĐỗ Ân`, "utf16le"));
  expect(sheets.ok && sheets.value.sheets[0]?.rows[1]?.cells).toEqual(["1", "Đỗ Ân"]);
});

test("rows keep their numbers past empty ones and line breaks in a cell", async () => {
  const sheets = await readTable(new TextEncoder().encode('a,b\n\n,,\n"c\nd",e\nf,g\n'));
  expect(sheets.ok && sheets.value.sheets[0]?.rows).toEqual([
    { row: 1, cells: ["a", "b"] },
    { row: 4, cells: ["c d", "e"] },
    { row: 5, cells: ["f", "g"] },
  ]);
});

test("an .xlsx is known by its bytes, with all its sheets, merged titles and empty rows", async () => {
  const sheets = await readTable(demoFile("danh-sach-ho.xlsx"));
  if (!sheets.ok) throw new Error(sheets.error);
  expect(sheets.value.sheets.map(({ sheet }) => sheet)).toEqual(["Khu phố 1", "Khu phố 2", "Khu phố 3"]);
  const rows = sheets.value.sheets[1]?.rows ?? [];
  expect(rows.slice(0, 5).map(({ row, cells }) => [row, cells[0]])).toEqual([
    [1, "UBND PHƯỜNG 3"],
    [2, "KHU PHỐ 2"],
    [4, "DANH SÁCH HỘ DÂN KHU PHỐ 2 NĂM 2026"],
    [6, "STT"],
    [7, "1"],
  ]);
  expect(rows.at(-1)).toEqual({ row: 348, cells: ["Tổng cộng", "", "", "341 hộ", "", "", "1120", ""] });
});

test("rows above the first one written keep their numbers, and what a spreadsheet took for a day shows", async () => {
  const workbook = zipOf({
    "xl/workbook.xml":
      '<workbook xmlns:r="r"><sheets><sheet sheetId="1" name="KP 2" r:id="r1"/><sheet sheetId="2" name="Trống" r:id="r2"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels":
      '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>',
    "xl/styles.xml": '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="16"/></cellXfs></styleSheet>',
    "xl/worksheets/sheet1.xml":
      '<worksheet><sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>Số nhà</t></is></c></row><row r="5"><c r="A5"><v>7</v></c><c r="B5" s="1"><v>46124</v></c><c r="C5" t="e"><v>#REF!</v></c><c r="D5" t="b"><v>1</v></c><c r="E5" t="str"><v>xa</v></c></row></sheetData><mergeCells><mergeCell ref="B3:C3"/></mergeCells></worksheet>',
    "xl/worksheets/sheet2.xml": "<worksheet><sheetData/></worksheet>",
  });
  expect(await readTable(workbook)).toEqual({
    ok: true,
    value: {
      writing: "unicode",
      examples: [],
      sheets: [
        {
          sheet: "KP 2",
          rows: [
            { row: 3, cells: ["", "Số nhà", "", "", ""] },
            { row: 5, cells: ["7", "2026-04-12", "", "", "xa"] },
          ],
        },
        { sheet: "Trống", rows: [] },
      ],
    },
  });
});

test("what another reader finds in the ward's own workbook is found here as well", async () => {
  const table = await readTable(demoFile("danh-sach-ho.xlsx"));
  const others = await readWorkbook(Buffer.from(demoFile("danh-sach-ho.xlsx")));
  const seen = others.map(({ sheet, data }) => ({
    sheet,
    rows: data
      .map((cells, at) => ({
        row: at + 1,
        cells: cells.map((cell) => (cell === null ? "" : String(cell).trim())),
      }))
      .filter(({ cells }) => cells.some((cell) => cell !== "")),
  }));
  expect(table.ok && table.value.sheets.map(({ sheet, rows }) => ({ sheet, rows }))).toEqual(seen);
});

const text = (value: string) => new TextEncoder().encode(value);

/** The container of old Office files with one entry of this name. */
const ole = (name: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(1016),
    Buffer.from(name, "utf16le"),
  ]);

test.each([
  ["empty", "nothing", new Uint8Array()],
  ["empty", "only a mark", text(BOM)],
  ["empty", "only empty rows", text(",,\r\n\r\n , \n")],
  ["old-excel", "an .xls", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)],
  ["broken", "half an .xlsx", demoFile("danh-sach-ho.xlsx").subarray(0, 20_000)],
  ["broken", "a zip of noise", text("PK\u0003\u0004 nothing of the sort")],
  ["foreign", "a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)],
  ["foreign", "a PDF", Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x01\x02\x03\x04\x05\x06", "latin1")],
  ["foreign", "a zip that is no workbook", zipOf({ "word/document.xml": "<w:document/>" })],
  ["locked", "a workbook with a password", ole("EncryptedPackage")],
  ["old-excel", "an .xls with its workbook", ole("Workbook")],
  ["foreign", "an old document", ole("WordDocument")],
  ["html", "a page that is called .xls", text("<html><body><table><tr><td>1</td></tr></table>")],
  ["ods", "a list of LibreOffice", zipOf({ mimetype: "application/vnd.oasis", "content.xml": "<x/>" })],
  ["broken", "a workbook whose sheet is missing", zipOf({ "xl/workbook.xml": "<workbook/>" })],
  ["too-large", "33 MB", new Uint8Array(33 * 1024 * 1024)],
] as const)("%s: %s", async (error, _, bytes) => {
  expect(await readTable(bytes)).toEqual({ ok: false, error });
});
