import { amount, joined, share, type Passage, type Piece } from "../blocks.ts";
import type { Chapter } from "../chapter.ts";
import { figureOf } from "../report.ts";

/** The sentence with which a report begins. */
export function opening({ report, ward }: Chapter): readonly Passage[] {
  const what =
    report.period.kind === "year"
      ? `kết quả xây dựng, thực hiện quy ước khu phố ${report.period.title}`
      : `kết quả đợt vận động “${report.period.title}”`;
  return [
    {
      kind: "passage",
      id: "opening",
      pieces: [
        "Thực hiện Nghị định số 61/2023/NĐ-CP ngày 16 tháng 8 năm 2023 của Chính phủ về xây dựng, thực hiện hương ước, quy ước của cộng đồng dân cư, ",
        `Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam ${ward.name} báo cáo ${what} như sau:`,
      ],
    },
  ];
}

/** Who lives there, and how many khu phố have a covenant. */
export function situation({ report, ward }: Chapter): readonly Passage[] {
  const one = (key: string) => figureOf(report, key);
  const [neighbourhoods, groups] = [one("area.neighbourhoods"), one("area.groups")];
  const [households, members, covered] = [
    one("people.households"),
    one("people.members"),
    one("covenant.inForce"),
  ];
  const counted = [neighbourhoods, groups, households]
    .filter((figure) => figure !== undefined)
    .map((figure) => [amount(figure)]);
  return [
    {
      kind: "passage",
      id: "situation",
      pieces: [
        `${ward.name} có `,
        ...joined(counted, ", "),
        ...(members ? [" với ", amount(members)] : []),
        " (theo danh sách hộ tại thời điểm lập báo cáo).",
        ...(covered && neighbourhoods
          ? [
              " Đến cuối kỳ báo cáo, có ",
              { figure: covered, text: `${covered.value}/${neighbourhoods.value}` },
              " khu phố có quy ước đang thực hiện.",
            ]
          : []),
      ],
    },
  ];
}

/** What stayed hard, as far as records tell; the rest whoever signs knows better. */
export function hardships({ report }: Chapter): readonly Passage[] {
  const [unmet, late] = [figureOf(report, "reach.unmet"), figureOf(report, "opinion.late")];
  const hasRounds = (figureOf(report, "reach.visited")?.value ?? 0) > 0;
  const told: (readonly Piece[])[] = [];
  if (hasRounds && unmet && (unmet.value ?? 0) > 0) {
    told.push(["Còn ", amount(unmet), ...share(unmet), " chưa gặp được để trao sổ tay và vận động cam kết."]);
  }
  if (late && (late.value ?? 0) > 0)
    told.push(["Còn ", amount(late), " của Nhân dân quá hạn chưa được trả lời."]);
  return [{ kind: "passage", id: "hardships", pieces: joined(told, " ") }];
}

/** What comes next: proposals that whoever signs may write anew. */
export function ahead({ report }: Chapter): readonly Passage[] {
  const isWaiting = ["opinion.open", "opinion.forwarded"].some(
    (key) => (figureOf(report, key)?.value ?? 0) > 0,
  );
  const isUnmet = (figureOf(report, "reach.unmet")?.value ?? 0) > 0;
  const tasks = [
    ...(isUnmet
      ? ["tiếp tục gặp gỡ, trao sổ tay cho những hộ chưa gặp được, kể cả ngoài giờ hành chính"]
      : []),
    ...(isWaiting ? ["theo dõi, trả lời đầy đủ các ý kiến của Nhân dân đang chờ"] : []),
    "cùng Nhân dân rà soát quy ước vào Ngày hội Đại đoàn kết toàn dân tộc 18 tháng 11",
    "biểu dương kịp thời hộ, tổ dân cư thực hiện tốt",
  ];
  return [{ kind: "passage", id: "ahead", pieces: [`Trong thời gian tới: ${tasks.join("; ")}.`] }];
}
