import { err, type Result } from "../../domain/result.ts";
import { beginAnew, restorePostgres, type PostgresRestoreError } from "../backup/restore-postgres.ts";
import { restore as restoreSqlite, type Restored, type RestoreError } from "../backup/restore.ts";
import { readSettings, type Settings } from "../settings.ts";
import type { TellWait } from "../store/store.ts";
import type { Command, Io } from "./command.ts";
import {
  dataTrouble,
  fileTrouble,
  nameStore,
  NO_FILE,
  NO_KEYS,
  SETTINGS_ERRORS,
  STORE_ERRORS,
  TOOL_ERRORS,
  WAITS,
} from "./words.ts";

/** `restore FILE`: puts a backup in the place of the store. */
export const restore: Command = {
  usage: "restore [TEP] [--replace] [--here]",
  help: [
    "Đưa bản sao lưu trở lại làm dữ liệu đang dùng. Hãy dừng sổ tay trước.",
    "Dữ liệu đang có được giữ lại dưới tên khác. Nếu nó không cũ hơn bản sao lưu thì lệnh không làm, trừ khi thêm --replace.",
    "Sau đó chạy lại sổ tay: các máy tự gửi lại những gì bản sao lưu còn thiếu. Mã mời văn phòng và người đi từng hộ làm trước đó không dùng được nữa.",
    "--here, không có TEP: PostgreSQL đã được khôi phục bằng cách khác, chỉ báo cho các máy biết để gửi lại.",
  ].join("\n"),
  options: { replace: { type: "boolean" }, here: { type: "boolean" } },
  arguments: [0, 1],
  async run({ positionals: [file], values }, io) {
    const settings = readSettings(io.env);
    if (!settings.ok) {
      io.err(SETTINGS_ERRORS[settings.error]);
      return 1;
    }
    if ((file === undefined) !== (values["here"] === true)) {
      io.err("Cách dùng: so-tay restore TEP [--replace], hoặc so-tay restore --here");
      return 2;
    }
    try {
      return file === undefined
        ? await renewHere(io, settings.value)
        : await restoreFile(io, settings.value, file, values["replace"] === true);
    } catch (error) {
      const words = fileTrouble(error, settings.value.dataDir) ?? dataTrouble(error, settings.value);
      if (words === null) throw error;
      io.err(words);
      return 1;
    }
  },
};

async function restoreFile(io: Io, settings: Settings, file: string, replace: boolean): Promise<number> {
  const { dataDir, database } = settings;
  const restoring = { dataDir, replace, ...renewingOf(io, settings) };
  const restored: Result<Restored, PostgresRestoreError> = database
    ? await restorePostgres(file, database, restoring)
    : await restoreSqlite(file, restoring).then((done) => (done.ok ? done : err({ why: done.error })));
  if (!restored.ok) {
    io.err(wordsFor(restored.error, file, nameStore(settings)));
    return 1;
  }
  tell(io, restored.value);
  return 0;
}

async function renewHere(io: Io, settings: Settings): Promise<number> {
  const { dataDir, database } = settings;
  if (!database) {
    io.err("Với SQLite, sổ tay tự nhận ra tệp cũ khi chạy lại; --here chỉ dành cho PostgreSQL.");
    return 1;
  }
  const renewed = await beginAnew(database, dataDir, renewingOf(io, settings));
  if (!renewed.ok) {
    io.err(wordsFor(renewed.error, "", nameStore(settings)));
    return 1;
  }
  for (const { ward, head } of renewed.value) {
    io.out(ward);
    io.err(`Phường '${ward}': sổ đang đến bản ghi số ${head}; các máy sẽ gửi lại phần còn thiếu.`);
  }
  io.err(NEXT);
  return 0;
}

function renewingOf(io: Io, settings: Settings) {
  const { now, random } = io;
  const tellWait: TellWait = (what) => io.err(WAITS[what](nameStore(settings)));
  return { now, random, tellWait };
}

function tell(io: Io, { manifest, keptAs, ahead, keyless, keptKeys }: Restored): void {
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
  for (const ward of keptKeys) {
    io.err(
      `Khoá của phường '${ward}' ở đây mới hơn khoá trong bản sao lưu nên được giữ lại. Muốn dùng khoá cũ, hãy cất tệp keys/${ward}.json đi nơi khác rồi khôi phục lại.`,
    );
  }
  io.err(NEXT);
}

const NEXT = "Tiếp theo: chạy lại sổ tay, và mời lại những ai còn giữ mã mời chưa dùng.";

function wordsFor(error: PostgresRestoreError, file: string, place: string): string {
  if (error.why === "store") return STORE_ERRORS[error.error](place);
  if (error.why === "no-tool" || error.why === "tool-failed") return TOOL_ERRORS(error);
  return RESTORE_ERRORS[error.why](file, place);
}

const RESTORE_ERRORS: Readonly<Record<RestoreError, (file: string, place: string) => string>> = {
  "no-file": NO_FILE,
  "not-a-backup": (file) => `Tệp '${file}' không phải bản sao lưu của sổ tay, hoặc bị đứt đoạn.`,
  damaged: (file) => `Dữ liệu trong bản sao lưu '${file}' bị hỏng. Hãy dùng bản sao lưu khác.`,
  newer: (file) => `Bản sao lưu '${file}' là của một bản sổ tay mới hơn. Hãy cập nhật chương trình.`,
  "other-store": (file) => `Bản sao lưu '${file}' là của loại cơ sở dữ liệu khác; hãy xem lại DATABASE_URL.`,
  held: (_file, place) => `Đang có chương trình dùng ${place}. Hãy dừng sổ tay rồi làm lại.`,
  "not-older": (_file, place) =>
    `Dữ liệu trong ${place} không cũ hơn bản sao lưu này, hoặc hỏng đến mức không so được, nên chưa thay. Nếu chắc chắn, hãy thêm --replace.`,
};
