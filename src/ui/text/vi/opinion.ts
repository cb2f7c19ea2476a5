export const opinion = {
  open: "Góp ý về điều này",
  title: "Góp ý về Điều {{number}}",
  label: "Ý kiến của bà con",
  hint: "Nói ngắn gọn như nói với người quen. Không cần ghi tên.",
  hintRecorded: "Ghi đúng lời bà con nói. Không cần ghi tên.",
  send: "Gửi góp ý",
  keep: "Giữ góp ý trong máy",
  empty: "Chưa có chữ nào. Hãy ghi ý kiến rồi bấm lại.",
  sent: "Góp ý đã giữ trong máy và sẽ được gửi về phường.",
  undone: "Đã rút lại góp ý.",
  kept: "Góp ý được giữ trong máy này",
  keptText:
    "Máy này chưa gửi thẳng được. Khi có người đi từng hộ tới nhà, đưa cho người ấy xem để ghi giúp; hoặc nói ở cuộc họp tổ.",
  erase: "Xoá góp ý này",
  erased: "Đã xoá góp ý khỏi máy.",
} as const;
