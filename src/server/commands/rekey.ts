import { rekey as giveNewKeys } from "../rekey.ts";
import type { Command } from "./command.ts";
import { withWard } from "./with-station.ts";
import { NO_KEYS, OTHER_KEY, SAY_ERRORS } from "./words.ts";

/** `rekey WARD`: gives a ward new keys, by the word of the former one. */
export const rekey: Command = {
  usage: "rekey PHUONG",
  help: [
    "Đổi khoá của phường khi khoá cũ có thể đã lộ. Khoá cũ nói câu cuối: nêu khoá mới; từ đó nó không nói thay phường được nữa.",
    "Không phải mời lại máy nào: các máy tự theo khoá mới. Gói đã niêm cho khoá cũ vẫn mở được. Sổ tay đang chạy thì cứ để chạy.",
    "Nhiều máy chủ chung một PostgreSQL phải chung thư mục DATA_DIR/keys; nếu không thì chép tệp khoá mới sang từng máy.",
    "Bị ngắt giữa chừng thì chạy lại lệnh này. Xong thì sao lưu ngay: bản sao lưu cũ không có khoá mới.",
    "Ai đã chép được khoá cũ cũng nói được câu ấy: câu nào vào sổ trước thì được. Hãy đổi khoá trước khi mở mạng lại.",
  ].join("\n"),
  options: {},
  arguments: [1, 1],
  run: ({ positionals: [slug = ""] }, io) =>
    withWard(io, slug, async (station) => {
      const done = await giveNewKeys(station, slug);
      if (!done.ok) {
        const { error } = done;
        if (error === "no-keys") io.err(NO_KEYS(slug));
        else io.err(error === "other-key" ? OTHER_KEY(slug) : SAY_ERRORS[error]);
        return 1;
      }
      const { kid, former, wasBegun } = done.value;
      io.out(`ward.described ${slug}`);
      io.out(`device.revoked ${former}`);
      io.err(
        wasBegun
          ? `Đã làm nốt lần đổi khoá dở dang của phường '${slug}', không đổi thêm lần nữa. Khoá mới: ${kid}`
          : `Phường '${slug}' đã có khoá mới: ${kid}. Khoá cũ không nói thay phường được nữa.`,
      );
      io.err(
        "Hãy sao lưu ngay, sang một máy khác: bản sao lưu cũ không có khoá mới. Tiếp theo: so-tay backup TEP",
      );
      return 0;
    }),
};
