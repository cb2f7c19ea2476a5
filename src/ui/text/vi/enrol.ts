export const enrol = {
  title: "Đăng ký máy",
  intro: "Máy này sẽ có một chìa khoá riêng để ghi và gửi bản ghi cho phường. Không cần mật khẩu.",
  wardCode: "Mã phường: {{ward}}",
  once: "Mã mời dùng một lần và chưa mất đi khi mở trang này; chỉ khi bấm “Đăng ký máy này” mã mới được dùng.",
  deviceName: "Tên thiết bị",
  deviceNameHint: "Để phường nhận ra máy này, ví dụ “Điện thoại cô Sáu”.",
  deviceNameEmpty: "Hãy ghi tên thiết bị.",
  personName: "Họ tên người dùng máy",
  personNameHint: "Có thể để trống. Chỉ phường và người đi từng hộ thấy tên này.",
  submit: "Đăng ký máy này",
  busy: "Đang đăng ký với phường…",
  done: "Đã đăng ký máy này.",
  defaultName: {
    phone: "Điện thoại {{model}}",
    computer: "Máy tính {{model}}",
  },
  paste: {
    title: "Nhập mã mời",
    text: "Dán đường dẫn hoặc mã mời mà phường đã gửi cho bác.",
    label: "Mã mời hoặc đường dẫn",
    submit: "Dùng mã này",
    wrong:
      "Không thấy mã mời trong những gì vừa dán. Mã có dạng như phuong-3.AbCd…; hãy chép lại trọn đường dẫn.",
    other: "Dùng mã mời khác",
  },
  already: "Máy này đã đăng ký với {{ward}}",
  alreadyText: "Không cần đăng ký lại. Nếu đăng ký thêm lần nữa, mã mời mới sẽ bị dùng mất.",
  toRound: "Đi từng hộ",
  copy: "Chép mã mời",
  code: "Mã mời",
  elsewhere: {
    zaloTitle: "Đang mở trong Zalo",
    facebookTitle: "Đang mở trong Facebook",
    appTitle: "Đang mở bên trong một ứng dụng khác",
    appText: "Đăng ký ở đây thì chìa khoá của máy sẽ mất khi ứng dụng này dọn dẹp, nên chưa đăng ký gì cả.",
    appSteps: {
      menu: "Bấm dấu ba chấm ở góc trên của màn hình.",
      open: "Chọn “Mở bằng trình duyệt” (Chrome hoặc Safari).",
      paste: "Nếu không thấy mục đó: chép mã mời bên dưới, mở Chrome, vào địa chỉ {{address}} rồi dán mã.",
    },
    iosTitle: "Cần mở từ màn hình chính của iPhone, iPad",
    iosText:
      "Trong Safari, dữ liệu bị xoá khi lâu không mở, nên chưa đăng ký gì cả. Hãy thêm ứng dụng vào màn hình chính trước.",
    iosSteps: {
      copy: "Chép mã mời bên dưới.",
      share: "Bấm nút Chia sẻ (ô vuông có mũi tên lên) rồi chọn “Thêm vào MH chính”.",
      open: "Mở “Sổ tay” từ màn hình chính, vào mục “Tôi”, chọn “Đăng ký máy bằng mã mời”.",
      paste: "Dán mã vừa chép rồi đăng ký.",
    },
    noCode: "Chưa có mã mời ở đây. Hãy mở lại đường dẫn phường đã gửi.",
  },
  insecure: "Địa chỉ này không an toàn nên trình duyệt không cho tạo chìa khoá. Chưa đăng ký được ở đây.",
  errors: {
    inviteUnknown:
      "Phường không nhận ra mã mời này. Có thể mã bị thiếu vài chữ; hãy mở lại đường dẫn gốc, hoặc xin phường mã mới.",
    inviteUsed: "Mã mời này đã được một máy khác dùng. Mỗi mã chỉ dùng cho một máy; hãy xin phường mã mới.",
    inviteExpired: "Mã mời đã quá hạn. Hãy xin phường mã mới.",
    badProof:
      "Phường không kiểm được chìa khoá của máy này. Hãy bấm đăng ký lại; nếu vẫn vậy, hãy gọi phường.",
    tooOften: "Đã thử quá nhiều lần. Hãy chờ một phút rồi bấm lại; mã mời vẫn còn.",
    unreachable: "Đang không gọi được phường. Mã mời vẫn còn nguyên; khi có mạng hãy bấm lại.",
    badAnswer: "Phường có trả lời nhưng máy không đọc được. Mã mời vẫn còn; hãy thử lại sau ít phút.",
    unavailable: "Phường đang tạm ngừng. Mã mời vẫn còn; hãy thử lại sau ít phút.",
    unknownWard: "Ở địa chỉ này không có phường trong mã mời. Hãy mở đúng đường dẫn phường đã gửi.",
    wrongWardKey:
      "Chìa khoá của phường không khớp với chìa khoá máy này đã biết. Đừng đăng ký; hãy gọi phường để hỏi.",
    storage:
      "Trình duyệt không cho giữ dữ liệu nên chưa đăng ký được. Hãy tắt chế độ ẩn danh, xoá bớt ảnh hoặc video cho máy có chỗ, rồi bấm lại; mã mời vẫn còn.",
    other: "Chưa đăng ký được ({{code}}). Mã mời vẫn còn; hãy thử lại, hoặc gọi phường.",
  },
} as const;
