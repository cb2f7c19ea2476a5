import { areaTable } from "../area-table.ts";
import { amount, type Piece } from "../blocks.ts";
import type { Chapter, Section } from "../chapter.ts";
import { figureOf } from "../report.ts";

/** The meetings, and how many households came. */
export function meetingsChapter(chapter: Chapter): Section {
  const [held, present] = ["held", "present"].map((word) => figureOf(chapter.report, `meeting.${word}`));
  const title = "Họp bàn, quán triệt quy ước";
  if (!held) return [title, passage(["Trong kỳ chưa ghi nhận cuộc họp nào."])];
  return [
    title,
    passage([
      "Đã tổ chức ",
      amount(held),
      " họp, hội nghị về quy ước",
      ...(present?.value ? [", có ", amount(present), " tham dự"] : []),
      ".",
    ]),
    areaTable(chapter, "meetings", "Họp bàn, quán triệt quy ước theo khu phố", [
      { measure: "meeting.held", head: "Số cuộc họp" },
      { measure: "meeting.present", head: "Lượt hộ dự" },
    ]),
  ];
}

function passage(pieces: readonly Piece[]) {
  return { kind: "passage", id: "meetings", pieces } as const;
}
