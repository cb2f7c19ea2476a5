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
export const AMENDMENT_KIND = { change: "Sửa đổi, bổ sung", replace: "Thay thế", new: "Quy ước mới" };
export const AMENDMENT_STATE = {
  underWay: "Đang làm",
  noQuorum: "Họp không đủ số hộ",
  notAdopted: "Không được thông qua",
  adopted: "Đã thông qua",
  refused: "UBND không công nhận",
  recognised: "Đã công nhận",
  inForce: "Đã có hiệu lực",
  ended: "Đã dừng",
};
export const AMENDMENT_STEP = {
  proposal: "Đề nghị sửa đổi",
  posting: "Niêm yết dự thảo",
  opinions: "Tổng hợp ý kiến",
  notice: "Thông báo họp",
  meeting: "Cuộc họp",
  result: "Biểu quyết tại họp",
  ballots: "Phiếu phát đến từng hộ",
  minutes: "Biên bản",
  request: "Đề nghị UBND công nhận",
  decision: "Quyết định của UBND",
  force: "Gửi quyết định, có hiệu lực",
  ended: "Dừng hồ sơ",
};
export const COVENANT_OUTCOME = {
  suspended: "Tạm ngừng thực hiện",
  abolished: "Bãi bỏ",
  resumed: "Cho thực hiện trở lại",
};
export const PRAISE_STAGE = { proposed: "Đề nghị", granted: "Đã khen" };
export const PRAISE_LEVEL = { phuong: "Cấp phường", khuPho: "Cấp khu phố" };
export const REQUEST = {
  see: "Xem dữ liệu",
  correct: "Sửa",
  withdraw: "Rút đồng ý",
  restrict: "Hạn chế",
  erase: "Xoá",
};
export const REQUEST_CHANNEL = {
  counter: "Tại phường",
  paper: "Bằng giấy",
  phone: "Qua điện thoại",
  app: "Trong ứng dụng",
};
export const REQUEST_OUTCOME = { accepted: "Đã nhận", done: "Đã làm xong", refused: "Từ chối" };
