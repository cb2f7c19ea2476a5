import { restore as restoreStore, type Restored, type RestoreError } from "../backup/restore.ts";
import { readSettings } from "../settings.ts";
import type { Command, Io } from "./command.ts";
import { fileTrouble, NO_FILE, NO_KEYS, SETTINGS_ERRORS } from "./words.ts";

/** `restore FILE`: puts a backup in the place of the store. */
export const restore: Command = {
  usage: "restore TEP [--replace]",
  help: [
    "Đưa bản sao lưu trở lại làm dữ liệu đang dùng. Hãy dừng sổ tay trước.",
    "Dữ liệu đang có được giữ lại dưới tên khác. Nếu nó không cũ hơn bản sao lưu thì lệnh không làm, trừ khi thêm --replace.",
    "Sau đó chạy lại sổ tay: các máy tự gửi lại những gì bản sao lưu còn thiếu. Mã mời văn phòng và người đi từng hộ làm trước đó không dùng được nữa.",
  ].join("\n"),
  options: { replace: { type: "boolean" } },
  arguments: [1, 1],
  async run({ positionals: [file = ""], values }, io) {
    const settings = readSettings(io.env);
    if (!settings.ok) {
      io.err(SETTINGS_ERRORS[settings.error]);
      return 1;
    }
    const { dataDir } = settings.value;
    const { now, random } = io;
    try {
      const restored = await restoreStore(file, {
        dataDir,
        now,
        random,
        replace: values["replace"] === true,
      });
      if (!restored.ok) {
        io.err(RESTORE_ERRORS[restored.error](file, dataDir));
        return 1;
      }
      tell(io, restored.value);
      return 0;
    } catch (error) {
      const words = fileTrouble(error, dataDir);
      if (words === null) throw error;
      io.err(words);
      return 1;
    }
  },
};

function tell(io: Io, { manifest, keptAs, ahead, keyless }: Restored): void {
  const made = new Date(manifest.madeAt).toLocaleString("vi-VN", { timeZone: "Asia/Ho_Chi_Minh" });
  for (const { ward, head } of manifest.wards) {
    io.out(ward);
    io.err(`Phường '${ward}': đã khôi phục đến bản ghi số ${head}, theo bản sao lưu lúc ${made}.`);
  }
  for (const { ward, head } of ahead) {
    io.err(
      `Dữ liệu vừa thay của phường '${ward}' đã đến bản ghi số ${head}; các máy sẽ gửi lại phần còn thiếu.`,
    );
  }
  if (keptAs !== null) {
    io.err(
      `Dữ liệu vừa thay còn ở '${keptAs}'. Nó có thể còn dữ liệu đã xoá: khi chắc chắn, hãy xoá tệp này.`,
    );
  }
  for (const ward of keyless) io.err(NO_KEYS(ward));
  io.err("Tiếp theo: chạy lại sổ tay, và mời lại những ai còn giữ mã mời chưa dùng.");
}

const RESTORE_ERRORS: Readonly<Record<RestoreError, (file: string, dataDir: string) => string>> = {
  "no-file": NO_FILE,
  "not-a-backup": (file) => `Tệp '${file}' không phải bản sao lưu của sổ tay, hoặc bị đứt đoạn.`,
  damaged: (file) => `Dữ liệu trong bản sao lưu '${file}' bị hỏng. Hãy dùng bản sao lưu khác.`,
  newer: (file) => `Bản sao lưu '${file}' là của một bản sổ tay mới hơn. Hãy cập nhật chương trình.`,
  "other-store": (file) => `Bản sao lưu '${file}' là của PostgreSQL; hãy đặt DATABASE_URL.`,
  held: (_file, dataDir) =>
    `Dữ liệu trong '${dataDir}' đang có chương trình dùng. Hãy dừng sổ tay rồi làm lại.`,
  "not-older": (_file, dataDir) =>
    `Dữ liệu trong '${dataDir}' không cũ hơn bản sao lưu này, nên chưa thay. Nếu chắc chắn, hãy thêm --replace.`,
};
