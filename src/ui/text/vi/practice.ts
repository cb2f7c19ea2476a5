export const practice = {
  band: "Tập dùng: hộ không có thật, không gửi đi đâu.",
  leave: "Thoát",
  leaveLong: "Thoát tập dùng, xoá hết những gì đã ghi thử",
  opening: "Đang mở phần tập dùng…",
  failed: "Máy này chưa mở được phần tập dùng. Hãy đóng bớt ứng dụng rồi mở lại trang.",
  only: "Phần này không có khi tập dùng",
  onlyText: "Khi tập dùng có Đi từng hộ, Ký tại buổi họp, Cuối ngày và Sổ gửi.",
  round: "Về danh sách hộ",
} as const;
