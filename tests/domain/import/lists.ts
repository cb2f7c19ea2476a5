import { readFileSync } from "node:fs";
import type {
  ExistingHousehold,
  HouseholdList,
  ListError,
} from "../../../src/domain/import/household-list.ts";
import { householdRows } from "../../../src/domain/import/household-rows.ts";
import { type ImportPlan, planImport } from "../../../src/domain/import/plan-import.ts";
import { readTable, type TableError } from "../../../src/domain/import/read-table.ts";
import { visibleSheets } from "../../../src/domain/import/sheet.ts";

export const HEADER = "Khu phố,Tổ,STT,Họ và tên chủ hộ,Số nhà,Đường,Số nhân khẩu,Ghi chú";

/** The bytes of a file of the demo. */
export function demoFile(name: "danh-sach-ho.xlsx" | "danh-sach-ho.csv"): Uint8Array {
  return readFileSync(new URL(`../../../demo/${name}`, import.meta.url));
}

/** A list as a .csv with the usual headings, from rows such as '1,1,1,Trần Văn Một,1,Lê Lợi,2,'. */
export function csv(...rows: readonly string[]): Uint8Array {
  return new TextEncoder().encode([HEADER, ...rows].join("\r\n"));
}

/** Reads a file to its households, or says why not. */
export async function listOf(bytes: Uint8Array): Promise<HouseholdList | TableError | ListError> {
  const table = await readTable(bytes);
  if (!table.ok) return table.error;
  const list = householdRows(visibleSheets(table.value.sheets));
  return list.ok ? list.value : list.error;
}

/** The households of a file that is a list. */
export async function goodList(bytes: Uint8Array): Promise<HouseholdList> {
  const list = await listOf(bytes);
  if (typeof list === "string" || "code" in list) throw new Error(JSON.stringify(list));
  return list;
}

/** A list of these rows, set beside what the ward has. */
export async function planOf(
  rows: readonly string[],
  existing: readonly ExistingHousehold[],
): Promise<ImportPlan> {
  return planImport(await goodList(csv(...rows)), existing);
}

/** A ward that has imported these rows; a household's id is the row's place in the list, 'h1' the first. */
export async function wardOf(...rows: readonly string[]): Promise<ExistingHousehold[]> {
  if (rows.length === 0) return [];
  return imported(await planOf(rows, []), []);
}

/** What the ward has once a plan is carried out. */
export function imported(plan: ImportPlan, existing: readonly ExistingHousehold[]): ExistingHousehold[] {
  const changes = new Map(plan.change.map(({ id, fields }) => [id, fields]));
  return [
    ...existing.map((household) => ({ ...household, ...changes.get(household.id) })),
    ...plan.add.map(({ area, number, head, address, members, note = "", phone = "" }, index) => ({
      id: `h${existing.length + index + 1}`,
      area,
      number,
      head,
      address,
      members,
      note,
      phone,
      open: true,
    })),
  ];
}

/** A plan in short: what becomes of which household, and which rows are refused why. */
export function brief(plan: ImportPlan): unknown {
  return {
    add: plan.add.map(({ head }) => head),
    change: Object.fromEntries(plan.change.map(({ id, fields }) => [id, fields])),
    same: plan.same.length,
    refused: plan.refused.map(({ row, reason }) => `${row} ${reason}`),
    missing: plan.missing.map(({ id }) => id),
  };
}
