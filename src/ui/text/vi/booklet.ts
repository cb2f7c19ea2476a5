export const booklet = {
  title: "In sổ tay",
  how: "Sổ tay khổ A5, in từ máy này hoặc lưu thành PDF. In hai mặt thì xếp được thành cuốn.",
  print: "In sổ tay",
  pages: "Cuốn này có {{count}} trang.",
  recognised: "Quy ước này được công nhận theo Quyết định số {{number}} ngày {{date}} của {{authority}}.",
  contacts: "Cần thì gọi",
  pledge: "Bản ghi cam kết tự nguyện",
  pledgeText: "{{title}}. Hộ đồng ý điều nào thì đánh dấu vào ô trước điều ấy.",
  stillMaySign: "Hộ muốn ký thì vẫn ký được.",
  ofArticle: "Điều {{number}}",
  blanks: {
    head: "Họ tên người đại diện hộ:",
    household: "Hộ số, tổ:",
    day: "Ngày:",
    signature: "Ký tên:",
  },
  notes: "Ghi chép",
} as const;
