export const viewer = {
  areas: "Máy này xem: {{areas}}. Chỉ xem, không ghi được gì.",
  unreachable: "Đang không gọi được phường; dưới đây là số lấy lần trước.",
  problem: "Chưa lấy được số mới ({{code}}).",
  noTotals: "Chưa có số nào trong máy này. Khi có mạng, các con số sẽ hiện ra.",
  noHouseholds: "Nơi này chưa có hộ nào, hoặc có quá ít hộ để cộng mà không lộ ra ai.",
  summary: "{{households}} hộ · {{members}} nhân khẩu · phường đếm {{time}}",
  total: "Cộng",
  few: "Tổ có quá ít hộ không có dòng riêng, để không ai bị đoán ra; số của tổ ấy vẫn nằm trong tổng.",
  opinions: "Ý kiến và trả lời",
  noOpinions: "Nơi này chưa có ý kiến nào.",
  counts:
    "{{all}} ý kiến: {{open}} chưa trả lời (trong đó {{late}} quá {{days}} ngày), {{forwarded}} đã chuyển, {{settled}} đã trả lời hoặc xong.",
  opinionsScroll: "Bảng ý kiến, có thể kéo ngang",
  about: "Về việc gì",
  from: "Từ đâu",
  since: "Ngày",
  state: "Tình trạng",
  aHousehold: "một hộ",
  opinionsNote:
    "Tên và lời của người góp ý chỉ văn phòng phường và người phụ trách đọc. Lời in trong sổ tay thì ai cũng đọc được.",
  handbook: "Sổ tay, chỉ tiêu, đóng góp",
  handbookText:
    "Quy ước, chỉ tiêu hằng năm, đóng góp theo công trình và biểu dương nằm trong sổ tay của từng khu phố.",
  openHandbook: "Mở sổ tay",
} as const;
