import type { Draft } from "../../src/domain/statement.ts";
import { memoryPhone, newId, type MemoryPhone, type NewSpeaker } from "./memory-phone.ts";

/** The office's computer, as whose phone a screen may be drawn. */
export const OFFICE = {
  personName: "Lê Thị Mai",
  deviceName: "Máy tính phường",
  role: "office",
  areas: [],
} as const;

/** 23/11/2026 18:30 in Việt Nam, in seconds. */
export const EVENING = Date.parse("2026-11-23T18:30:00+07:00") / 1000;

/** A ward with tổ 7 and tổ 8 of khu phố 2, a campaign, and cô Sáu's phone in her round. */
export async function demoPhone({
  ward = WARD,
  self = { personName: "Cô Sáu", areas: ["kp2/t07", "kp2/t08"] },
  households = HOUSEHOLDS,
  campaign = true,
}: {
  readonly ward?: string;
  readonly self?: NewSpeaker | null;
  readonly households?: readonly DemoHousehold[];
  readonly campaign?: boolean;
} = {}): Promise<MemoryPhone> {
  const phone = await memoryPhone({ ward, described: DESCRIBED, self, now: EVENING });
  const week = EVENING - 7 * DAY;
  if (campaign) await phone.wardSays(phone.office, [CAMPAIGN], week);
  for (const household of households) await phone.wardSays(phone.office, [registered(household)], week);
  return phone;
}

/** The ward says anew what it is: the same, and this besides. */
export async function describedAs(
  phone: MemoryPhone,
  more: Readonly<Record<string, unknown>>,
  at?: number,
): Promise<void> {
  const said = phone.entries().findLast(({ statement }) => statement.claims.type === "ward.described");
  const body = { ...said?.statement.claims.body, ...more };
  await phone.wardSays(phone.office, [{ type: "ward.described", sub: phone.ward, body }], at);
}

export interface DemoHousehold {
  readonly id: string;
  readonly area: string;
  readonly number: number | string;
  readonly head: string;
  readonly address: string;
  readonly members: number;
  readonly note?: string;
}

export const WARD = "phuong-3";
export const DAY = 86_400;

/** Hộ 18, 19, 20 of tổ 7 and hộ 1 of tổ 8. */
export const HOUSEHOLDS: readonly [DemoHousehold, DemoHousehold, DemoHousehold, DemoHousehold] = [
  {
    id: newId(),
    area: "kp2/t07",
    number: 18,
    head: "Nguyễn Thị Ánh",
    address: "12/4 đường 30/4",
    members: 4,
    note: "Ban ngày bán hàng ở chợ Phường 1",
  },
  {
    id: newId(),
    area: "kp2/t07",
    number: 19,
    head: "Trần Văn Bảy",
    address: "14 Lý Thường Kiệt",
    members: 5,
  },
  {
    id: newId(),
    area: "kp2/t07",
    number: 20,
    head: "Lê Hoàng Dũng",
    address: "16 Lý Thường Kiệt",
    members: 3,
  },
  {
    id: newId(),
    area: "kp2/t08",
    number: 1,
    head: "Phạm Thị Đào",
    address: "2 Lý Thường Kiệt",
    members: 2,
  },
];

export const CAMPAIGN: Draft = {
  type: "campaign.opened",
  sub: "2026",
  body: {
    title: "Cam kết thực hiện quy ước năm 2026",
    from: "2026-10-01",
    to: "2026-12-31",
    editions: { kp2: 4 },
    items: [
      { id: "flag", text: "Treo cờ Tổ quốc ngày lễ, Tết", article: 13 },
      { id: "waste", text: "Ký hợp đồng thu gom rác, để rác đúng giờ xe tới", article: 11 },
      { id: "lane", text: "Thứ Bảy góp một tay dọn đường, dọn hẻm, dọn kênh mương", article: 16 },
      {
        id: "fire",
        text: "Chừa lối thoát khi có cháy; trước khi ngủ coi lại gas, nhang đèn, ổ điện",
        article: 18,
      },
      {
        id: "drugs",
        text: "Dặn con cháu tránh xa ma tuý; thấy chuyện lạ thì báo công an phường",
        article: 22,
      },
      { id: "feast", text: "Đám tiệc gọn gàng, chừa lối đi, tắt nhạc trước 22 giờ", article: 8 },
      { id: "tax", text: "Nộp thuế đất phi nông nghiệp đúng hạn mỗi năm", article: 6 },
      { id: "roads", text: "Chừa lề đường cho người đi, cùng coi giữ đèn đường", article: 14 },
    ],
    consent: {
      version: 1,
      purposes: [
        { id: "record", text: "Lưu họ tên, chữ ký để theo dõi cam kết" },
        { id: "photo", text: "Lưu ảnh bản giấy" },
      ],
    },
  },
};

/** The same campaign as another client may change it: 'flag' in other words, 'waste' asked no more, and consent to something else. */
export const CHANGED_CAMPAIGN: Draft = {
  ...CAMPAIGN,
  body: {
    ...CAMPAIGN.body,
    items: [
      { id: "flag", text: "Treo cờ mới", article: 13 },
      { id: "tree", text: "Trồng cây", article: 12 },
    ],
    consent: { version: 2, purposes: [{ id: "record", text: "Lưu mọi thứ" }] },
  },
};

/** Registers a household as the import does. */
export function registered({ id, area, number, head, address, members, note }: DemoHousehold): Draft {
  return {
    type: "household.registered",
    sub: id,
    body: { area, members },
    personal: { number, head, address, note },
  };
}

/** What of a pledge is to be otherwise than written here. */
interface PledgeParts {
  readonly jti?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly personal?: Readonly<Record<string, unknown>>;
}

/** A household's pledge to one item, signed on the glass; `personal` stands in the place of signature and signer, where it is given. */
export function pledgeOf(household: string, { body, personal, ...more }: PledgeParts = {}): Draft {
  const signed = { signer: "Nguyễn Thị Ánh", relation: "chủ hộ", strokes: "M10 10l40 20" };
  return {
    type: "pledge.signed",
    sub: household,
    body: {
      campaign: "2026",
      edition: 4,
      agreed: ["flag"],
      declined: [],
      medium: "screen",
      consent: newId(),
      ...body,
    },
    personal: personal ?? signed,
    ...more,
  };
}

const DESCRIBED = {
  name: "Phường 3",
  kind: "ward",
  province: "Long An",
  demo: true,
  areas: [
    { code: "kp2", name: "Khu phố 2", kind: "neighbourhood" },
    { code: "kp2/t07", name: "Tổ 7", kind: "group" },
    { code: "kp2/t08", name: "Tổ 8", kind: "group" },
  ],
};
