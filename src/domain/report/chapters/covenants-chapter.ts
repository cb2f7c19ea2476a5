import { covenantDecisions, type CovenantOutcome } from "../../covenant/covenant-standing.ts";
import { formatDate } from "../../words/vietnamese-format.ts";
import { areaTable } from "../area-table.ts";
import type { Piece, ReportBlock } from "../blocks.ts";
import type { Chapter } from "../chapter.ts";
import { isDuring } from "../period.ts";

/** The statistics of covenants, by khu phố. */
export function covenantsChapter(chapter: Chapter): readonly ReportBlock[] {
  return [
    {
      kind: "passage",
      id: "covenants",
      pieces: ["Số liệu về xây dựng, thực hiện quy ước trong kỳ báo cáo, theo từng khu phố:"],
    },
    areaTable(chapter, "covenants", "Quy ước của các khu phố trong kỳ báo cáo", [
      { measure: "covenant.inForce", head: "Có quy ước" },
      { measure: "covenant.new", head: "Xây dựng mới" },
      { measure: "covenant.amended", head: "Sửa đổi, bổ sung" },
      { measure: "covenant.replaced", head: "Thay thế" },
      { measure: "covenant.recognised", head: "Được công nhận" },
      { measure: "covenant.suspended", head: "Tạm ngừng" },
      { measure: "covenant.abolished", head: "Bãi bỏ" },
    ]),
    { kind: "passage", id: "suspended", pieces: decidedPieces(chapter) },
  ];
}

/** The decisions of the period in a sentence each; nothing where there is none. */
function decidedPieces({ report, ward }: Chapter): readonly Piece[] {
  const { period } = report;
  return covenantDecisions(ward.records)
    .filter(({ date }) => isDuring(date, period))
    .map((one, at) => {
      const area = ward.areas.find(({ code }) => code === one.area)?.name ?? one.area;
      const what = one.articles.length === 0 ? "quy ước" : `Điều ${one.articles.join(", ")} của quy ước`;
      const by = `Quyết định số ${one.number} ngày ${formatDate(one.date)} của ${one.authority}`;
      return `${at === 0 ? "" : " "}${by} ${ACTS[one.outcome]} ${what} ${area} từ ${formatDate(one.from)}.`;
    });
}

const ACTS: Readonly<Record<CovenantOutcome, string>> = {
  suspended: "tạm ngừng thực hiện",
  abolished: "bãi bỏ",
  resumed: "cho thực hiện trở lại",
};
