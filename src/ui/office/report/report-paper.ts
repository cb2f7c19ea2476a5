import {
  plain,
  type Cell,
  type ReportBlock,
  type ReportChart,
  type ReportTable,
} from "../../../domain/report/blocks.ts";
import { numbered, written, type Outline } from "../../../domain/report/outline.ts";
import type { Paper, PaperBlock } from "../papers/administrative-paper.ts";
import type { PaperHead } from "../papers/paper-head.ts";
import { chartSvg, CHART_SIZE } from "./chart-svg.ts";
import { standingPassage, type ReportDraft } from "./report-draft.ts";

/** What makes a report into a paper. */
export interface ReportPaperParts {
  readonly outline: Outline;
  readonly draft: ReportDraft;
  readonly head: PaperHead;
  /** 'BÁO CÁO'. */
  readonly kind: string;
  /** Draws a picture of the given size; see `drawPng`. */
  readonly draw: (svg: string, size: typeof CHART_SIZE) => Promise<Uint8Array>;
}

/** The report as an administrative paper: passages as they stand, chapters without words left out and the others numbered. */
export async function reportPaper({ outline, draft, head, kind, draw }: ReportPaperParts): Promise<Paper> {
  const blocks = numbered(written(standingBlocks(outline, draft)));
  let tables = 0;
  let charts = 0;
  const made: PaperBlock[] = [];
  for (const block of blocks) {
    if (block.kind === "heading") made.push({ heading: block.text, level: block.level });
    if (block.kind === "passage") made.push({ text: plain(block.pieces) });
    if (block.kind === "table") made.push(tableOf(block, (tables += 1)));
    // One after the other: each takes the memory of a picture.
    if (block.kind === "chart") made.push(await pictureOf(block, (charts += 1), draw));
  }
  return { head, kind, abstract: outline.abstract, blocks: [...made, { text: ENDING }] };
}

/** The blocks with the passages as somebody wrote them. */
export function standingBlocks({ blocks }: Outline, draft: ReportDraft): readonly ReportBlock[] {
  return blocks.map((block) =>
    block.kind === "passage" ? { ...block, pieces: standingPassage(draft, block).pieces } : block,
  );
}

/** How a report of the kind ends; './.' says that nothing follows. */
const ENDING =
  "Trên đây là báo cáo kết quả thực hiện quy ước, kính gửi các cơ quan, đơn vị theo dõi, chỉ đạo./.";

function tableOf({ title, widths, head, rows, sums }: ReportTable, number: number): PaperBlock {
  return {
    widths,
    head,
    rows: rows.map((cells) => cells.map(textOf)),
    caption: `Bảng ${number}. ${title}`,
    figures: { sums },
  };
}

async function pictureOf(
  chart: ReportChart,
  number: number,
  draw: ReportPaperParts["draw"],
): Promise<PaperBlock> {
  const png = await draw(chartSvg(chart), CHART_SIZE);
  return { png, ...CHART_SIZE, alt: chart.alt, caption: `Biểu đồ ${number}. ${chart.title}` };
}

function textOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}
