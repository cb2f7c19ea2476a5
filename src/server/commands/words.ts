import { resolve, sep } from "node:path";
import type { ToolError } from "../backup/postgres-tools.ts";
import type { ClockDoubt } from "../log/clock-doubt.ts";
import type { Settings, SettingsError } from "../settings.ts";
import { findBarred } from "../store/file-rights.ts";
import { refusalOf, sqliteIn } from "../store/sqlite.ts";
import { storeFailure } from "../store/store-failure.ts";
import type { StoreError, TellWait } from "../store/store.ts";

// What the command line says to the office that runs it, where more than one command says it.

/** What of a command line its command does not take. */
export type Misuse = "unknown-option" | "needless-value" | "no-value" | "too-few" | "too-many";

/** Says which word it is; the usage follows. */
export const MISUSES: Readonly<Record<Misuse, (what: string, value?: string) => string>> = {
  "unknown-option": (option) => `Không có tuỳ chọn '${option}'.`,
  "needless-value": (option, value = "") => `Tuỳ chọn '${option}' không nhận giá trị; bỏ '=${value}' đi.`,
  "no-value": (option) => `Tuỳ chọn '${option}' cần một giá trị ở sau.`,
  "too-few": (command) => `Lệnh '${command}' còn thiếu tham số.`,
  "too-many": (word) => `Thừa '${word}'. Lời có dấu cách thì đặt trong dấu nháy: 'Phường 3'.`,
};

export const NO_WARD = (slug: string) =>
  `Không có phường nào mang mã '${slug}' ở đây. Tạo bằng: so-tay init ${slug}`;

/** Which wards there are where one was not found: its name may be mistyped, or DATA_DIR another folder. */
export const WARDS_HERE = (slugs: readonly string[], place: string) =>
  slugs.length === 0
    ? `Trong ${place} chưa có phường nào. Nếu lẽ ra phải có, hãy xem lại DATA_DIR hay DATABASE_URL.`
    : `Trong ${place} có: ${slugs.join(", ")}.`;

export const NO_KEYS = (slug: string) =>
  `Không thấy khoá của phường '${slug}' trong DATA_DIR/keys. Hãy chép lại thư mục này từ bản sao lưu.`;

export const OTHER_KEY = (slug: string) =>
  `Sổ của phường '${slug}' đã nêu một khoá không có trong DATA_DIR/keys, nên máy chủ này không nói thay phường được. Nếu khoá ấy ở một bản sao lưu mới hơn, hãy chép lại; nếu không ai ở phường đổi khoá, hãy xem README, mục 'Máy chủ bị xâm nhập'.`;

export const SETTINGS_ERRORS: Readonly<Record<SettingsError, string>> = {
  PORT: "PORT phải là một số từ 0 đến 65535.",
  METRICS_PORT: "METRICS_PORT phải là một số từ 0 đến 65535.",
  ORIGIN: "ORIGIN phải là một địa chỉ web, ví dụ https://so-tay.example.vn",
  DATABASE_URL: "DATABASE_URL phải là địa chỉ PostgreSQL, ví dụ postgres://so-tay@db.example.vn/so-tay",
  TRUSTED_PROXIES:
    "TRUSTED_PROXIES phải là các địa chỉ IP hay dải như 172.17.0.0/16, cách nhau bằng dấu phẩy, hoặc 'loopback'.",
  DATABASE_CONNECTIONS: "DATABASE_CONNECTIONS phải là một số từ 2 đến 1000.",
};

/** Where the data are, in words, and without the password. */
export function nameStore({ dataDir, database }: Pick<Settings, "dataDir" | "database">): string {
  if (!database) return `thư mục dữ liệu '${dataDir}'`;
  const { host, pathname } = new URL(database.url);
  return `cơ sở dữ liệu '${pathname.slice(1)}' trên '${host}'`;
}

/** Why the store does not open; each takes the name of where it is. */
export const STORE_ERRORS: Readonly<Record<StoreError, (place: string) => string>> = {
  "not-writable": (place) =>
    `Không ghi được vào ${place}. Hãy kiểm tra quyền ghi, hoặc đặt DATA_DIR hay DATABASE_URL khác.`,
  "not-a-store": (place) =>
    `Dữ liệu trong ${place} bị hỏng hoặc không phải của sổ tay. Hãy lấy lại từ bản sao lưu.`,
  newer: (place) => `Dữ liệu trong ${place} là của một bản sổ tay mới hơn. Hãy cập nhật chương trình.`,
  full: (place) => `Ổ đĩa chứa ${place} đã đầy.`,
  busy: (place) => `Dữ liệu trong ${place} đang do chương trình khác giữ. Hãy thử lại sau ít phút.`,
  behind: (place) =>
    `Dữ liệu trong ${place} cũ hơn lần chạy trước. Nếu vừa lấy lại từ bản sao lưu, hãy chạy: so-tay restore TEP`,
  unreachable: (place) => `Không liên lạc được với ${place}. Hãy xem máy chủ PostgreSQL có đang chạy không.`,
  "no-entry": (place) =>
    `Không vào được ${place}: sai tên cơ sở dữ liệu, tên người dùng hoặc mật khẩu trong DATABASE_URL.`,
  "too-old": (place) => `PostgreSQL của ${place} cũ quá; cần bản 15 trở lên.`,
};

/** For whom a command waits; each takes the name of where the data are. */
export const WAITS: Readonly<Record<Parameters<TellWait>[0], (place: string) => string>> = {
  turn: (place) => `Đang chờ một lệnh backup, restore hoặc rekey khác trên ${place} làm xong…`,
  store: (place) => `Đang chờ chương trình khác ghi xong vào ${place}…`,
};

/** Why the store of these settings does not open, and which of its files stands in the way. */
export async function storeTrouble(
  why: StoreError,
  settings: Pick<Settings, "dataDir" | "database">,
): Promise<string> {
  const words = STORE_ERRORS[why](nameStore(settings));
  if (why !== "not-writable" || settings.database) return words;
  const barred = await findBarred(sqliteIn(settings.dataDir)).catch(() => null);
  return barred === null ? words : `${words} Tài khoản chạy lệnh này không đọc hay ghi được tệp '${barred}'.`;
}

/** The clock of this machine is probably wrong, and by how many seconds. It takes the time that it shows, in milliseconds. */
export const CLOCK_DOUBTS: Readonly<Record<ClockDoubt["by"], (now: number, off: number) => string>> = {
  phones: (now, off) =>
    `Đồng hồ của máy chủ có lẽ ${off > 0 ? "nhanh" : "chậm"} ${spanWords(off)}, theo phần lớn điện thoại: ở đây đang là ${timeWords(now)}. ${MEND_CLOCK}`,
  log: (now, off) =>
    `Đồng hồ của máy chủ có lẽ sai: ở đây đang là ${timeWords(now)}, mà sổ đã có bản ghi nhận lúc ${timeWords(now - off * 1000)}. Giờ này chậm, hoặc lúc nhận bản ghi ấy giờ nhanh. ${MEND_CLOCK}`,
};

const MEND_CLOCK =
  "Sổ tay vẫn nhận bản ghi như thường, nhưng ghi giờ theo đồng hồ này: hãy chỉnh lại giờ máy, và xem pin CMOS nếu giờ sai sau mỗi lần tắt máy.";

function timeWords(milliseconds: number): string {
  const shown = { timeZone: "Asia/Ho_Chi_Minh", hour12: false } as const;
  const day = new Intl.DateTimeFormat("en-GB", { ...shown, dateStyle: "short" });
  const time = new Intl.DateTimeFormat("en-GB", { ...shown, timeStyle: "short" });
  return `${time.format(milliseconds)} ngày ${day.format(milliseconds)}`;
}

function spanWords(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (minutes < 120) return `${minutes} phút`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} giờ` : `${Math.round(hours / 24)} ngày`;
}

/** Why a push of the ward key came to nothing. */
export const SAY_ERRORS = {
  "unknown-ward": "Không thấy phường này trong dữ liệu.",
  "unknown-device": "Phường không biết máy này.",
  "store-full": "Ổ đĩa đã đầy, chưa ghi được gì thêm.",
  "too-often": "Đang có quá nhiều bản ghi chờ phường xem xét.",
} as const;

/** Why a file cannot be read. */
export const NO_FILE = (path: string) => `Không đọc được tệp '${path}'.`;

/** What went wrong with the data themselves while a command was at work; null where it is nothing of that kind. */
export function dataTrouble(error: unknown, settings: Pick<Settings, "dataDir" | "database">): string | null {
  const path = error instanceof Error && "path" in error ? resolve(String(error.path)) : null;
  const isOurs = path === null || path.startsWith(resolve(settings.dataDir) + sep);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (isOurs && path !== null && NO_ACCESS.test(code)) {
    return `Không đọc hay ghi được '${path}'. Tài khoản chạy lệnh này phải có quyền trong thư mục dữ liệu, cả thư mục keys.`;
  }
  const why = isOurs ? refusalOf(error) : null;
  if (why !== null) return STORE_ERRORS[why](nameStore(settings));
  if (!settings.database || storeFailure(error) !== "unavailable") return null;
  return STORE_ERRORS.unreachable(nameStore(settings));
}

const NO_ACCESS = /^(KEY_UNREADABLE|EACCES|EPERM|EROFS|EISDIR|ENOTDIR)$/;

/** What stands in the way of writing a file; null where it is nothing of that kind. */
export function fileTrouble(error: unknown, path: string): string | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)/.test(code)) return `Ổ đĩa chứa '${path}' đã đầy; chưa làm xong.`;
  if (/^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR|EEXIST|SQLITE_(READONLY|CANTOPEN|IOERR))/.test(code)) {
    return `Không ghi được '${path}'. Hãy kiểm tra đường dẫn và quyền ghi.`;
  }
  return null;
}

/** Why PostgreSQL's own program did nothing, and what to run by hand. */
export function TOOL_ERRORS(error: ToolError): string {
  if (error.why === "tool-failed") return `${error.tool} không làm được:\n${error.words}`;
  const options =
    error.tool === "pg_dump"
      ? "--format=custom --file=so-tay.pgdump"
      : "--clean --if-exists --single-transaction so-tay.pgdump";
  const then = error.tool === "pg_dump" ? "và chép thư mục DATA_DIR" : "rồi so-tay restore --here";
  return `Máy này không có ${error.tool}. Cài gói postgresql-client, hoặc ở máy có nó hãy chạy: ${error.tool} --dbname=… ${options}, ${then}.`;
}
