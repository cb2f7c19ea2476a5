import { err, ok, type Result } from "../result.ts";
import { clean } from "./clean.ts";
import { readSheet, type SheetStyle } from "./read-sheet.ts";
import type { Sheet } from "./sheet.ts";
import { openZip, type Zip } from "./unzip.ts";
import { elements, textOfXml } from "./xml.ts";

/**
 * Reads all sheets of a workbook (ECMA-376, SpreadsheetML), hidden ones too: what cells show, of formulas the last result.
 * `foreign` is a zip that holds something else, `ods` a list of LibreOffice's own kind, `broken` one that is damaged.
 */
export async function readXlsx(
  bytes: Uint8Array,
): Promise<Result<readonly Sheet[], "foreign" | "ods" | "broken">> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const { names } = zip.value;
  if (names.includes("content.xml") && names.includes("mimetype")) return err("ods");
  const main = names.find((name) => /^xl\/workbook\d*\.xml$/i.test(name));
  if (main === undefined) return err("foreign");
  const workbook = await text(zip.value, main);
  const targets = await readTargets(zip.value, main);
  if (workbook === null || targets === null) return err("broken");
  const style = await readStyle(zip.value, workbook);
  if (style === null) return err("broken");
  const sheets: Sheet[] = [];
  for (const { attributes: of } of elements(workbook, "sheet")) {
    const { name = "", state = "visible" } = of;
    // Under whatever prefix the file has for relationships.
    const id = Object.keys(of).find((attribute) => attribute.endsWith(":id"));
    const target = targets.get(of[id ?? "id"] ?? "");
    // A sheet of nothing but a chart has no cells.
    if (target === undefined || !/worksheets\//i.test(target)) continue;
    const content = await text(zip.value, target);
    if (content === null) return err("broken");
    const read = readSheet(content, style);
    sheets.push({ sheet: clean(name), ...(state === "visible" ? {} : { hidden: true }), ...read });
  }
  return ok(sheets);
}

async function text(zip: Zip, name: string): Promise<string | null> {
  const bytes = await zip.read(name);
  return bytes && new TextDecoder().decode(bytes);
}

/** Which file each id of the workbook stands for. */
async function readTargets(zip: Zip, main: string): Promise<ReadonlyMap<string, string> | null> {
  const file = main.slice(main.lastIndexOf("/") + 1);
  const relations = await text(zip, `xl/_rels/${file}.rels`);
  if (relations === null) return null;
  return new Map(
    elements(relations, "Relationship").map(({ attributes: { Id = "", Target = "" } }) => [
      Id,
      Target.startsWith("/") ? Target.slice(1) : `xl/${Target.replace(/^\.\//, "")}`,
    ]),
  );
}

async function readStyle(zip: Zip, workbook: string): Promise<SheetStyle | null> {
  const strings = zip.names.find((name) => /^xl\/sharedStrings\.xml$/i.test(name));
  const styles = zip.names.find((name) => /^xl\/styles\.xml$/i.test(name));
  const [shared, looks] = [
    strings === undefined ? "" : await text(zip, strings),
    styles === undefined ? "" : await text(zip, styles),
  ];
  if (shared === null || looks === null) return null;
  const from1904 = elements(workbook, "workbookPr").some(({ attributes: { date1904 } }) => isOn(date1904));
  return {
    strings: elements(shared, "si").map(({ content }) => textOfXml(content)),
    dates: datesOf(looks),
    epoch: from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30),
  };
}

function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** Which looks of cells are those of days (ECMA-376 §18.8.30). */
function datesOf(styles: string): readonly boolean[] {
  const own = new Map(
    elements(styles, "numFmt").map(({ attributes: { numFmtId = "", formatCode = "" } }) => [
      numFmtId,
      formatCode,
    ]),
  );
  const looks = elements(styles, "cellXfs")[0]?.content ?? "";
  return elements(looks, "xf").map(({ attributes: of }) => {
    const id = of["numFmtId"] ?? "0";
    const code = own.get(id);
    if (code !== undefined) return /[dmy]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
    return DAYS.some(([from, to]) => Number(id) >= from && Number(id) <= to);
  });
}

const DAYS: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
