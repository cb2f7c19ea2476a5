import { freeId, freeVersion, isReasked, rewordedItems } from "../../domain/campaign/campaign-change.ts";
import { readCampaignFile, type CampaignFile } from "../../domain/campaign/campaign-file.ts";
import { itemAt } from "../../domain/campaign/campaign-words.ts";
import type { Campaign } from "../../domain/ward-facts.ts";
import { isSigned, readCampaigns } from "../public/read-campaigns.ts";
import type { Command } from "./command.ts";
import { isSaid, readPaper } from "./papers.ts";
import { sayAll } from "./say-all.ts";
import { withWard } from "./with-station.ts";

/** `campaign WARD FILE.md`: a round of pledges with its items. */
export const campaign: Command = {
  usage: "campaign PHUONG TEP.md",
  help: [
    "Mở một đợt cam kết, hoặc sửa đợt đang mở, từ một tệp Markdown.",
    "Khi đã có hộ ký mà sửa: mục đổi lời nên có mã mới, lời hỏi đồng ý đổi nên tăng version; hộ đã ký giữ nguyên lời đã ký.",
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
      const standing = (await readCampaigns(station.db, ward.ward)).find(({ id }) => id === paper.campaign);
      const remarks = standing ? remarksOn(standing, paper) : [];
      if (remarks.length > 0 && (await isSigned(station.db, ward.ward, paper.campaign)))
        for (const remark of remarks) io.err(`Lưu ý: ${remark}`);
      if (!(await sayAll(io, station, ward.ward, [{ type, sub: paper.campaign, body: paper.body }])))
        return 1;
      io.out(`${type} ${paper.campaign}`);
      io.err(`Đã mở đợt '${paper.body.title}' với ${paper.body.items.length} mục.`);
      return 0;
    }),
};

/** What households signed keeps its words all the same; who reads the file beside an export is better served by an id of its own. */
function remarksOn(standing: Campaign, { body: { items, consent } }: CampaignFile): string[] {
  const reworded = rewordedItems(standing, items).map(({ id, text }) => {
    const words = itemAt(standing, id, Infinity);
    return `mục '${id}' trước có lời '${words?.text}' (Điều ${words?.article}); hộ đã ký vẫn giữ lời ấy. Lời khác hay điều khác nên có mã mới, chẳng hạn '${freeId(standing, text)}'.`;
  });
  if (!isReasked(standing, consent)) return reworded;
  return [
    ...reworded,
    `lời hỏi đồng ý bản ${consent.version} trước là lời khác; hộ đã đồng ý vẫn giữ lời ấy. Đổi lời hỏi nên ghi 'version: ${freeVersion(standing)}'.`,
  ];
}
