import Papa from "papaparse";
import { err, ok, type Result } from "../result.ts";
import { clean } from "./clean.ts";
import { fromBytes1252 } from "./legacy-letters.ts";
import { readXlsx } from "./read-xlsx.ts";
import type { Sheet } from "./sheet.ts";
import { turnRight, type TurnedRight, type Writing } from "./turn-right.ts";

/**
 * Why a file is no table: `empty`; `too-large`; `old-excel` (.xls); `locked` (a workbook with a password); `ods`; `html` (a
 * page of the web that is called .xls); `broken` (a workbook that cannot be read); `foreign` (anything else, such as a
 * picture or a document).
 */
export type TableError =
  | "empty"
  | "too-large"
  | "old-excel"
  | "locked"
  | "ods"
  | "html"
  | "broken"
  | "foreign";

/**
 * Reads every sheet of an .xlsx, or a .csv parted by commas, semicolons or tabs; the bytes decide which it is, never the
 * file's name. Letters of UTF-8, UTF-16 (with a mark or without), Windows-1258, TCVN3 and VNI are found out and turned into
 * Unicode, unless somebody says how they are written.
 */
export async function readTable(bytes: Uint8Array, said?: Writing): Promise<Result<TurnedRight, TableError>> {
  const sheets = await readSheets(bytes);
  return sheets.ok ? ok(turnRight(sheets.value, said)) : sheets;
}

/** Bytes. */
const LARGEST = 32 * 1024 * 1024;
const ZIP = [0x50, 0x4b];
// The container of .xls, and of an .xlsx with a password.
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const DELIMITERS = [",", ";", "\t"];

async function readSheets(bytes: Uint8Array): Promise<Result<readonly Sheet[], TableError>> {
  if (bytes.length === 0) return err("empty");
  if (bytes.length > LARGEST) return err("too-large");
  if (startsWith(bytes, OLE)) return err(kindOfOle(bytes));
  const sheets = startsWith(bytes, ZIP) ? await readXlsx(bytes) : readCsv(bytes);
  if (sheets.ok && sheets.value.every(({ rows }) => rows.length === 0)) return err("empty");
  return sheets;
}

function kindOfOle(bytes: Uint8Array): TableError {
  const names = new TextDecoder("utf-16le").decode(bytes.subarray(0, bytes.length & ~1));
  if (names.includes("EncryptedPackage")) return "locked";
  return names.includes("WordDocument") ? "foreign" : "old-excel";
}

function readCsv(bytes: Uint8Array): Result<readonly Sheet[], TableError> {
  const text = decode(bytes);
  if (!text.ok) return text;
  if (/^\s*<(?:!doctype|html|table|\?xml|meta|head)\b/i.test(text.value)) return err("html");
  const { data } = Papa.parse<string[]>(text.value, { delimiter: delimiterOf(text.value) });
  const rows = data
    .map((cells, index) => ({ row: index + 1, cells: cells.map(clean) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ""));
  return ok([{ sheet: "", rows }]);
}

function decode(bytes: Uint8Array): Result<string, TableError> {
  const utf16 = utf16Of(bytes);
  if (utf16 === null && bytes.includes(0)) return err("foreign");
  try {
    // The decoders drop the byte order mark.
    return ok(new TextDecoder(utf16 ?? "utf-8", { fatal: true }).decode(bytes));
  } catch {
    return utf16 === null && looksLikeText(bytes) ? ok(fromBytes1252(bytes)) : err("foreign");
  }
}

/** UTF-16 by its mark; without one by where the zeros are, of which digits, commas and spaces have many. */
function utf16Of(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (startsWith(bytes, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(bytes, [0xfe, 0xff])) return "utf-16be";
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 4096);
  for (let at = 0; at < looked; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > looked / 8 && even === 0) return "utf-16le";
  return even > looked / 8 && odd === 0 ? "utf-16be" : null;
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

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}
