import { flawedAttachments } from "../attachments.ts";
import { verifyLog } from "../verify/verify-log.ts";
import type { Command } from "./command.ts";
import { withWard } from "./with-station.ts";

/** `verify WARD`: whether the whole log holds. */
export const verify: Command = {
  usage: "verify PHUONG",
  help: [
    "Tính lại toàn bộ sổ của phường: từng chữ ký, mã băm, quyền của máy, số thứ tự và từng ảnh.",
    "In ra từng chỗ không khớp, mỗi chỗ một dòng: số trong sổ và lý do; có chỗ không khớp thì kết thúc với mã 1.",
  ].join("\n"),
  options: {},
  arguments: [1, 1],
  run: ({ positionals: [slug = ""] }, io) =>
    withWard(io, slug, async ({ db, attachments }, ward) => {
      let count = 0;
      for await (const { seq, what } of verifyLog(db, ward)) {
        count += 1;
        io.out(seq === null ? what : `${seq} ${what}`);
      }
      for await (const { name, what } of flawedAttachments({ db, attachments }, slug)) {
        count += 1;
        io.out(`attachment-${what} ${name}`);
      }
      io.err(
        count === 0
          ? `Sổ của phường '${slug}' nguyên vẹn: ${ward.head} bản ghi.`
          : `Sổ của phường '${slug}' có ${count} chỗ không khớp trong ${ward.head} bản ghi.`,
      );
      return count === 0 ? 0 : 1;
    }),
};
