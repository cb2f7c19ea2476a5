import { areaTable } from "../area-table.ts";
import { amount, plain, share, type Piece, type ReportChart } from "../blocks.ts";
import { placesOf, type Chapter, type Section } from "../chapter.ts";
import { shareText, type ReportFigure } from "../figure.ts";
import { keyAt } from "../figure.ts";
import { figureOf } from "../report.ts";

/** How the handbook came to the households, and how many pledged. */
export function reachChapter(chapter: Chapter): Section {
  const { report } = chapter;
  const [visited, met, delivered, pledged] = ["visited", "met", "delivered", "pledged"].map((word) =>
    figureOf(report, `reach.${word}`),
  );
  const title = "Trao sổ tay quy ước và vận động hộ cam kết";
  if (!visited || !met || !delivered || !pledged || (visited.value ?? 0) === 0) {
    return [title, passage(["Trong kỳ chưa ghi nhận lượt tới nhà trao sổ tay, vận động cam kết nào."])];
  }
  return [
    title,
    passage([
      "Ban công tác Mặt trận các khu phố đã tới ",
      amount(visited),
      ...share(visited),
      ", gặp được ",
      amount(met),
      ...share(met),
      "; trao sổ tay quy ước cho ",
      amount(delivered),
      ...share(delivered),
      "; có ",
      amount(pledged),
      ...share(pledged),
      " tự nguyện cam kết thực hiện quy ước.",
      ...compared(report.before?.title ?? "", delivered, pledged),
    ]),
    areaTable(chapter, "reach", "Kết quả trao sổ tay, vận động cam kết theo khu phố", [
      { measure: "people.households", head: "Số hộ" },
      { measure: "people.members", head: "Số người" },
      { measure: "reach.visited", head: "Hộ đã tới" },
      { measure: "reach.met", head: "Hộ đã gặp" },
      { measure: "reach.delivered", head: "Hộ nhận sổ tay" },
      { measure: "reach.delivered", head: "Tỷ lệ nhận", share: true },
      { measure: "reach.pledged", head: "Hộ cam kết" },
      { measure: "reach.pledged", head: "Tỷ lệ cam kết", share: true },
    ]),
    chartOf(chapter),
  ];
}

function passage(pieces: readonly Piece[]) {
  return { kind: "passage", id: "reach", pieces } as const;
}

function compared(title: string, delivered: ReportFigure, pledged: ReportFigure): readonly Piece[] {
  const before = [delivered, pledged].map((figure) => figure.before?.value ?? 0);
  if (before.every((one) => one === 0)) return [];
  const told = (figure: ReportFigure, value: number): Piece => ({
    figure,
    text: plain([amount({ ...figure, value })]),
  });
  return [
    ` ${title.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase("vi"))} có `,
    told(delivered, before[0] ?? 0),
    " nhận sổ tay, ",
    told(pledged, before[1] ?? 0),
    " cam kết.",
  ];
}

function chartOf(chapter: Chapter): ReportChart {
  const { report } = chapter;
  const groups = placesOf(chapter).map(({ code, name }) => {
    const figures = ["reach.delivered", "reach.pledged"].map((measure) =>
      figureOf(report, keyAt(measure, code)),
    );
    return { name, figures };
  });
  const words = groups.map(({ name, figures: [delivered, pledged] }) => {
    return `${name}: ${(delivered && shareText(delivered)) ?? "—"} hộ nhận sổ tay, ${(pledged && shareText(pledged)) ?? "—"} hộ cam kết`;
  });
  return {
    kind: "chart",
    id: "reach",
    title: "Tỷ lệ hộ nhận sổ tay và hộ cam kết theo khu phố (%)",
    alt: `Biểu đồ cột. ${words.join("; ")}.`,
    series: ["Hộ nhận sổ tay", "Hộ cam kết"],
    groups: groups.map(({ name, figures }) => ({ name, values: figures.map(percentOf) })),
  };
}

function percentOf(figure: ReportFigure | undefined): number | null {
  if (!figure || figure.value === null || !figure.of) return null;
  return (figure.value / figure.of) * 100;
}
