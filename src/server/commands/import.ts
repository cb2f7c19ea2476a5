import { readFile } from "node:fs/promises";
import { uuidV7 } from "../../domain/ids.ts";
import { householdRows } from "../../domain/import/household-rows.ts";
import { importDrafts, withNewAreas } from "../../domain/import/import-drafts.ts";
import { planImport, type ImportPlan } from "../../domain/import/plan-import.ts";
import { readTable } from "../../domain/import/read-table.ts";
import { visibleSheets } from "../../domain/import/sheet.ts";
import type { Draft } from "../../domain/statement.ts";
import { hiddenSheet, report, reportError, turnedWords } from "../import/report.ts";
import type { Station } from "../station.ts";
import { readExistingHouseholds } from "../wards/existing-households.ts";
import { describeWard } from "../wards/wards-here.ts";
import type { Command, Io } from "./command.ts";
import { sayAll } from "./say-all.ts";
import { withWard } from "./with-station.ts";
import { NO_FILE } from "./words.ts";

/** `import WARD FILE`: the ward office's household list. */
export const importList: Command = {
  usage: "import PHUONG TEP.xlsx|TEP.csv [--dry-run]",
  help: [
    "Nhập danh sách hộ từ tệp .xlsx hoặc .csv của phường; in ra đã nhận, thay đổi và không nhận những gì, theo trang và dòng.",
    "Nhập lại cùng một tệp thì không thêm gì. Hộ không còn trong tệp vẫn được giữ. Có dòng không nhận thì lệnh kết thúc với mã 1.",
    "--dry-run in ra như vậy mà không ghi gì.",
  ].join("\n"),
  options: { "dry-run": { type: "boolean" } },
  arguments: [2, 2],
  run: ({ positionals: [slug = "", path = ""], values: { "dry-run": isTrial } }, io) =>
    withWard(io, slug, async (station, ward) => {
      const bytes = await readFile(path).catch(() => null);
      if (!bytes) {
        io.err(NO_FILE(path));
        return 1;
      }
      const plan = await makePlan(io, station, ward.ward, bytes);
      if (typeof plan === "string") {
        io.err(plan);
        return 1;
      }
      for (const line of report(plan)) io.out(line);
      if (isTrial === true) io.err("Mới xem thử, chưa ghi gì.");
      else if (!(await sayAll(io, station, ward.ward, await draftsOf(station, ward.ward, plan)))) return 1;
      return plan.refused.length > 0 ? 1 : 0;
    }),
};

/** The plan, or a sentence on why nothing of the file can be taken. */
async function makePlan(
  io: Io,
  { db }: Station,
  ward: string,
  bytes: Uint8Array,
): Promise<ImportPlan | string> {
  const table = await readTable(bytes);
  if (!table.ok) return reportError(table.error);
  const { sheets, writing, examples } = table.value;
  if (writing !== "unicode") io.err(turnedWords(writing, examples));
  const visible = visibleSheets(sheets);
  for (const sheet of sheets) if (!visible.includes(sheet)) io.err(hiddenSheet(sheet.sheet));
  const list = householdRows(visible);
  if (!list.ok) return reportError(list.error);
  return planImport(list.value, await readExistingHouseholds(db, ward));
}

/** What carrying out a plan says: the ward with its new areas, then each new and each changed household. */
async function draftsOf({ db, now, random }: Station, ward: string, plan: ImportPlan): Promise<Draft[]> {
  const described = await describeWard(db, ward);
  const areas = withNewAreas(described.areas, plan.add);
  const ofWard: Draft[] =
    areas.length > described.areas.length
      ? [{ type: "ward.described", sub: ward, body: { ...described, areas } }]
      : [];
  return [...ofWard, ...importDrafts(plan, () => uuidV7(now(), random(10)))];
}
