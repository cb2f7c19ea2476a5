import { err, ok, type Result } from "../result.ts";
import { likely, likenessOf, type Likeness } from "../words/likeness.ts";
import { headerIn } from "./find-columns.ts";
import { groupBy } from "./group-by.ts";
import { fieldOf, type Field, type HeadingChoices, headingOf } from "./headings.ts";
import type { ExistingHousehold, HouseholdRow, ListError, Place } from "./household-list.ts";
import { householdRows } from "./household-rows.ts";
import { notToKeep, type NotToKeep } from "./not-to-keep.ts";
import { planImport, type ImportPlan } from "./plan-import.ts";
import { visibleSheets, type Sheet } from "./sheet.ts";

/** What somebody says of a table before it is taken. */
export interface TableChoices {
  /** Names of the sheets to read; those that are seen, unless it is said. */
  readonly sheets?: readonly string[];
  readonly headings?: HeadingChoices;
}

/** One heading of the sheets that are read. */
export interface Heading {
  /** As it stands in the file. */
  readonly text: string;
  /** By it the choice of what it means is kept: see `headingOf`. */
  readonly key: string;
  readonly field: Field | null;
  /** Why it is left out, whoever asks for it. */
  readonly notKept: NotToKeep | null;
}

export interface SheetSummary {
  readonly name: string;
  readonly rows: number;
  readonly hidden: boolean;
  /** Rows that whoever opens it does not see. */
  readonly hiddenRows: number;
  readonly read: boolean;
}

/** A new row that may be a household which the ward has, and why. */
export interface Doubt {
  readonly row: HouseholdRow;
  readonly likeness: Likeness | "number";
  readonly household: ExistingHousehold;
}

/** A list set beside what the ward has. */
export interface Examined {
  readonly sheets: readonly SheetSummary[];
  readonly headings: readonly Heading[];
  readonly plan: Result<ImportPlan, ListError>;
  readonly doubts: readonly Doubt[];
}

/** Sets a table beside what the ward has, by what somebody said of it. What the command line would do is the plan. */
export function examine(
  sheets: readonly Sheet[],
  existing: readonly ExistingHousehold[],
  { sheets: named, headings = {} }: TableChoices = {},
): Examined {
  const read = named ? sheets.filter(({ sheet }) => named.includes(sheet)) : visibleSheets(sheets);
  const list = householdRows(read, withoutNotKept(read, headings));
  const plan = list.ok ? ok(planImport(list.value, existing)) : err(list.error);
  return {
    sheets: sheets.map((sheet) => ({
      name: sheet.sheet,
      rows: sheet.rows.length,
      hidden: sheet.hidden === true,
      hiddenRows: sheet.rows.filter(({ hidden }) => hidden === true).length,
      read: read.includes(sheet),
    })),
    headings: headingsOf(read, headings),
    plan,
    doubts: plan.ok ? doubtsOf(plan.value, existing) : [],
  };
}

/** Which row of which sheet: what tells rows apart. */
export function rowKey({ sheet, row }: Place): string {
  return `${sheet}\n${row}`;
}

/** The headings of all sheets, each once; where none has any, the first row that is filled like one. */
function headingsOf(sheets: readonly Sheet[], choices: HeadingChoices): readonly Heading[] {
  const found = new Map<string, Heading>();
  const known = sheets.map(({ rows }) => headerIn(rows, choices)?.cells ?? null);
  const cells = known.some((one) => one !== null)
    ? known.flatMap((one) => one ?? [])
    : sheets.flatMap(({ rows }) => rows.find((row) => row.cells.filter(isWord).length >= 3)?.cells ?? []);
  for (const text of cells) {
    const key = headingOf(text);
    if (key === "" || found.has(key)) continue;
    const notKept = notToKeep(text);
    found.set(key, { text, key, notKept, field: notKept === null ? (fieldOf(text, choices) ?? null) : null });
  }
  return [...found.values()];
}

function isWord(cell: string): boolean {
  return /\p{L}/u.test(cell);
}

// What may not be kept is not kept, whatever was chosen for it.
function withoutNotKept(sheets: readonly Sheet[], choices: HeadingChoices): HeadingChoices {
  const barred = headingsOf(sheets, choices).filter(({ notKept }) => notKept !== null);
  return { ...choices, ...Object.fromEntries(barred.map(({ key }) => [key, "none" as const])) };
}

/** New rows that are alike a household which no row is about, or whose number another household has. */
function doubtsOf({ add, missing }: ImportPlan, existing: readonly ExistingHousehold[]): Doubt[] {
  const left = groupBy(
    missing.map((household) => ({ household, area: household.area, made: likely(household) })),
    ({ area }) => area,
  );
  const kept = new Map(
    existing.filter(({ open }) => open).map((household) => [numberKey(household), household]),
  );
  return add.flatMap((row): Doubt[] => {
    const made = likely(row);
    for (const { household, made: other } of left.get(row.area) ?? []) {
      const likeness = likenessOf(made, other);
      if (likeness !== null) return [{ row, likeness, household }];
    }
    const holder = kept.get(numberKey(row));
    return holder ? [{ row, likeness: "number", household: holder }] : [];
  });
}

function numberKey({ area, number }: Pick<HouseholdRow, "area" | "number">): string {
  return `${area} ${String(number).toLowerCase()}`;
}
