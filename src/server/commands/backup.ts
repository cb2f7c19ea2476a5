import { backUp } from "../backup/back-up.ts";
import type { Command } from "./command.ts";
import { withStation } from "./with-station.ts";
import { fileTrouble, nameStore, NO_KEYS, STORE_ERRORS, TOOL_ERRORS } from "./words.ts";

/** `backup FILE`: everything of all wards in one file, while the server runs. */
export const backup: Command = {
  usage: "backup TEP",
  help: [
    "Sao lưu toàn bộ vào một tệp (dạng tar), cả khi sổ tay đang chạy: sổ ghi của mọi phường, khoá của phường và ảnh.",
    "Tệp có sẵn chỉ bị thay khi bản mới đã nằm trọn trên đĩa. Ai giữ tệp này thì nói được thay phường: hãy giữ kín, và ở nơi khác.",
    "Khôi phục bằng: so-tay restore TEP",
  ].join("\n"),
  options: {},
  arguments: [1, 1],
  run: ({ positionals: [file = ""] }, io) =>
    withStation(io, async (station, settings) => {
      const { keys } = station;
      try {
        const made = await backUp({ ...station, database: settings.database }, file, io.version);
        if (!made.ok) {
          const { error } = made;
          io.err(
            error.why === "not-a-store" ? STORE_ERRORS[error.why](nameStore(settings)) : TOOL_ERRORS(error),
          );
          return 1;
        }
        io.out(file);
        for (const { ward, head } of made.value) {
          io.err(`Phường '${ward}': đã sao lưu đến bản ghi số ${head}.`);
          if (!(await keys.find(ward))) io.err(NO_KEYS(ward));
        }
        return 0;
      } catch (error) {
        const words = fileTrouble(error, file);
        if (words === null) throw error;
        io.err(words);
        return 1;
      }
    }),
};
