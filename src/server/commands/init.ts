import { isWardSlug } from "../../domain/ids.ts";
import { describe, makeWard } from "../keys/make-ward.ts";
import { BASIS_HELP, isBasis, NO_BASIS } from "./basis.ts";
import type { Command } from "./command.ts";
import { withStation } from "./with-station.ts";

/** `init WARD`: makes the ward's keys and the first statement of its log. */
export const init: Command = {
  usage: "init PHUONG [--name TEN] [--province TINH] [--kind LOAI] [--opinion-days SO] [--basis CAU]",
  help: [
    "Tạo một phường mới: khoá của phường và bản ghi đầu tiên của sổ.",
    "PHUONG là mã gồm chữ thường không dấu, chữ số và gạch nối (2 đến 64 ký tự); đặt rồi thì không đổi được.",
    "--name là tên đầy đủ để hiện trên màn hình, ví dụ 'Phường 3'. --kind mặc định là 'phuong'.",
    "--opinion-days là số ngày phường tự đặt để trả lời ý kiến (1 đến 365), mặc định là 15.",
    BASIS_HELP,
  ].join("\n"),
  options: {
    name: { type: "string" },
    province: { type: "string" },
    kind: { type: "string" },
    "opinion-days": { type: "string" },
    basis: { type: "string" },
  },
  arguments: [1, 1],
  run: ({ positionals: [slug = ""], values: { name, province, kind, ...rest } }, io) =>
    withStation(io, async (station) => {
      if (!isWardSlug(slug)) {
        io.err(
          `'${slug}' không dùng làm mã phường được: chỉ chữ thường không dấu, chữ số và gạch nối, 2 đến 64 ký tự.`,
        );
        return 1;
      }
      const days = text(rest["opinion-days"]);
      if (days !== undefined && !/^([1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-5])$/.test(days)) {
        io.err(`--opinion-days nhận một số từ 1 đến 365, không phải '${days}'.`);
        return 1;
      }
      const basis = text(rest["basis"]);
      if (basis !== undefined && !isBasis(basis)) {
        io.err(NO_BASIS);
        return 1;
      }
      const description = {
        ...describe({ name: text(name) ?? slug, province: text(province), kind: text(kind) }),
        ...(days === undefined ? {} : { opinionDays: Number(days) }),
        ...(basis === undefined ? {} : { basis }),
      };
      const made = await makeWard(station, slug, description);
      if (!made.ok) {
        io.err(INIT_ERRORS[made.error](slug));
        return 1;
      }
      io.out(slug);
      io.err(
        `Đã tạo phường '${slug}'. Khoá của phường nằm trong ${station.dataDir}/keys: hãy sao lưu và giữ kín.`,
      );
      io.err(`Tiếp theo: so-tay import ${slug} DANH-SACH.xlsx, rồi so-tay invite ${slug} office`);
      return 0;
    }),
};

const INIT_ERRORS = {
  "ward-exists": (slug: string) => `Phường '${slug}' đã có rồi; không tạo lại.`,
  refused: (slug: string) => `Chưa tạo được phường '${slug}': tên hoặc tỉnh dài quá.`,
  "store-full": () => "Ổ đĩa đã đầy, chưa tạo được phường.",
} as const;

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim().normalize("NFC") : undefined;
}
