import { plain, type ReportBlock } from "./blocks.ts";
import type { Chapter } from "./chapter.ts";
import { ahead, hardships, opening, situation } from "./chapters/around.ts";
import { covenantsChapter } from "./chapters/covenants-chapter.ts";
import { givingChapter } from "./chapters/giving-chapter.ts";
import { indicatorsChapter } from "./chapters/indicators-chapter.ts";
import { meetingsChapter } from "./chapters/meetings-chapter.ts";
import { opinionsChapter } from "./chapters/opinions-chapter.ts";
import { praiseChapter } from "./chapters/praise-chapter.ts";
import { reachChapter } from "./chapters/reach-chapter.ts";
import type { Report } from "./report.ts";

/** A report's own words: the sentence below its title, and all that follows, with figures that know their lists. */
export interface Outline {
  /** 'Kết quả xây dựng, thực hiện quy ước năm 2026'. */
  readonly abstract: string;
  readonly blocks: readonly ReportBlock[];
}

/** Composes a report in administrative Vietnamese. Its chapters tell of what was recorded; of what was not they say so. */
export function outlineOf(report: Report, ward: Chapter["ward"]): Outline {
  const chapter = { report, ward };
  const results = [
    reachChapter(chapter),
    meetingsChapter(chapter),
    givingChapter(chapter),
    indicatorsChapter(chapter),
    opinionsChapter(chapter),
    praiseChapter(chapter),
  ].flatMap(([text, ...blocks]): readonly ReportBlock[] => [{ kind: "heading", level: 2, text }, ...blocks]);
  return {
    abstract: abstractOf(report),
    blocks: [
      ...opening(chapter),
      title("ĐẶC ĐIỂM TÌNH HÌNH"),
      ...situation(chapter),
      title("KẾT QUẢ THỰC HIỆN"),
      ...results,
      title("SỐ LIỆU VỀ QUY ƯỚC"),
      ...covenantsChapter(chapter),
      title("KHÓ KHĂN, HẠN CHẾ"),
      ...hardships(chapter),
      title("PHƯƠNG HƯỚNG, NHIỆM VỤ"),
      ...ahead(chapter),
    ],
  };
}

/** The blocks with their headings numbered as papers do: 'I. …' and below it '1. …'. */
export function numbered(blocks: readonly ReportBlock[]): readonly ReportBlock[] {
  let [chapters, sections] = [0, 0];
  return blocks.map((block) => {
    if (block.kind !== "heading") return block;
    if (block.level === 1) [chapters, sections] = [chapters + 1, 0];
    else sections += 1;
    return { ...block, text: `${block.level === 1 ? ROMAN[chapters] : sections}. ${block.text}` };
  });
}

/** The blocks without passages that nobody has written, and without headings above nothing. */
export function written(blocks: readonly ReportBlock[]): readonly ReportBlock[] {
  const said = blocks.filter((block) => block.kind !== "passage" || plain(block.pieces).trim() !== "");
  return said.filter((block, at) => {
    const next = said[at + 1];
    return (
      block.kind !== "heading" ||
      (next !== undefined && (next.kind !== "heading" || next.level > block.level))
    );
  });
}

const ROMAN = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"] as const;

function abstractOf({ period }: Report): string {
  return period.kind === "year"
    ? `Kết quả xây dựng, thực hiện quy ước khu phố ${period.title}`
    : `Tổng kết đợt vận động “${period.title}”`;
}

function title(text: string): ReportBlock {
  return { kind: "heading", level: 1, text };
}
