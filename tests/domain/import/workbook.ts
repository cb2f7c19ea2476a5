import { zipOf } from "./zip.ts";

/** A sheet to be written: its rows, cells merged such as 'A6:A7', and what nobody sees. */
export interface SheetToWrite {
  readonly rows: readonly (readonly string[])[];
  readonly merges?: readonly string[];
  readonly hiddenRows?: readonly number[];
  readonly hidden?: boolean;
}

/** A small .xlsx with texts in its cells. */
export function workbookOf(sheets: Readonly<Record<string, SheetToWrite>>): Uint8Array {
  const entries = Object.entries(sheets);
  const files = Object.fromEntries(
    entries.map(([, sheet], at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)]),
  );
  const list = entries.map(
    ([name, { hidden }], at) =>
      `<sheet name="${name}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ""} r:id="r${at + 1}"/>`,
  );
  const relations = entries.map(
    (_, at) => `<Relationship Id="r${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return zipOf({
    "xl/workbook.xml": `<workbook><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relations.join("")}</Relationships>`,
    ...files,
  });
}

function sheetXml({ rows, merges = [], hiddenRows = [] }: SheetToWrite): string {
  const lines = rows.map((cells, at) => {
    const row = at + 1;
    const filled = cells.map((text, column) =>
      text === ""
        ? ""
        : `<c r="${String.fromCharCode(65 + column)}${row}" t="inlineStr"><is><t>${escape(text)}</t></is></c>`,
    );
    return `<row r="${row}"${hiddenRows.includes(row) ? ' hidden="1"' : ""}>${filled.join("")}</row>`;
  });
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `<worksheet><sheetData>${lines.join("")}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
