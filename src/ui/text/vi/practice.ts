export const practice = {
  band: "Tập dùng: hộ không có thật, không gửi đi đâu.",
  leave: "Thoát",
  leaveLong: "Thoát tập dùng, xoá hết những gì đã ghi thử",
  opening: "Đang mở phần tập dùng…",
  failed: "Máy này chưa mở được phần tập dùng. Hãy đóng bớt ứng dụng rồi mở lại trang.",
  only: "Phần này không có khi tập dùng",
  onlyText: "Khi tập dùng có Đi từng hộ, Ký tại buổi họp, Cuối ngày và Sổ gửi.",
  round: "Về danh sách hộ",
  village: {
    ward: "Phường tập dùng",
    device: "Máy tập dùng",
    campaign: "Cam kết thực hiện quy ước năm {{year}}",
    items: {
      flag: "Treo cờ Tổ quốc ngày lễ, Tết",
      waste: "Để rác đúng giờ, đúng chỗ",
      quiet: "Tắt nhạc trước 22 giờ",
      fire: "Chừa lối thoát khi có cháy",
    },
    purpose: "Lưu họ tên, chữ ký để theo dõi cam kết",
    notes: { trader: "Ban ngày bán hàng ở chợ", dog: "Nhà có chó, gọi cổng trước" },
  },
} as const;
