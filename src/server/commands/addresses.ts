import {
  isGood,
  type AddressAnswer,
  type Moved,
  type Unopened,
} from "../../domain/covenant/address-answer.ts";
import type { LinkedAddress, OwnAddress } from "../../domain/covenant/printed-addresses.ts";
import type { Area } from "../../domain/ward-facts.ts";
import { tryAddresses } from "../addresses/try-addresses.ts";
import { readPublicFacts } from "../public/public-facts.ts";
import { readOrigin } from "../settings.ts";
import type { Command } from "./command.ts";
import { withWard } from "./with-station.ts";
import { SETTINGS_ERRORS } from "./words.ts";

/** `addresses WARD`: whether every address that the ward has printed still opens. */
export const addresses: Command = {
  usage: "addresses PHUONG [--origin DIA-CHI]",
  help: [
    "Thử từng địa chỉ mà phường đã in hay ghi trong sổ tay: sổ tay của phường và từng khu phố, trang kiểm biên nhận,",
    "và mọi liên kết trong lời quy ước, sổ tay đang dùng. In ra mỗi địa chỉ một dòng, kèm kết quả; có địa chỉ không mở",
    "được thì kết thúc với mã 1. Mỗi địa chỉ chờ nhiều nhất 10 giây. Không gửi gì về ai đang thử.",
    "--origin là tên miền in trên bìa, ví dụ https://so-tay.example.vn; không ghi thì lấy ORIGIN. Chỉ trang ở một trong hai",
    "tên miền này mới là của phường: trang của nơi khác, dù cùng đường dẫn, là trang khác.",
  ].join("\n"),
  options: { origin: { type: "string" } },
  arguments: [1, 1],
  run: ({ positionals: [slug = ""], values }, io) =>
    withWard(io, slug, async ({ db }, ward, settings) => {
      const origin = values["origin"] === undefined ? settings.origin : readOrigin(String(values["origin"]));
      if (origin === null) {
        io.err(SETTINGS_ERRORS.ORIGIN.replace("ORIGIN", "--origin"));
        return 1;
      }
      const facts = await readPublicFacts(db, ward, false);
      let [all, bad] = [0, 0];
      for await (const { address, of, answer } of tryAddresses(facts, origin, settings.origin)) {
        all += 1;
        if (!isGood(answer)) bad += 1;
        io.out(`${address} ${answerWords(answer)} (${ofWords(of, facts.areas)})`);
      }
      io.err(
        bad === 0 ? `Cả ${all} địa chỉ đều mở được.` : `${bad} trong ${all} địa chỉ không mở được như đã in.`,
      );
      return bad === 0 ? 0 : 1;
    }),
};

function answerWords(answer: AddressAnswer): string {
  switch (answer.is) {
    case "right":
      return `mở được, đúng trang${movedWords(answer.moved)}`;
    case "opens":
      return `mở được${movedWords(answer.moved)}`;
    case "other":
      return `mở ra trang khác${movedWords(answer.moved) || (answer.host ? `, tự nhận là của ${answer.host}` : "")}`;
    case "empty":
      return "mở được nhưng ở đó không có sổ tay này";
    case "status":
      return `không mở được: máy chủ trả lời ${answer.status}`;
    default:
      return `không mở được: ${UNOPENED[answer.is]}`;
  }
}

const UNOPENED: Readonly<Record<Unopened, string>> = {
  silent: "không liên lạc được",
  late: "chờ quá lâu",
  "no-such-name": "không có tên miền này",
  certificate: "chứng chỉ của trang đã hết hạn hoặc không đúng",
  "turns-round": "chuyển hướng vòng quanh",
  elsewhere: "chuyển sang trang khác",
  "no-web-address": "không phải địa chỉ web, không thử",
  private: "địa chỉ trong mạng nội bộ, không thử",
};

function movedWords(moved: Moved | null): string {
  if (!moved) return "";
  return `, chuyển ${moved.forGood ? "hẳn" : "tạm"} sang ${moved.to}`;
}

/** For what it stands. */
function ofWords(of: OwnAddress | LinkedAddress, areas: readonly Area[]): string {
  const nameOf = (code: string) => areas.find((one) => one.code === code)?.name ?? code;
  if ("places" in of) {
    const places = of.places.map(({ area, article }) =>
      article === null ? `sổ tay ${nameOf(area)}` : `Điều ${article} ${nameOf(area)}`,
    );
    return places.join(", ");
  }
  if (of.kind === "receipt") return "trang kiểm biên nhận";
  return of.area === null ? "sổ tay của phường" : `sổ tay ${nameOf(of.area)}`;
}
