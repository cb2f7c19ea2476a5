import { readCovenantFile } from "../../domain/covenant-file.ts";
import type { Draft } from "../../domain/statement.ts";
import { describeWard } from "../wards-here.ts";
import type { Command } from "./command.ts";
import { isSaid, readPaper } from "./papers.ts";
import { sayAll } from "./say-all.ts";
import { withWard } from "./with-station.ts";

/** `publish WARD FILE.md`: a covenant, and the handbook around it. */
export const publish: Command = {
  usage: "publish PHUONG TEP.md",
  help: [
    "Công bố quy ước của một khu phố và sổ tay đi kèm, từ một tệp Markdown.",
    "Phần đầu tệp có area, edition, title, recognition (number, date, authority), inForce; chương là '## ', điều là '### Điều 1. '.",
    "Công bố lại đúng nội dung cũ thì không ghi thêm gì.",
  ].join("\n"),
  options: {},
  arguments: [2, 2],
  run: ({ positionals: [slug = "", path = ""] }, io) =>
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
      const all: Draft[] = [
        { type: "covenant.published", sub: area, body: covenant },
        { type: "handbook.published", sub: area, body: handbook },
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
