import { areaTable } from "../area-table.ts";
import { amount, share, type Piece } from "../blocks.ts";
import type { Chapter, Section } from "../chapter.ts";
import { figureOf } from "../report.ts";

/** What the people said to the ward, and what became of it. */
export function opinionsChapter(chapter: Chapter): Section {
  const { report } = chapter;
  const title = "Tiếp nhận, trả lời ý kiến của Nhân dân";
  const given = figureOf(report, "opinion.given");
  if (!given) return [title, passage(["Trong kỳ chưa ghi nhận ý kiến nào của Nhân dân."])];
  const [settled, forwarded, open, late, erased] = ["settled", "forwarded", "open", "late", "erased"].map(
    (word) => figureOf(report, `opinion.${word}`),
  );
  return [
    title,
    passage([
      "Tiếp nhận ",
      amount(given),
      " của Nhân dân về quy ước và việc thực hiện quy ước",
      ...(settled ? ["; đã trả lời, giải quyết ", amount(settled), ...share(settled, "số ý kiến")] : []),
      ...(forwarded?.value
        ? ["; đã chuyển cơ quan có thẩm quyền, đang chờ trả lời ", amount(forwarded)]
        : []),
      ...(open?.value ? ["; còn ", amount(open), " chưa trả lời"] : []),
      ...(late?.value ? [", trong đó quá hạn ", amount(late)] : []),
      ...(erased?.value ? ["; đã xoá theo yêu cầu ", amount(erased)] : []),
      ".",
    ]),
    areaTable(chapter, "opinions", "Ý kiến của Nhân dân theo khu phố", [
      { measure: "opinion.given", head: "Tiếp nhận" },
      { measure: "opinion.settled", head: "Đã trả lời, giải quyết" },
      { measure: "opinion.forwarded", head: "Đã chuyển, đang chờ" },
      { measure: "opinion.open", head: "Chưa trả lời" },
      { measure: "opinion.late", head: "Quá hạn" },
    ]),
  ];
}

function passage(pieces: readonly Piece[]) {
  return { kind: "passage", id: "opinions", pieces } as const;
}
