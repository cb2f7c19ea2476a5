import { err, ok, type Result } from "../result.ts";
import { groupOf, neighbourhoodOf } from "./areas.ts";
import { type Around, enter, isHeading, startAround } from "./around.ts";
import { type Columns, findColumns, type HeaderError, isHeader } from "./find-columns.ts";
import type { HeadingChoices } from "./headings.ts";
import type { HouseholdList, HouseholdRow, ListError, Place, Refusal, RefusedRow } from "./household-list.ts";
import { isDate, isTotal, membersOf, numberOf, type RowTexts, textsOf } from "./household-values.ts";
import type { Sheet } from "./sheet.ts";

/**
 * Reads the households out of all sheets of a list. Totals, titles and signature lines are left out; every other row is
 * either a household or named among the refused. `choices` are what somebody says that headings mean.
 */
export function householdRows(
  sheets: readonly Sheet[],
  choices: HeadingChoices = {},
): Result<HouseholdList, ListError> {
  const list: OpenList = { rows: [], refused: [], skipped: [], numbers: new Map() };
  for (const sheet of sheets) {
    if (sheet.rows.length === 0) continue;
    const error = readSheet(sheet, list, choices);
    if (error?.code === "no-header") list.skipped.push(sheet.sheet);
    else if (error !== undefined) return err(error);
  }
  const { rows, refused, skipped } = list;
  if (skipped.length === sheets.filter((sheet) => sheet.rows.length > 0).length)
    return err({ code: "no-header" });
  return rows.length + refused.length === 0
    ? err({ code: "no-households" })
    : ok({ rows, refused, skipped, sheets: sheets.map(({ sheet }) => sheet) });
}

interface OpenList {
  readonly rows: HouseholdRow[];
  readonly refused: RefusedRow[];
  readonly skipped: string[];
  /** Who has a number within a tổ. */
  readonly numbers: Map<string, Place>;
}

const LONGEST = 500;

function readSheet(sheet: Sheet, list: OpenList, choices: HeadingChoices): ListError | undefined {
  const found = findColumns(sheet.rows, choices);
  if (!found.ok) return headerError(found.error, sheet.sheet);
  let header = found.value;
  const start = startAround(sheet, header);
  if (!start.ok) return start.error;
  const around = start.value;
  let ended = false;
  const spread = spreadMerged(sheet, () => header.columns);
  for (const [index, { row, cells }] of sheet.rows.entries()) {
    if (row <= header.last) continue;
    if (isHeader(cells, choices)) {
      const next = findColumns(sheet.rows.slice(index), choices);
      if (!next.ok) return headerError(next.error, sheet.sheet);
      header = next.value;
      ended = false;
      continue;
    }
    const texts = textsOf(cells, header.columns);
    if (isHeading(cells)) enter(around, cells);
    else if (isTotal(cells, texts)) ended = true;
    else if (!isBlank(texts, ended))
      take({ sheet: sheet.sheet, row }, textsOf(spread(row, cells), header.columns), around, list);
  }
  return undefined;
}

const SPREAD = ["neighbourhood", "group", "house", "street", "address"] as const;

/**
 * What a merged cell says of the rows below its first one, for what households may share: a tổ, a house, a street. A name
 * or a number that stands for several rows is one household's, and the others are refused.
 */
function spreadMerged(
  { rows, merges = [] }: Sheet,
  columnsNow: () => Columns,
): (row: number, cells: readonly string[]) => readonly string[] {
  if (merges.length === 0) return (_, cells) => cells;
  const texts = new Map<string, string>();
  const firsts = new Map(rows.map(({ row, cells }) => [row, cells]));
  for (const { column, first, last } of merges) {
    const text = firsts.get(first)?.[column] ?? "";
    // A list has no more rows than its last: a column may be merged down to the end of the sheet.
    const end = Math.min(last, rows.at(-1)?.row ?? 0);
    for (let row = first + 1; text !== "" && row <= end; row++) texts.set(`${row} ${column}`, text);
  }
  return function spread(row, cells) {
    const columns = columnsNow();
    const filled = [...cells];
    for (const field of SPREAD) {
      const at = columns[field];
      if (at !== undefined && (filled[at] ?? "") === "") filled[at] = texts.get(`${row} ${at}`) ?? "";
    }
    return filled;
  };
}

function headerError(error: HeaderError, sheet: string): ListError {
  if (error.code === "no-header") return error;
  return { code: error.code, place: { sheet, row: error.row }, missing: error.missing };
}

// Below the total stand place, date and signatures, which may lie in any column; above it, nothing but a remark may lack
// all that makes a household.
function isBlank(texts: RowTexts, ended: boolean): boolean {
  if (ended) {
    const signs = [/\p{L}/u.test(texts.head), /\d/.test(texts.number), /\d/.test(texts.members)];
    return signs.filter(Boolean).length < 2;
  }
  return [texts.number, texts.members, texts.group, texts.head, texts.address].every((text) => text === "");
}

function take(place: Place, texts: RowTexts, around: Around, list: OpenList): void {
  const neighbourhood =
    texts.neighbourhood === "" ? around.neighbourhood : neighbourhoodOf(texts.neighbourhood);
  const group = texts.group === "" ? around.group : groupOf(texts.group);
  const area = neighbourhood && group && `${neighbourhood.code}/${group.code}`;
  const { head, address } = texts;
  const refuse = (reason: Refusal, value: string, other?: Place) => {
    list.refused.push({ ...place, reason, value, other, like: [], about: { area, head, address } });
  };
  if (!/\p{L}/u.test(head)) return refuse("no-head", head);
  if (neighbourhood === undefined) return refuse("no-neighbourhood", texts.neighbourhood);
  if (group === undefined || area === undefined) return refuse("no-group", texts.group);
  const number = numberOf(texts.number);
  if (number === undefined) return refuse("bad-number", texts.number);
  const members = membersOf(texts.members);
  if (members === undefined) return refuse("bad-members", texts.members);
  if (isDate(texts.house)) return refuse("house-is-date", texts.house);
  if ([head, address, texts.note ?? "", texts.phone ?? ""].some((text) => text.length > LONGEST))
    return refuse("too-long", "");
  const key = `${area} ${String(number).toLowerCase()}`;
  const holder = list.numbers.get(key);
  if (holder !== undefined) return refuse("number-taken", String(number), holder);
  list.numbers.set(key, place);
  const areaNames = { neighbourhood: neighbourhood.name, group: group.name };
  list.rows.push({
    ...place,
    area,
    areaNames,
    number,
    head,
    address,
    members,
    note: texts.note || undefined,
    phone: texts.phone || undefined,
  });
}
