/** The words of first pages, as the app has them in `ui/text/vi`: one stands in the place of the other. */
export const words = {
  publisher: (ward: string) => `Ủy ban MTTQ Việt Nam · ${ward}`,
  coverTitle: "Sổ tay\nQuy ước\nkhu dân cư",
  edition: (edition: string) =>
    /^\d{1,3}$/.test(edition) ? `ấn bản lần thứ ${edition}` : `ấn bản ${edition}`,
  inForce: (date: string) => `có hiệu lực từ ${date}`,
  halted: {
    suspended: (what: string, from: string, number: string, date: string, authority: string) =>
      `${what} tạm ngừng thực hiện từ ${from}, theo Quyết định số ${number} ngày ${date} của ${authority}.`,
    abolished: (what: string, from: string, number: string, date: string, authority: string) =>
      `${what} bị bãi bỏ từ ${from}, theo Quyết định số ${number} ngày ${date} của ${authority}.`,
    whole: "Quy ước này",
    article: "Điều này",
    articles: (list: string) => `${list} của quy ước này`,
    grounds: (grounds: string) => `Lý do: ${grounds}`,
  },
  demo: "Dữ liệu mẫu",
  keeping: "Đang giữ vào máy",
  keepingText: "Để lần sau đọc được khi không có mạng",
  search: "Tìm trong quy ước",
  contents: "Mục lục",
  chapter: (mark: string) => `Chương ${mark}`,
  articles: (count: number) => `${count} điều`,
  appName: "Sổ tay Quy ước",
  chapterOf: (mark: string, name: string) => `Chương ${mark} · ${name}`,
  article: (number: string) => `Điều ${number}`,
  articleOf: (number: string, title: string) => `Điều ${number}. ${title}`,
  previous: "Điều trước",
  next: "Điều sau",
  recognised: (number: string, date: string, authority: string) =>
    `Quy ước này được công nhận theo Quyết định số ${number} ngày ${date} của ${authority}.`,
  about: (chapters: number, articles: number) =>
    `Quy ước do bà con khu phố bàn và thông qua: ${chapters} chương, ${articles} điều. Đọc được cả khi không có mạng.`,
  receipt: {
    title: "Biên nhận cam kết",
    reading: "Đang kiểm chữ ký…",
    checking:
      "Trang này đang tìm máy đã ghi biên nhận trong danh sách của phường, so chữ ký, rồi hỏi phường xem bản cam kết còn được tính không. Nếu chờ quá lâu, hãy tải lại trang này.",
    good: "Chữ ký đúng",
    goodText:
      "Một máy đã đăng ký với {{ward}} ghi bản cam kết này lúc {{time}}. Từ đó đến nay không một chữ nào bị sửa.",
    standing: {
      other:
        "Phường đã nhận, số {{seq, number}}. Hộ có một bản cam kết khác trong đợt này, và bản kia đang được tính.",
    },
    shows: "Biên nhận này cho biết",
    showsWhat: "Máy nào đã ghi, lúc nào, hộ đồng ý những điều gì, và từ đó không bị sửa.",
    hides: "Và không cho biết",
    hidesWho:
      "Ai đã cầm bút. Nét ký trên màn hình chỉ nói được ít về người ký, và không nằm trong biên nhận.",
    hidesNames: "Họ tên, số nhà của ai. Biên nhận không chứa những điều đó.",
    voluntary: "Cam kết là tự nguyện. Không ai cần biên nhận này để làm giấy tờ.",
  },
  pictured: "Bìa sổ tay: ngôi sao trống đồng trên nền đỏ",
};
