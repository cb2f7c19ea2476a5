import { describeWard } from "../wards/wards-here.ts";
import { BASIS_HELP, isBasis, NO_BASIS } from "./basis.ts";
import type { Command } from "./command.ts";
import { sayAll } from "./say-all.ts";
import { withWard } from "./with-station.ts";

/** `describe WARD --basis SENTENCE`: what the ward says of itself, changed. */
export const describe: Command = {
  usage: "describe PHUONG --basis CAU",
  help: [
    "Sửa điều phường tự nói về mình; những gì không nêu thì giữ nguyên.",
    BASIS_HELP,
    "--basis '' thì bỏ câu ấy.",
  ].join("\n"),
  options: { basis: { type: "string" } },
  arguments: [1, 1],
  run: ({ positionals: [slug = ""], values }, io) =>
    withWard(io, slug, async (station, { ward }) => {
      const basis = typeof values["basis"] === "string" ? values["basis"].trim().normalize("NFC") : null;
      if (basis === null || (basis !== "" && !isBasis(basis))) {
        io.err(NO_BASIS);
        return 1;
      }
      const { basis: former = "", ...rest } = await describeWard(station.db, ward);
      if (basis === former) {
        io.err("Phường đã nói đúng như vậy rồi, không ghi thêm gì.");
        return 0;
      }
      const body = { ...rest, ...(basis === "" ? {} : { basis }) };
      if (!(await sayAll(io, station, ward, [{ type: "ward.described", sub: ward, body }]))) return 1;
      io.out(`ward.described ${ward}`);
      io.err(
        basis === "" ? "Đã bỏ câu nói về căn cứ giữ danh sách hộ." : `Căn cứ giữ danh sách hộ: ${basis}`,
      );
      return 0;
    }),
};
