import { mergedInto } from "../../domain/household/mergers.ts";
import { attendanceOf, attendancesIn } from "../../domain/meeting/attendance.ts";
import { meetingsIn } from "../../domain/meeting/meetings.ts";
import type { Statement } from "../../domain/statement.ts";
import { personalOf } from "../../domain/statement.ts";
import type { WardRecord } from "../../domain/ward-facts.ts";
import type { Cell, List } from "../../domain/words/csv-file.ts";
import type { HeldLine } from "../../wire/answers.ts";
import type { FoldedLog } from "./fold-log.ts";
import { createNaming, moment, momentOf, type Naming } from "./naming.ts";
import { GIFT, MEETING_KIND, ROLE, wordOf } from "./words.ts";

/** A held statement and its text, read. */
export interface Waiting extends HeldLine {
  readonly statement: Statement;
}

/** The lists of the ward itself: what was said of areas, its devices, and what waits for the office. */
export function wardLists(folded: FoldedLog, waiting: readonly Waiting[]): readonly List[] {
  const { ward } = folded;
  const naming = createNaming(ward);
  return [
    {
      file: "y-kien-khu-vuc.csv",
      headings: [...SAID, "Loại", "Về", "Nội dung"],
      rows: ward.opinions.map((one) => [
        ...saidBy(naming, one),
        one.type,
        one.sub,
        wordsIn({ ...one.body, ...one.personal }),
      ]),
    },
    {
      file: "hop.csv",
      headings: [...SAID, "Khu phố", "Tổ", "Mã cuộc họp", "Loại", "Tình trạng", ...MEETING],
      rows: listMeetings(folded, naming),
    },
    {
      file: "dong-gop.csv",
      headings: [
        ...SAID,
        "Về",
        "Loại",
        "Số lượng",
        "Đơn vị",
        "Giá trị (đồng)",
        "Dùng cho",
        "Công khai thay cho bản ghi",
      ],
      rows: contributionsIn(folded).map((one) => {
        const { kind, quantity, unit, worth, for: purpose } = one.body;
        const cells = [quantity, unit, worth, purpose].map(toCell);
        // On the public board it stands for that household's gift, which has a row of its own.
        return [
          ...saidBy(naming, one),
          one.sub,
          wordOf(GIFT, String(kind)),
          ...cells,
          toCell(one.body["of"]),
        ];
      }),
    },
    {
      file: "chi-so.csv",
      headings: [...SAID, "Về", "Chỉ số", "Kỳ", "Tử số", "Mẫu số", "Giá trị", "Đơn vị"],
      rows: ward.observations.map((one) => {
        const indicator = ward.indicators[one.indicator];
        const figures = [one.period, one.numerator, one.denominator, one.value, indicator?.unit];
        return [...saidBy(naming, one), one.about, indicator?.name ?? one.indicator, ...figures];
      }),
    },
    {
      file: "may.csv",
      headings: ["Mã máy", "Tên máy", "Người giữ", "Vai", "Khu vực", "Đăng ký lúc", "Thu hồi từ số"],
      rows: Object.values(ward.devices).map((one) => [
        one.kid,
        one.deviceName,
        one.personName,
        wordOf(ROLE, one.role),
        one.areas.join(", "),
        moment(one.enrolledAt),
        one.revokedSeq,
      ]),
    },
    {
      file: "cho-xem-xet.csv",
      headings: ["Nhận lúc", "Mã bản ghi", "Lý do", "Máy ghi", "Loại", "Về", "Nội dung"],
      rows: waiting.map(({ at, jti, reason, statement }) => {
        const { type, sub, body } = statement.claims;
        const words = wordsIn({ ...body, ...personalOf(statement) });
        return [moment(Math.floor(at / 1000)), jti, reason, naming.device(statement.kid), type, sub, words];
      }),
    },
  ];
}

const SAID = ["Lúc", "Số trong sổ", "Máy ghi"];
const MEETING = ["Ngày", "Giờ", "Nơi", "Nội dung", "Số hộ", "Có mặt", "Biên bản", "Kết luận", "Gộp từ"];

function saidBy({ device }: Naming, said: Pick<WardRecord, "at" | "approximate" | "seq" | "kid">): Cell[] {
  return [momentOf(said), said.seq, device(said.kid)];
}

/** One row a meeting, as its last word tells of it; who was there one by one stands in `di-hop.csv`. */
function listMeetings({ ward, households }: FoldedLog, naming: Naming): Cell[][] {
  const open = households.flatMap(({ id, area, records, ended }) =>
    area === null || ended !== null ? [] : [{ id, area, records }],
  );
  const attended = attendancesIn(open);
  return meetingsIn(ward.meetings, ward.slug).map((one) => {
    const { all, present, from } = attendanceOf(one, open, attended, ward.slug);
    const figures = [all, from === null ? "" : present];
    const words = [one.date, one.time, one.place, one.subject, ...figures, one.minutes, one.conclusions];
    const state = one.planned ? "Sẽ họp" : "Đã họp";
    const kind = wordOf(MEETING_KIND, one.kind);
    const parts = one.parts.map(({ id }) => id).join("; ");
    return [...saidBy(naming, one), ...naming.areas(one.area), one.id, kind, state, ...words, parts];
  });
}

/** Of areas and of households, in the log's order. */
function contributionsIn({ ward, households }: FoldedLog): WardRecord[] {
  const apart = households.filter((household) => mergedInto(household) === null);
  const ofHouseholds = apart.flatMap(({ id, records }) =>
    records.map((record): WardRecord => ({ ...record, sub: id })),
  );
  return [...ward.records, ...ofHouseholds]
    .filter(({ type }) => type === "contribution.recorded")
    .toSorted((a, b) => (a.seq ?? 0) - (b.seq ?? 0));
}

function wordsIn(fields: Readonly<Record<string, unknown>>): string {
  return (
    Object.entries(fields)
      // A signature is lines to draw, not to read; it stands in the log.
      .filter(([name]) => name !== "strokes")
      .map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
      .join("; ")
  );
}

function toCell(value: unknown): Cell {
  return typeof value === "string" || typeof value === "number" ? value : "";
}
