import type { Required } from "../../domain/import/find-columns.ts";
import { groupBy } from "../../domain/import/group-by.ts";
import type {
  ExistingHousehold,
  HouseholdRow,
  ListError,
  Place,
  Refusal,
  RefusedRow,
} from "../../domain/import/household-list.ts";
import type { LegacyWriting } from "../../domain/import/legacy-letters.ts";
import type { ChangedFields, ImportPlan } from "../../domain/import/plan-import.ts";
import type { TableError } from "../../domain/import/read-table.ts";
import type { TurnedRight } from "../../domain/import/turn-right.ts";
import { formatInteger } from "../../domain/words/vietnamese-format.ts";

/**
 * What an import takes, in Vietnamese for the office, a line each: sheets passed over, refused rows, changes, additions to
 * a ward that had households, households without a row; then what each sheet holds, and the counts.
 */
export function report(plan: ImportPlan): string[] {
  const { add, change, same, refused, missing, skipped } = plan;
  const taken = [...add, ...change.map(({ row }) => row), ...same.map(({ row }) => row)];
  // Of a first import every row would be named.
  const additions = change.length + same.length + missing.length === 0 ? [] : add;
  return [
    ...skipped.map((sheet) => `${sheetName(sheet)}: không thấy dòng tiêu đề, bỏ qua cả trang.`),
    ...refused.map((row) => `${placeName(row)}: không nhận, ${reasonOf(row)}.`),
    ...change.map(({ row, fields }) => `${placeName(row)}, ${householdName(row)}: ${fieldsOf(fields)}.`),
    ...additions.map((row) => `${placeName(row)}, ${householdName(row)}: thêm mới.`),
    ...missing.map((household) => `Không có trong danh sách, phường vẫn giữ: ${householdName(household)}.`),
    ...sheetLines(taken),
    `Thêm ${formatInteger(add.length)} hộ, thay đổi ${formatInteger(change.length)} hộ, giữ nguyên ${formatInteger(same.length)} hộ.`,
    `Không nhận ${formatInteger(refused.length)} dòng; ${formatInteger(missing.length)} hộ của phường không có trong danh sách.`,
  ];
}

/** That a sheet which nobody sees was passed over. */
export function hiddenSheet(sheet: string): string {
  return `${sheetName(sheet)}: trang ẩn, bỏ qua. Muốn nhập thì hãy bỏ ẩn (Unhide) rồi lưu lại.`;
}

/** That a list's letters were turned into Unicode, with an example. */
export function turnedWords(writing: LegacyWriting, [example]: TurnedRight["examples"]): string {
  const shown = example === undefined ? "" : `, như ‘${example.before}’ thành ‘${example.after}’`;
  return `Chữ trong tệp viết theo ${WRITINGS[writing]}, đã đổi sang Unicode${shown}.`;
}

const WRITINGS: Readonly<Record<LegacyWriting, string>> = {
  tcvn3: "TCVN3 (ABC)",
  vni: "VNI",
  "windows-1258": "Windows-1258",
};

/** Why nothing of a file was taken, as one sentence for the office. */
export function reportError(error: TableError | ListError): string {
  if (typeof error === "string") return FILE_ERRORS[error];
  switch (error.code) {
    case "no-header":
      return "Không thấy dòng tiêu đề. Cần các cột: khu phố, tổ, số thứ tự, họ và tên chủ hộ, số nhà hoặc đường, số nhân khẩu.";
    case "no-households":
      return "Tệp có dòng tiêu đề nhưng không có hộ nào.";
    case "missing-columns":
      return `${placeName(error.place)}: thiếu cột ${error.missing.map((field) => COLUMNS[field]).join(", ")}.`;
    case "two-neighbourhoods":
      return `${sheetName(error.sheet)}: tên trang ghi ${error.names[0]} mà tiêu đề ghi ${error.names[1]}; hãy sửa cho khớp.`;
  }
}

const FILE_ERRORS: Readonly<Record<TableError, string>> = {
  empty: "Tệp trống.",
  "too-large": "Tệp lớn hơn 32 MB.",
  "old-excel": "Tệp Excel kiểu cũ (.xls). Hãy mở bằng Excel và lưu lại thành .xlsx.",
  locked: "Tệp có mật khẩu. Hãy mở bằng Excel, bỏ mật khẩu và lưu lại.",
  ods: "Tệp của LibreOffice (.ods). Hãy mở ra và lưu lại thành .xlsx.",
  html: "Tệp này là một trang web mang tên .xls. Hãy mở bằng Excel và lưu lại thành .xlsx.",
  broken: "Không mở được tệp Excel này: tệp bị hỏng hoặc chép chưa hết.",
  foreign: "Đây không phải tệp .xlsx hay .csv.",
};

const COLUMNS: Readonly<Record<Required, string>> = {
  neighbourhood: "‘Khu phố’",
  group: "‘Tổ’",
  number: "‘Số TT trong tổ’ (hoặc ‘STT’)",
  head: "‘Họ và tên chủ hộ’",
  address: "‘Số nhà’, ‘Đường’ (hoặc ‘Địa chỉ’)",
  members: "‘Số nhân khẩu’",
};

const REASONS: Readonly<Record<Refusal, string>> = {
  "no-head": "thiếu họ tên chủ hộ",
  "no-neighbourhood": "thiếu khu phố",
  "no-group": "thiếu tổ (nếu là ô gộp, hãy bỏ gộp và ghi tổ vào từng dòng)",
  "bad-number": "số thứ tự trong tổ không rõ",
  "bad-members": "số nhân khẩu phải là số nguyên từ 1 trở lên",
  "house-is-date": "số nhà đã bị Excel đổi thành ngày, hãy ghi lại dưới dạng chữ",
  "too-long": "có ô dài quá 500 chữ",
  "number-taken": "trùng số trong tổ với",
  ambiguous: "chưa rõ là hộ nào",
  closed: "phường đã ghi hộ này không còn",
};

const FIELDS: Readonly<Record<keyof ChangedFields, string>> = {
  number: "số trong tổ",
  head: "chủ hộ",
  address: "địa chỉ",
  members: "số nhân khẩu",
  note: "ghi chú",
  phone: "điện thoại",
};

function reasonOf({ reason, value, other, like }: RefusedRow): string {
  if (other !== undefined)
    return `số ${value} ${REASONS[reason]} ${placeName(other).replace(/^./, (letter) => letter.toLowerCase())}`;
  if (like.length > 0) return `${REASONS[reason]}: ${like.map(householdName).join("; ")}`;
  return value === "" ? REASONS[reason] : `${REASONS[reason]} (‘${value}’)`;
}

function fieldsOf(fields: ChangedFields): string {
  return Object.entries(fields)
    .map(([name, value]) => `${FIELDS[name as keyof ChangedFields]} thành ‘${String(value)}’`)
    .join(", ");
}

function sheetLines(rows: readonly HouseholdRow[]): string[] {
  return [...groupBy(rows, ({ sheet }) => sheet)].map(([sheet, taken]) => {
    const people = taken.reduce((sum, { members }) => sum + members, 0);
    const numbers = taken.map(({ row }) => row);
    const where = `dòng ${numbers.reduce((a, b) => Math.min(a, b))} đến ${numbers.reduce((a, b) => Math.max(a, b))}`;
    return `${sheetName(sheet)}, ${where}: nhận ${formatInteger(taken.length)} hộ, ${formatInteger(people)} nhân khẩu.`;
  });
}

function householdName({ number, area, head, address }: HouseholdRow | ExistingHousehold): string {
  return `hộ ${number} ${areaName(area)} (${[head, address].filter((text) => text !== "").join(", ")})`;
}

function areaName(area: string): string {
  const numbers = /^kp(\w+)\/t0*(\w+)$/.exec(area);
  return numbers === null ? area : `tổ ${numbers[2]} khu phố ${numbers[1]}`;
}

function placeName({ sheet, row }: Place): string {
  return sheet === "" ? `Dòng ${row}` : `${sheetName(sheet)}, dòng ${row}`;
}

function sheetName(sheet: string): string {
  return sheet === "" ? "Danh sách" : `Trang tính ${sheet}`;
}
