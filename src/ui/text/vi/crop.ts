export const crop = {
  title: "Cắt, nắn thẳng ảnh",
  text: "Kéo bốn chấm vào bốn góc tờ giấy. Bằng bàn phím: chọn góc rồi bấm phím mũi tên.",
  corners: {
    topLeft: "Góc trên bên trái",
    topRight: "Góc trên bên phải",
    bottomRight: "Góc dưới bên phải",
    bottomLeft: "Góc dưới bên trái",
  },
  save: "Giữ ảnh đã cắt",
  turn: "Xoay ảnh",
  failed: "Máy không cắt được ảnh này. Ảnh cũ vẫn còn.",
} as const;
