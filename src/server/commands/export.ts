import { exportWard } from "../export/export-ward.ts";
import type { Command } from "./command.ts";
import { withWard } from "./with-station.ts";
import { fileTrouble } from "./words.ts";

/** `export WARD DIR`: everything of a ward, readable without this software. */
export const exportLists: Command = {
  usage: "export PHUONG THU-MUC",
  help: [
    "Xuất toàn bộ dữ liệu của phường ra một thư mục mới, đọc được mà không cần sổ tay: các danh sách mở bằng Excel,",
    "và toàn bộ sổ với chữ ký. Trong đó có dữ liệu cá nhân: chỉ dùng cho việc của phường, giữ kín.",
  ].join("\n"),
  options: {},
  arguments: [2, 2],
  run: ({ positionals: [slug = "", folder = ""] }, io) =>
    withWard(io, slug, async (station, ward) => {
      try {
        const made = await exportWard(station, ward, folder);
        if (!made.ok) {
          io.err(`'${folder}' đã có rồi. Hãy chọn một thư mục chưa có.`);
          return 1;
        }
        io.out(folder);
        for (const { file, rows } of made.value.lists) io.err(`${file}: ${rows} dòng`);
        if (made.value.photos > 0) io.err(`anh/: ${made.value.photos} ảnh`);
        io.err(`so.ndjson: ${made.value.head} bản ghi. Thư mục có dữ liệu cá nhân, hãy giữ kín.`);
        return 0;
      } catch (error) {
        const words = fileTrouble(error, folder);
        if (words === null) throw error;
        io.err(words);
        return 1;
      }
    }),
};
