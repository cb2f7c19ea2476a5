// What the office reads in the lists of an export.

/** Names of codes; a code that has none stands for itself. */
export function wordOf(names: Readonly<Record<string, string>>, code: string | undefined): string {
  return code === undefined ? "" : (names[code] ?? code);
}

export const STATUS = {
  signed: "Đã ký",
  given: "Đã phát",
  again: "Hẹn lại",
  refused: "Chưa đồng ý",
  none: "Chưa gặp",
};
export const ENDED = { merged: "Đã nhập hộ", split: "Đã tách hộ", closed: "Không còn" };
export const MEDIUM = { screen: "Ký trên màn hình", paper: "Bản giấy", link: "Máy của hộ" };
export const HOW = { hand: "Tận tay", meeting: "Tại cuộc họp", link: "Đường dẫn" };
export const OUTCOME = { absent: "Vắng nhà", comeBack: "Hẹn lại", refused: "Chưa đồng ý" };
export const CHANNEL = { door: "Tại nhà", meeting: "Tại cuộc họp", app: "Trong ứng dụng" };
export const ANSWERED = {
  given: "Mới ghi",
  received: "Đã nhận",
  forwarded: "Đã chuyển",
  answered: "Đã trả lời",
  done: "Đã giải quyết",
};
export const GIFT = {
  land: "Đất",
  cash: "Tiền",
  labour: "Ngày công",
  lampPost: "Trụ đèn",
  other: "Khác",
};
export const MEETING_KIND = {
  launch: "Hội nghị triển khai",
  residents: "Họp dân",
  covenant: "Họp bàn quy ước",
  interim: "Hội nghị sơ kết",
  summary: "Hội nghị tổng kết",
  other: "Khác",
};
export const ROLE = {
  office: "Văn phòng",
  volunteer: "Người đi từng hộ",
  household: "Máy của hộ",
  viewer: "Người xem",
};
export const YES = (value: boolean) => (value ? "Có" : "");
