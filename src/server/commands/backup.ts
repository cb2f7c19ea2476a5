import { backUp, type BackUpError } from "../backup/back-up.ts";
import { listWards } from "../wards/wards.ts";
import type { Command } from "./command.ts";
import { withStation } from "./with-station.ts";
import { fileTrouble, nameStore, NO_KEYS, STORE_ERRORS, TOOL_ERRORS, WARDS_HERE } from "./words.ts";

/** `backup FILE`: everything of all wards in one file, while the server runs. */
export const backup: Command = {
  usage: "backup TEP",
  help: [
    "Sao lưu toàn bộ vào một tệp (dạng tar), cả khi sổ tay đang chạy: sổ ghi của mọi phường, khoá của phường và ảnh.",
    "Tệp có sẵn chỉ bị thay khi bản mới đã nằm trọn trên đĩa. Ai giữ tệp này thì nói được thay phường: hãy giữ kín, và ở nơi khác.",
    "Thiếu khoá của một phường thì vẫn sao lưu phần còn lại, và kết thúc với mã 1.",
    "Khôi phục bằng: so-tay restore TEP",
  ].join("\n"),
  options: {},
  arguments: [1, 1],
  run: ({ positionals: [file = ""] }, io) =>
    withStation(io, async (station, settings) => {
      const { db, keys } = station;
      // A timer that looks into the wrong folder would save nothing, night by night.
      if ((await listWards(db)).length === 0) {
        io.err(WARDS_HERE([], nameStore(settings)));
        return 1;
      }
      try {
        const made = await backUp({ ...station, database: settings.database }, file, io.version);
        if (!made.ok) {
          const { error } = made;
          io.err(wordsFor(error, file, nameStore(settings)));
          return 1;
        }
        io.out(file);
        const keyless: string[] = [];
        for (const { ward, head } of made.value) {
          io.err(`Phường '${ward}': đã sao lưu đến bản ghi số ${head}.`);
          if (!(await keys.find(ward))) keyless.push(ward);
        }
        for (const ward of keyless) io.err(NO_KEYS(ward));
        return keyless.length === 0 ? 0 : 1;
      } catch (error) {
        const words = fileTrouble(error, file);
        if (words === null) throw error;
        io.err(words);
        return 1;
      }
    }),
};

function wordsFor(error: BackUpError, file: string, place: string): string {
  if (error.why === "own-file")
    return `'${file}' là dữ liệu của chính sổ tay. Hãy sao lưu vào một tệp khác, ở nơi khác.`;
  return error.why === "not-a-store" ? STORE_ERRORS[error.why](place) : TOOL_ERRORS(error);
}
