export const correct = {
  title: "Sửa bản ghi",
  was: "Đã ghi: {{what}} · {{when}}",
  both: "Bản cũ vẫn còn trong nhật ký, có ghi là đã sửa.",
  instead: "Đúng ra là",
  date: "Ngày hẹn",
  time: "Giờ hẹn",
  note: "Ghi chú (có thể để trống)",
  signer: "Người ký",
  relation: "Quan hệ với chủ hộ",
  on: "Ngày ký trên giấy",
  itemsStay:
    "Điều hộ đã đồng ý và chữ ký giữ nguyên. Muốn đổi những điều đó, hộ ký một bản mới. Biên nhận đã đưa cho hộ được thay bằng biên nhận mới.",
  save: "Giữ bản sửa",
  same: "Chưa có gì khác bản cũ.",
  missing: "Hãy ghi đủ các ô.",
  takeBack: "Lấy lại, không ghi gì thay",
} as const;
