import type { SettingsError } from "../settings.ts";
import type { StoreError } from "../store/sqlite.ts";

// What the command line says to the office that runs it, where more than one command says it.

export const NO_WARD = (slug: string) =>
  `Không có phường nào mang mã '${slug}' ở đây. Tạo bằng: so-tay init ${slug}`;

export const NO_KEYS = (slug: string) =>
  `Không thấy khoá của phường '${slug}' trong DATA_DIR/keys. Hãy chép lại thư mục này từ bản sao lưu.`;

export const SETTINGS_ERRORS: Readonly<Record<SettingsError, string>> = {
  PORT: "PORT phải là một số từ 0 đến 65535.",
  METRICS_PORT: "METRICS_PORT phải là một số từ 0 đến 65535.",
  ORIGIN: "ORIGIN phải là một địa chỉ web, ví dụ https://so-tay.example.vn",
  DATABASE_URL: "Bản này chỉ giữ dữ liệu bằng SQLite trong DATA_DIR; hãy bỏ DATABASE_URL.",
};

export const STORE_ERRORS: Readonly<Record<StoreError, (dataDir: string) => string>> = {
  "not-writable": (dataDir) =>
    `Không ghi được vào thư mục dữ liệu '${dataDir}'. Hãy kiểm tra quyền ghi, hoặc đặt DATA_DIR khác.`,
  "not-a-store": (dataDir) =>
    `Tệp so-tay.sqlite trong '${dataDir}' bị hỏng hoặc không phải của sổ tay. Hãy lấy lại từ bản sao lưu.`,
  newer: (dataDir) => `Dữ liệu trong '${dataDir}' là của một bản sổ tay mới hơn. Hãy cập nhật chương trình.`,
  full: (dataDir) => `Ổ đĩa chứa '${dataDir}' đã đầy.`,
  busy: (dataDir) => `Dữ liệu trong '${dataDir}' đang do chương trình khác giữ. Hãy thử lại sau ít phút.`,
};

/** Why a push of the ward key came to nothing. */
export const SAY_ERRORS = {
  "unknown-ward": "Không thấy phường này trong dữ liệu.",
  "store-full": "Ổ đĩa đã đầy, chưa ghi được gì thêm.",
  "too-often": "Đang có quá nhiều bản ghi chờ phường xem xét.",
} as const;

/** Why a file cannot be read. */
export const NO_FILE = (path: string) => `Không đọc được tệp '${path}'.`;

/** What stands in the way of writing a file; null where it is nothing of that kind. */
export function fileTrouble(error: unknown, path: string): string | null {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(ENOSPC|EDQUOT|EFBIG|SQLITE_FULL)/.test(code)) return `Ổ đĩa chứa '${path}' đã đầy; chưa làm xong.`;
  if (/^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EISDIR|EEXIST|SQLITE_(READONLY|CANTOPEN|IOERR))/.test(code)) {
    return `Không ghi được '${path}'. Hãy kiểm tra đường dẫn và quyền ghi.`;
  }
  return null;
}
