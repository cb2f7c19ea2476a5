import { amount, joined, type Piece } from "../blocks.ts";
import type { Chapter, Section } from "../chapter.ts";
import { figureOf } from "../report.ts";

/** Who was praised, by number: a paper names nobody who has not agreed to it. */
export function praiseChapter({ report }: Chapter): Section {
  const told = ["praise.households", "praise.groups"]
    .map((key) => figureOf(report, key))
    .filter((figure) => figure !== undefined && (figure.value ?? 0) > 0)
    .map((figure): readonly Piece[] => (figure ? [amount(figure)] : []));
  const pieces: readonly Piece[] =
    told.length === 0
      ? ["Trong kỳ chưa ghi nhận biểu dương nào."]
      : ["Biểu dương ", ...joined(told, " và "), " thực hiện tốt quy ước."];
  return ["Biểu dương, khen thưởng", { kind: "passage", id: "commendations", pieces }];
}
