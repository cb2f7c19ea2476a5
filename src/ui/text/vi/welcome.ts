export const welcome = {
  title: "Sổ tay Quy ước",
  text: "Quy ước của khu phố, đọc được cả khi không có mạng.",
  chooseWard: "Chọn phường",
  loading: "Đang tìm phường ở địa chỉ này…",
  none: "Chưa có phường nào",
  noneText: "Người cài đặt chạy lệnh sau trên máy của phường, rồi mở lại trang này:",
  noneMore: "Sau đó nhập danh sách hộ và đưa quy ước lên; README.vi.md chỉ từng bước.",
  unreachable:
    "Đang không gọi được phường, và máy này chưa giữ sổ tay nào. Khi có mạng, hãy mở lại trang này.",
  badAnswer: "Phường có trả lời nhưng máy này không đọc được. Hãy thử lại sau ít phút.",
  again: "Thử lại",
  enrol: "Đăng ký máy bằng mã mời",
  enrolText: "Dành cho người đi từng hộ và cán bộ phường.",
  practice: "Tập dùng với hộ mẫu",
  insecureTitle: "Địa chỉ không an toàn",
  insecure:
    "Địa chỉ này không an toàn (không có https), nên máy không tạo được chìa khoá, không ký được và không đọc được khi mất mạng. Hãy hỏi phường địa chỉ bắt đầu bằng https://",
} as const;
