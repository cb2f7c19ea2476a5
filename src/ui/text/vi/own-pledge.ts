import { pledge } from "./pledge.ts";

/** The words of the pledge where the household reads and signs by itself: the same steps, said to it and not about it. */
export const ownPledge = {
  ...pledge,
  elsewhere: { ...pledge.elsewhere, open: "Về “Hộ của tôi”" },
  items: {
    ...pledge.items,
    title: "Gia đình đọc từng điều",
    text: "Cam kết là tự nguyện. Đồng ý điều nào thì đánh dấu điều đó.",
    none: "Chưa có điều nào được đánh dấu. Nếu chưa muốn ký, bấm Đóng; sau này ký lúc nào cũng được.",
  },
  who: {
    ...pledge.who,
    title: "Ai ký thay mặt gia đình?",
    signerMissing: "Hãy ghi họ tên người ký.",
    consent: "Gia đình đồng ý những việc nào?",
    consentText: "Xem từng việc một. Không đồng ý cũng được.",
    first: "Đồng ý cho {{office}} {{purpose}}",
    declined: "Gia đình chưa đồng ý cho lưu họ tên, chữ ký",
    declinedHas:
      "Vậy bản cam kết không được ghi lại, và không ghi tên ai. Sổ tay vẫn đọc như thường; lúc nào muốn ký thì ký sau.",
    finish: "Thôi, về “Hộ của tôi”",
  },
  sign: {
    ...pledge.sign,
    title: "Ký tên",
    heardAll: "Gia đình đã đọc {{count}} nội dung, đồng ý cả {{count}}.",
    heardSome: "Gia đình đã đọc {{count}} nội dung, đồng ý {{agreed}}.",
    hasHandbook: "Sổ tay đã mở trên điện thoại này.",
    save: "Lưu cam kết",
    missing: "Chưa có nét ký. Hãy ký bằng ngón tay vào ô bên trên, hoặc gõ họ tên.",
  },
  signatureHint: "Ký bằng ngón tay. Không vẽ được thì gõ họ tên.",
} as const;
