import { fold, spelling } from "../vietnamese.ts";

/** What people say they want, and the words of a covenant that speak of it. */
interface Intent {
  readonly said: readonly string[];
  readonly means: readonly string[];
}

/**
 * The words to look for besides what was typed, where somebody says what is the matter ('kẹt xe') and not what the covenant
 * calls it ('lộ', 'vỉa hè'); with or without marks. Empty where nothing is known of it.
 */
export function meaningsOf(query: string): readonly string[] {
  const typed = wordsOf(query);
  const found = READY.filter(({ said }) => said.some((saying) => isSaid(saying, typed))).flatMap(
    ({ means }) => means,
  );
  return [...new Set(found)];
}

const INTENTS: readonly Intent[] = [
  {
    said: ["đám cưới", "cưới", "đám hỏi", "đãi tiệc", "dựng rạp", "tiệc", "đám giỗ", "thôi nôi"],
    means: ["cưới hỏi", "đám tiệc", "rạp"],
  },
  { said: ["đám tang", "đám ma", "tang lễ", "chôn", "hoả táng", "viếng"], means: ["việc tang", "tang"] },
  {
    said: ["rác", "bỏ rác", "đổ rác", "xe rác", "thùng rác", "xả rác", "dơ quá", "hôi quá", "ve chai"],
    means: ["thu gom rác", "rác"],
  },
  {
    said: ["kẹt xe", "tắc đường", "đậu xe", "đỗ xe", "giữ xe", "lấn chiếm", "buôn bán lề đường", "chạy xe"],
    means: ["vỉa hè", "đi lại", "đường lộ", "giao thông"],
  },
  {
    said: ["ồn", "ồn ào", "karaoke", "loa kéo", "ca hát", "mở nhạc", "mở loa", "ngủ không được"],
    means: ["giờ yên tĩnh", "karaoke", "loa"],
  },
  { said: ["chó", "mèo", "chó cắn", "nuôi gà", "nuôi heo", "thả rông"], means: ["vật nuôi"] },
  {
    said: ["ngập", "nước lên", "lũ", "lụt", "triều cường", "sạt lở", "tập bơi", "té sông", "đuối nước"],
    means: ["mùa nước", "đuối nước", "bờ kênh"],
  },
  {
    said: ["nước thải", "cống", "nghẹt cống", "kênh", "lục bình", "cầu cá"],
    means: ["nước thải", "kênh rạch", "cống"],
  },
  {
    said: ["cháy", "chữa cháy", "lửa", "bình gas", "chập điện", "báo cháy"],
    means: ["phòng cháy", "lối thoát"],
  },
  {
    said: ["lừa", "lừa đảo", "lừa tiền", "chuyển khoản", "gọi lạ", "mất tiền", "tin nhắn lạ", "mã otp"],
    means: ["lừa đảo"],
  },
  {
    said: ["trộm", "mất trộm", "ăn cắp", "đánh nhau", "người lạ", "mất xe", "cướp"],
    means: ["giữ xóm", "tự quản", "an ninh"],
  },
  { said: ["ma tuý", "hút chích", "đánh bài", "cờ bạc", "số đề", "đá gà"], means: ["ma tuý", "tệ nạn"] },
  {
    said: ["đóng tiền", "quyên góp", "thu tiền", "quỹ khu phố", "tiền đóng góp", "công khai"],
    means: ["đóng góp", "thu chi"],
  },
  {
    said: ["họp", "góp ý", "phản ánh", "khiếu nại", "kiến nghị", "than phiền"],
    means: ["họp tổ", "góp ý", "phản ánh"],
  },
  {
    said: ["cãi nhau", "hàng xóm", "xích mích", "tranh chấp", "ly dị", "đánh vợ"],
    means: ["hoà giải", "láng giềng"],
  },
  { said: ["treo cờ", "cờ tổ quốc", "tết", "ngày lễ"], means: ["treo cờ"] },
  {
    said: ["học bổng", "nghỉ học", "con đi học", "tiền học", "xin việc", "thất nghiệp", "vay vốn"],
    means: ["khuyến học", "việc làm"],
  },
  { said: ["người già", "neo đơn", "hộ nghèo", "giúp đỡ", "xin gạo"], means: ["neo đơn", "người già"] },
  {
    said: ["giấy tờ", "căn cước", "làm giấy", "khai sinh", "nộp hồ sơ", "dịch vụ công", "vneid"],
    means: ["giấy tờ", "dịch vụ số", "trên mạng"],
  },
  {
    said: ["đèn đường", "đèn hư", "cây ngã", "trồng cây", "hoa kiểng"],
    means: ["đèn", "cây bóng mát", "hoa kiểng"],
  },
  { said: ["ký cam kết", "cam kết", "ký tên", "bắt ký"], means: ["cam kết tự nguyện"] },
  { said: ["phạt", "bị phạt", "tiền phạt", "vi phạm"], means: ["hoà giải", "nhắc nhau"] },
];

/** Each word of a saying in one spelling and without marks. */
const READY = INTENTS.map(({ said, means }) => ({ means, said: said.map(wordsOf) }));

interface Word {
  readonly marked: string;
  readonly plain: string;
}

/** Whether all words of a saying were typed; the last of them may still be on its way. Marks that were typed are meant. */
function isSaid(saying: readonly Word[], typed: readonly Word[]): boolean {
  const last = typed.at(-1);
  return saying.every((word) =>
    typed.some((one) => {
      const isOnItsWay = one === last && saying.length > 1 && one.plain.length > 1;
      const meets = (a: string, b: string) => (isOnItsWay ? a.startsWith(b) : a === b);
      return one.marked === one.plain ? meets(word.plain, one.plain) : meets(word.marked, one.marked);
    }),
  );
}

function wordsOf(text: string): Word[] {
  return spelling(text)
    .split(/[\s.,;:!?]+/)
    .filter((word) => word !== "")
    .map((marked) => ({ marked, plain: fold(marked) }));
}
