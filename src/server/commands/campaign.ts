import { readCampaignFile } from "../../domain/campaign-file.ts";
import type { Command } from "./command.ts";
import { isSaid, readPaper } from "./papers.ts";
import { sayAll } from "./say-all.ts";
import { withWard } from "./with-station.ts";

/** `campaign WARD FILE.md`: a round of pledges with its items. */
export const campaign: Command = {
  usage: "campaign PHUONG TEP.md",
  help: [
    "Mở một đợt cam kết, hoặc sửa đợt đang mở, từ một tệp Markdown.",
    "Phần đầu tệp có campaign, title, from, to, editions, consent; mỗi mục một dòng: '- flag (Điều 13): Treo cờ Tổ quốc ngày lễ, Tết'.",
  ].join("\n"),
  options: {},
  arguments: [2, 2],
  run: ({ positionals: [slug = "", path = ""] }, io) =>
    withWard(io, slug, async (station, ward) => {
      const paper = await readPaper(io, path, readCampaignFile);
      if (!paper) return 1;
      const type = "campaign.opened";
      if (await isSaid(station, ward.ward, type, paper.campaign, paper.body)) {
        io.err(`Đợt '${paper.body.title}' đã mở đúng như vậy rồi, không ghi thêm gì.`);
        return 0;
      }
      if (!(await sayAll(io, station, ward.ward, [{ type, sub: paper.campaign, body: paper.body }])))
        return 1;
      io.out(`${type} ${paper.campaign}`);
      io.err(`Đã mở đợt '${paper.body.title}' với ${paper.body.items.length} mục.`);
      return 0;
    }),
};
