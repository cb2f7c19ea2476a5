import Papa from "papaparse";
import readWorkbook from "read-excel-file/node";
import type { Sheet, SheetRow } from "../../domain/import/sheet.ts";
import { err, ok, type Result } from "../../domain/result.ts";

/**
 * Why a file is no table: `empty`; `too-large`; `old-excel` (.xls, or locked by a password); `broken` (a workbook that
 * cannot be read); `encoding` (text, but not in UTF-8); `foreign` (anything else, such as a picture or a document).
 */
export type TableError = "empty" | "too-large" | "old-excel" | "broken" | "encoding" | "foreign";

/**
 * Reads every sheet of an .xlsx, or a .csv in UTF-8 (UTF-16 with its mark, too) parted by commas, semicolons or tabs.
 * The bytes decide which it is, never the file's name.
 */
export async function readTable(bytes: Uint8Array): Promise<Result<readonly Sheet[], TableError>> {
  if (bytes.length === 0) return err("empty");
  if (bytes.length > LARGEST) return err("too-large");
  if (startsWith(bytes, OLE)) return err("old-excel");
  const sheets = startsWith(bytes, ZIP) ? await readXlsx(bytes) : readCsv(bytes);
  if (sheets.ok && sheets.value.every(({ rows }) => rows.length === 0)) return err("empty");
  return sheets;
}

const LARGEST = 32 * 1024 * 1024;
const ZIP = [0x50, 0x4b];
// The container of .xls, and of an .xlsx with a password.
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const DELIMITERS = [",", ";", "\t"];

async function readXlsx(bytes: Uint8Array): Promise<Result<readonly Sheet[], TableError>> {
  try {
    const sheets = await readWorkbook(Buffer.from(bytes));
    return ok(sheets.map(({ sheet, data }) => ({ sheet: clean(sheet), rows: numbered(data) })));
  } catch (error) {
    // A zip without a workbook in it is somebody's document; the rest is a workbook that was cut off or altered.
    const isOther = error instanceof Error && error.message.includes("file not found inside");
    return err(isOther ? "foreign" : "broken");
  }
}

function readCsv(bytes: Uint8Array): Result<readonly Sheet[], TableError> {
  const text = decode(bytes);
  if (!text.ok) return text;
  const { data } = Papa.parse<string[]>(text.value, { delimiter: delimiterOf(text.value) });
  return ok([{ sheet: "", rows: numbered(data) }]);
}

function decode(bytes: Uint8Array): Result<string, TableError> {
  const isUtf16 = startsWith(bytes, [0xff, 0xfe]);
  if (!isUtf16 && bytes.includes(0)) return err("foreign");
  try {
    // Both decoders drop the byte order mark.
    return ok(new TextDecoder(isUtf16 ? "utf-16le" : "utf-8", { fatal: true }).decode(bytes));
  } catch {
    return err(looksLikeText(bytes) ? "encoding" : "foreign");
  }
}

// Pictures and PDFs are full of control characters; a list in an old Vietnamese code page is not.
function looksLikeText(bytes: Uint8Array): boolean {
  const controls = bytes.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
  return controls.length < bytes.length / 1000;
}

// The whole file is counted, so that a heading row or a comma in a note does not mislead.
function delimiterOf(text: string): string {
  const counts = DELIMITERS.map(() => 0);
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    const at = quoted ? -1 : DELIMITERS.indexOf(character);
    if (at !== -1) counts[at] = (counts[at] ?? 0) + 1;
  }
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
}

function numbered(rows: readonly (readonly unknown[])[]): SheetRow[] {
  return rows
    .map((cells, index) => ({ row: index + 1, cells: cells.map(textOf) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
}

function textOf(cell: unknown): string {
  if (typeof cell === "string") return clean(cell);
  if (typeof cell === "number") return String(cell);
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return "";
}

function clean(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u200b-\u200d\ufeff\u00ad]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
