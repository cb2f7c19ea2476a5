/** A number as papers write it. */
type Shown = string | number;

/** The words of a change's papers: Vietnamese, whatever the screens speak. */
export const amendmentPapers = {
  heads: {
    parent: (ward: string) => ward,
    position: "TRƯỞNG KHU PHỐ",
    wardOffice: (ward: string) => `ỦY BAN NHÂN DÂN ${ward}`,
    wardPosition: "CHỦ TỊCH",
    recipients: (ward: string) =>
      `UBND ${ward};\nUBMTTQ Việt Nam ${ward};\nCác hộ trong khu phố;\nLưu: hồ sơ.`,
    sendingRecipients: "Trưởng khu phố;\nUBMTTQ Việt Nam phường;\nLưu: VT.",
  },
  numbers: {
    proposal: "      /TTr-KP",
    posting: "      /TB-KP",
    opinions: "      /BC-KP",
    notice: "      /TB-KP",
    minutes: "      /BB-KP",
    ballot: "      /P-KP",
    count: "      /BB-KP",
    request: "      /TTr-KP",
    sending: "      /UBND",
  },
  abstract: {
    proposal: (what: string) => `Về việc đề nghị ${what}`,
    posting: (what: string) => `Về việc niêm yết, lấy ý kiến dự thảo ${what}`,
    opinions: (what: string) => `Tổng hợp ý kiến của Nhân dân về dự thảo ${what}`,
    notice: (what: string) => `Về việc họp khu phố bàn và quyết định ${what}`,
    minutes: (what: string) => `Cuộc họp khu phố bàn và quyết định ${what}`,
    ballot: (what: string) => `Về việc ${what}`,
    count: (what: string) => `Kiểm phiếu lấy ý kiến các hộ về việc ${what}`,
    request: (what: string) => `Về việc đề nghị công nhận ${what}`,
    sending: (what: string) => `Về việc gửi quyết định công nhận ${what}`,
  },
  kind: {
    proposal: "TỜ TRÌNH",
    posting: "THÔNG BÁO",
    opinions: "BÁO CÁO",
    notice: "THÔNG BÁO",
    minutes: "BIÊN BẢN",
    ballot: "PHIẾU LẤY Ý KIẾN HỘ GIA ĐÌNH",
    count: "BIÊN BẢN",
    request: "TỜ TRÌNH",
    sending: "CÔNG VĂN",
  },
  what: {
    change: (area: string) => `sửa đổi, bổ sung quy ước ${area}`,
    replace: (area: string) => `thay thế quy ước ${area}`,
    new: (area: string) => `xây dựng quy ước ${area}`,
  },
  about: (title: string) => `Nội dung: ${title}.`,
  basis:
    "Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15; Nghị định số 59/2023/NĐ-CP và Nghị định số 61/2023/NĐ-CP của Chính phủ;",
  proposal: {
    byHead: (area: string, date: string) =>
      `Ngày ${date}, Trưởng ${area} thống nhất với Ban công tác Mặt trận ${area}, đề nghị:`,
    byCitizens: (area: string, date: string, supporters: Shown, households: Shown) =>
      `Tính đến ngày ${date}, có ${supporters} trên ${households} hộ của ${area} đồng tình với đề nghị của công dân:`,
    ask: (what: string) =>
      `Đề nghị cho ${what}: soạn dự thảo, niêm yết lấy ý kiến ít nhất 30 ngày, rồi họp khu phố để bàn và quyết định.`,
    valid: (date: string) => `Đề nghị của công dân có giá trị đến hết ngày ${date}.`,
  },
  posting: {
    lead: (area: string, from: string, until: string) =>
      `Bản dự thảo dưới đây được niêm yết tại nhà văn hoá, nơi sinh hoạt cộng đồng của ${area} từ ngày ${from} đến ít nhất hết ngày ${until}, và đăng trong ứng dụng Sổ tay Quy ước.`,
    ask: "Kính mời bà con đọc và góp ý: tại nhà khi cán bộ đến, tại các buổi họp tổ, hoặc trong ứng dụng. Góp ý là để nghe và sửa bản dự thảo, không phải biểu quyết.",
    draft: "TOÀN VĂN DỰ THẢO",
  },
  article: (number: Shown, title: string) => `Điều ${number}. ${title}`,
  opinions: {
    lead: (from: string, to: string) =>
      `Trong thời gian niêm yết từ ngày ${from} đến ngày ${to}, khu phố nhận được ý kiến như sau (số ý kiến, không phải số biểu quyết):`,
    head: ["Cách nhận", "Số ý kiến"],
    app: "Qua ứng dụng",
    door: "Tại nhà",
    meeting: "Tại các buổi họp tổ",
    sum: "Cộng",
  },
  notice: {
    lead: (area: string) => `Kính mời đại diện các hộ của ${area} dự cuộc họp:`,
    time: (time: string, date: string) => `Thời gian: ${time === "" ? "" : `${time}, `}ngày ${date}.`,
    place: (place: string) => `Địa điểm: ${place}.`,
    clusters: (clusters: Shown) => `Họp theo ${clusters} cụm.`,
    subject: (what: string) =>
      `Nội dung: bàn và quyết định việc ${what}. Tài liệu gửi kèm thông báo này đến từng hộ.`,
    quorum:
      "Cuộc họp phải có đại diện của trên 50% tổng số hộ; quy ước được thông qua khi trên 50% tổng số hộ đồng ý. Kính mong mỗi hộ cử một đại diện dự họp.",
    money: "Nội dung có khoản dân đóng góp, nên cần hai phần ba tổng số hộ đồng ý.",
  },
  minutes: {
    time: (date: string, time: string, place: string) =>
      `1. Thời gian, địa điểm: ${[time, `ngày ${date}`, place].filter((one) => one !== "").join(", ")}.`,
    attendance: (households: Shown, present: Shown, absent: Shown) =>
      `2. Thành phần: tổng số hộ của khu phố ${households}; có mặt ${present} hộ; vắng ${absent} hộ.`,
    quorum: (needed: Shown, has: boolean) =>
      has
        ? `Cuộc họp có trên 50% tổng số hộ (ít nhất ${needed} hộ), đủ điều kiện quyết định.`
        : `Cuộc họp chưa có trên 50% tổng số hộ (cần ít nhất ${needed} hộ), không quyết định; khu phố phát phiếu lấy ý kiến đến từng hộ hoặc họp lại.`,
    people: (chair: string, secretary: string) => `Chủ trì: ${chair}. Thư ký: ${secretary}.`,
    discussed: (text: string) => `3. Nội dung bàn: ${text}`,
    form: (form: string) => `4. Hình thức quyết định: ${form}.`,
    hands: "biểu quyết giơ tay tại cuộc họp",
    secret: "bỏ phiếu kín tại cuộc họp",
    ballots: "phát phiếu lấy ý kiến đến từng hộ",
    result: (agreed: Shown, against: Shown, households: Shown, percent: string) =>
      `5. Kết quả: ${agreed} hộ đồng ý, ${against} hộ không đồng ý; đạt ${percent} tổng số ${households} hộ.`,
    noResult: "5. Kết quả: chưa biểu quyết.",
    adopted: (what: string) => `6. Quyết định: thông qua việc ${what}.`,
    notAdopted: (what: string) => `6. Quyết định: không thông qua việc ${what}.`,
    undecided: (what: string) => `6. Quyết định: chưa quyết định việc ${what}.`,
    end: "Biên bản được đọc lại cho cuộc họp nghe, mọi người nhất trí ký tên.",
    blank: "……………………………",
  },
  signatures: {
    chair: "TRƯỞNG KHU PHỐ",
    frontHead: "TRƯỞNG BAN CÔNG TÁC MẶT TRẬN",
    firstHousehold: "ĐẠI DIỆN HỘ",
    secondHousehold: "ĐẠI DIỆN HỘ",
    teamHead: "TỔ TRƯỞNG TỔ PHÁT PHIẾU",
    household: "ĐẠI DIỆN HỘ",
  },
  ballot: {
    household: "Hộ ông (bà): ………………………………………………………",
    house: "Số nhà: ………………………………………………………………",
    question: (what: string) => `Hộ có đồng ý ${what} theo bản dự thảo gửi kèm không?`,
    agree: "☐  Đồng ý",
    against: "☐  Không đồng ý",
    other: "Ý kiến khác: ………………………………………………………",
    note: "Đánh dấu vào một ô. Mỗi hộ một phiếu, do đại diện hộ ghi. Tổ phát phiếu thu lại, kiểm phiếu trước hai đại diện hộ. Phiếu này không liên quan đến bản cam kết tự nguyện.",
  },
  count: {
    lead: (date: string, meeting: string) =>
      `Cuộc họp ngày ${meeting} không đủ số hộ, nên khu phố phát phiếu lấy ý kiến đến từng hộ. Ngày ${date}, tổ phát phiếu kiểm phiếu như sau:`,
    team: (team: Shown, witnesses: Shown) =>
      `Tổ phát phiếu: ${team} người. Chứng kiến kiểm phiếu: ${witnesses} đại diện hộ.`,
    head: ["Nội dung", "Số lượng"],
    households: "Tổng số hộ của khu phố",
    handedOut: "Số phiếu phát ra",
    returned: "Số phiếu thu về",
    invalid: "Số phiếu không hợp lệ",
    agreed: "Số phiếu đồng ý",
    against: "Số phiếu không đồng ý",
    alone: "Số phiếu này đếm riêng, không cộng với số có mặt hay biểu quyết tại cuộc họp.",
    result: (agreed: Shown, households: Shown, percent: string, adopted: boolean) =>
      `Kết luận: ${agreed} trên ${households} hộ đồng ý (${percent} tổng số hộ), ${adopted ? "được thông qua" : "không được thông qua"}.`,
  },
  request: {
    to: (to: string) => `Kính gửi: ${to}.`,
    lead: (area: string, date: string, agreed: Shown, households: Shown, percent: string) =>
      `Ngày ${date}, ${area} đã bàn và quyết định, với ${agreed} trên ${households} hộ đồng ý (${percent} tổng số hộ).`,
    ask: (what: string) => `Kính đề nghị xem xét, công nhận việc ${what}.`,
    enclosed: "Gửi kèm: biên bản (nghị quyết) của cộng đồng dân cư; bản dự thảo đã được thông qua.",
  },
  sending: {
    lead: (date: string, authority: string, number: string, what: string) =>
      `Ngày ${date}, ${authority} có Quyết định số ${number} công nhận việc ${what}. Quy ước có hiệu lực từ ngày ban hành quyết định.`,
    ask: "Gửi quyết định đến Trưởng khu phố và Mặt trận để thông báo, niêm yết cho bà con biết và thực hiện.",
  },
} as const;
