import type { Draft } from "../domain/statement.ts";

/** The tổ of the practice ward. */
export const PRACTICE_AREA = "kp1/t01";

/** What the practice ward is, but for its keys. */
export const PRACTICE_DESCRIBED = {
  name: "Phường tập dùng",
  kind: "phuong",
  province: "",
  demo: true,
  areas: [
    { code: "kp1", name: "Khu phố 1", kind: "khu-pho" },
    { code: PRACTICE_AREA, name: "Tổ 1", kind: "to" },
  ],
} as const;

/** The pledge of the practice ward: it runs for the year of `day`, such as `2026-11-23`. */
export function practiceCampaign(day: string): Draft {
  const year = day.slice(0, 4);
  return {
    type: "campaign.opened",
    sub: year,
    body: {
      title: `Cam kết thực hiện quy ước năm ${year}`,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      editions: { kp1: 1 },
      items: [
        { id: "flag", text: "Treo cờ Tổ quốc ngày lễ, Tết", article: 3 },
        { id: "waste", text: "Để rác đúng giờ, đúng chỗ", article: 5 },
        { id: "quiet", text: "Tắt nhạc trước 22 giờ", article: 8 },
        { id: "fire", text: "Chừa lối thoát khi có cháy", article: 9 },
      ],
      consent: {
        version: 1,
        purposes: [{ id: "record", text: "Lưu họ tên, chữ ký để theo dõi cam kết" }],
      },
    },
  };
}

/** A household of the practice round: invented, like its past. */
export interface PracticeHousehold {
  readonly id: string;
  readonly number: number;
  readonly head: string;
  readonly address: string;
  readonly members: number;
  readonly note?: string;
  /** What was before, by seconds counted from now. */
  readonly past: readonly {
    readonly ago: number;
    readonly outcome: "absent" | "comeBack";
    readonly at?: number;
  }[];
}

const DAY = 86_400;
const HOUR = 3_600;

/** Ten households, so that each rule of whom to go to next has one. `id` makes the id of the household with that number. */
export function practiceHouseholds(id: (number: number) => string): readonly PracticeHousehold[] {
  return PEOPLE.map(([head, address, members, more], index) => ({
    id: id(index + 1),
    number: index + 1,
    head,
    address,
    members,
    past: [],
    ...more,
  }));
}

type More = Partial<Pick<PracticeHousehold, "note" | "past">>;

const PEOPLE: readonly (readonly [head: string, address: string, members: number, more?: More])[] = [
  ["Lý Văn Mẫu", "2 đường Tập Dùng", 4],
  ["Tô Thị Thử", "4 đường Tập Dùng", 3, { past: [{ ago: DAY, outcome: "comeBack", at: 900 }] }],
  ["Mạc Văn Ví", "6 đường Tập Dùng", 5],
  ["Kiều Thị Dụ", "8 đường Tập Dùng", 2, { note: "Ban ngày bán hàng ở chợ" }],
  ["Âu Văn Nháp", "10 đường Tập Dùng", 6],
  ["Lữ Thị Tạm", "12 đường Tập Dùng", 4, { past: [{ ago: 2 * DAY, outcome: "absent" }] }],
  ["Tạ Văn Giả", "1 hẻm Làm Quen", 3],
  ["Đàm Thị Bịa", "3 hẻm Làm Quen", 5, { past: [{ ago: HOUR, outcome: "comeBack", at: DAY }] }],
  ["Khổng Văn Tưởng", "5 hẻm Làm Quen", 1, { note: "Nhà có chó, gọi cổng trước" }],
  ["Phùng Thị Tượng", "7 hẻm Làm Quen", 4],
];
