import { areaTable } from "../area-table.ts";
import type { ReportBlock } from "../blocks.ts";
import type { Chapter } from "../chapter.ts";

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
    ]),
    // No record says so yet: whoever knows of one writes it down.
    { kind: "passage", id: "suspended", pieces: [] },
  ];
}
