export const typed = {
  name: "Người ký gõ họ tên của mình",
  hint: "Dùng khi không vẽ nét ký được. Bản ghi nói rõ đây là tên gõ bằng bàn phím, không phải nét vẽ tay.",
  stands: "Trong ô ký có tên gõ: {{name}}.",
  noLetters: "Hãy gõ bằng chữ cái.",
} as const;
