import { isUnrecognised } from "../../domain/covenant/covenant-edition.ts";
import { readCovenantFile, type CovenantFile } from "../../domain/covenant/covenant-file.ts";
import { readTranslationFile } from "../../domain/covenant/translation-file.ts";
import { strayArticles } from "../../domain/covenant/translation.ts";
import type { Draft } from "../../domain/statement.ts";
import type { Translation } from "../../domain/ward-facts.ts";
import { describeWard } from "../wards/wards-here.ts";
import type { Command, Io } from "./command.ts";
import { bodiesOf, isSaid, readPaper } from "./papers.ts";
import { sayAll } from "./say-all.ts";
import { withWard } from "./with-station.ts";

/** `publish WARD FILE.md [TRANSLATION.md…]`: a covenant, and the handbook around it with what there is of the covenant in other languages. */
export const publish: Command = {
  usage: "publish PHUONG TEP.md [BAN-DICH.md…]",
  help: [
    "Công bố quy ước của một khu phố và sổ tay đi kèm, từ một tệp Markdown.",
    "Phần đầu tệp có area, edition, title, recognition (number, date, authority), inForce; chương là '## ', điều là '### Điều 1. '.",
    "Bản dịch, nếu có, là tệp cùng dạng với area, edition, lang (như km), title, reviewed (true hay false); chỉ cần những điều đã dịch.",
    "Lời đã đổi thì ghi quyết định công nhận mới; giữ quyết định cũ chỉ khi sửa lỗi in, không đổi nội dung.",
    "Công bố lại đúng nội dung cũ thì không ghi thêm gì.",
  ].join("\n"),
  options: {},
  arguments: [2, 10],
  run: ({ positionals: [slug = "", path = "", ...others] }, io) =>
    withWard(io, slug, async (station, ward) => {
      const paper = await readPaper(io, path, readCovenantFile);
      if (!paper) return 1;
      const { area, covenant, handbook } = paper;
      const { areas } = await describeWard(station.db, ward.ward);
      // Of a ward whose list has not been imported yet nobody can tell a mistyped area.
      if (areas.length > 0 && !areas.some(({ code }) => code === area)) {
        io.err(`Phường không có khu vực '${area}'. Các khu vực: ${areas.map(({ code }) => code).join(", ")}`);
        return 1;
      }
      const before = await bodiesOf(station, ward.ward, "covenant.published", area);
      const standing = (before as CovenantFile["covenant"][]).find(
        (one) => one.covenant === covenant.covenant,
      );
      if (standing && isUnrecognised(covenant, standing)) {
        io.err(
          `Lưu ý: quyết định ${standing.recognition.number} công nhận lời đang dùng, mà lời trong tệp đã khác. Nếu không chỉ sửa lỗi in, hãy ghi quyết định công nhận lời mới rồi công bố lại.`,
        );
      }
      const translations = await readTranslations(io, others, paper);
      if (!translations) return 1;
      const all: Draft[] = [
        { type: "covenant.published", sub: area, body: covenant },
        {
          type: "handbook.published",
          sub: area,
          body: translations.length === 0 ? handbook : { ...handbook, translations },
        },
      ];
      const fresh: Draft[] = [];
      for (const draft of all) {
        if (!(await isSaid(station, ward.ward, draft.type, area, draft.body))) fresh.push(draft);
      }
      if (!(await sayAll(io, station, ward.ward, fresh))) return 1;
      for (const { type } of fresh) io.out(`${type} ${area} ${covenant.edition}`);
      const count = covenant.chapters.reduce((sum, { articles }) => sum + articles.length, 0);
      io.err(
        fresh.length > 0
          ? `Đã công bố '${covenant.title}', lần xuất bản ${covenant.edition}, ${count} điều.`
          : `'${covenant.title}' đã được công bố đúng như vậy rồi, không ghi thêm gì.`,
      );
      return 0;
    }),
};

/** The translations in the files; null, and says why, where one is not of this very covenant. */
async function readTranslations(
  io: Io,
  paths: readonly string[],
  { area, covenant }: CovenantFile,
): Promise<readonly Translation[] | null> {
  const translations: Translation[] = [];
  for (const path of paths) {
    const file = await readPaper(io, path, readTranslationFile);
    if (!file) return null;
    const { translation } = file;
    const stray = strayArticles(covenant, translation);
    const isTwice = translations.some(({ lang }) => lang === translation.lang);
    if (file.area !== area || file.edition !== covenant.edition || stray.length > 0 || isTwice) {
      const reason =
        stray.length > 0 ? `không có Điều ${stray.join(", ")}` : isTwice ? "hai lần" : "khác bản";
      io.err(
        `${path} không phải bản dịch của '${covenant.title}', lần xuất bản ${covenant.edition}: ${reason}.`,
      );
      return null;
    }
    translations.push(translation);
  }
  return translations;
}
