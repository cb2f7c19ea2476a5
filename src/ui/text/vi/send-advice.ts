export const sendAdvice = {
  wait: "Máy tự gửi lại sau ít phút, bản ghi vẫn giữ trong máy.",
  wardFull: "Chỗ chứa của phường đã đầy: hãy báo phường. Bản ghi vẫn giữ trong máy, máy tự gửi lại.",
  stranger: "Phường chưa nhận ra máy này: hãy gọi phường để được mời lại. Bản ghi vẫn giữ trong máy.",
  file: "Bản ghi vẫn giữ trong máy, máy tự gửi lại. Nếu mai vẫn vậy, hãy đưa sổ gửi ra tệp và báo phường.",
} as const;
