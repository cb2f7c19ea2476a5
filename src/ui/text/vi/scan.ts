export const scan = {
  title: "Quét biên nhận",
  text: "Đưa mã vuông trên biên nhận của hộ vào khung hình. Quét xong hộ này thì đưa biên nhận hộ khác vào.",
  trouble: {
    none: "Máy này không cho dùng máy ảnh ở đây. Có thể dán đường dẫn biên nhận, hoặc dùng máy quét cầm tay.",
    refused:
      "Chưa được phép dùng máy ảnh. Hãy cho phép trong cài đặt trình duyệt, hoặc dán đường dẫn biên nhận.",
    busy: "Máy ảnh không mở được, có thể ứng dụng khác đang dùng. Đóng khung này rồi mở lại, hoặc dán đường dẫn biên nhận.",
  },
  typed: "Đường dẫn biên nhận",
  typedHint: "Dán vào đây, hoặc quét bằng máy quét cầm tay.",
  take: "Ghi có mặt",
  noReceipt: "Đây không phải biên nhận cam kết, hoặc mã bị mất một phần. Hãy thử lại.",
  changed: "Biên nhận này đã bị sửa, không đúng như lúc ký. Không ghi gì.",
  otherWard: "Biên nhận này của phường khác. Không ghi gì.",
  notHere: "Hộ này không có trong danh sách ở máy này. Không ghi gì.",
} as const;
