import type { Ward } from "../../domain/ward-facts.ts";

/** What each file of an export is, for the office; with line ends that any Windows program knows. */
export function readMe({ name, slug }: Pick<Ward, "name" | "slug">, head: number): string {
  return `${TEXT(name, slug, head)}`.replaceAll("\n", "\r\n");
}

const TEXT = (
  name: string,
  slug: string,
  head: number,
) => `\ufeffSổ tay Quy ước: dữ liệu của ${name} (${slug}), đến bản ghi số ${head}

Thư mục này có dữ liệu cá nhân của người dân. Chỉ dùng cho việc của phường, giữ kín, và xoá khi không cần nữa.
Dữ liệu đã xoá theo yêu cầu của hộ thì không có ở đây.

Bấm đúp vào tệp .csv để mở bằng Excel (UTF-8, các ô cách nhau bằng dấu chấm phẩy). Ô chữ mà Excel có thể hiểu là
công thức thì có dấu ' đứng trước. Giờ là giờ Việt Nam. "Số trong sổ" là số của bản ghi trong sổ của phường.

ho.csv              từng hộ, và tình trạng trong đợt cam kết đang mở
cam-ket.csv         từng bản ghi cam kết (nét ký nằm trong so.ndjson)
dong-y.csv          từng lần hộ đồng ý cho lưu dữ liệu
phat-so.csv         từng lần phát sổ tay
lan-gap.csv         từng lần đến nhà chưa xong: vắng, hẹn lại, chưa đồng ý
y-kien-ho.csv       góp ý của hộ và trả lời
y-kien-khu-vuc.csv  góp ý của khu phố, tổ, và việc chuyển, trả lời
hop.csv             các cuộc họp
di-hop.csv          hộ có mặt tại cuộc họp
dong-gop.csv        đóng góp của hộ và của khu vực
chi-so.csv          số liệu của từng kỳ
quy-uoc.csv         từng lần ban hành quy ước và quyết định công nhận (lời quy ước nằm trong so.ndjson)
sua-doi.csv         hồ sơ sửa đổi quy ước, từng bước đã ghi
tam-ngung-bai-bo.csv  quyết định tạm ngừng, bãi bỏ quy ước
dot-cam-ket.csv     các đợt cam kết
kho-so-tay.csv      sổ tay in đã nhận, đã chuyển về khu phố
khen-thuong.csv     đề nghị khen và quyết định khen thưởng
chi.csv             các khoản đã chi
yeu-cau-du-lieu.csv yêu cầu của hộ về dữ liệu của mình, và trả lời
phan-cong.csv       ai đi nơi nào, trong những ngày nào
may.csv             các máy đã đăng ký
cho-xem-xet.csv     bản ghi đang chờ phường xem xét
anh/                ảnh bản giấy, nếu có; nơi để và tên tệp ghi ở cột Ảnh của cam-ket.csv

so.ndjson           toàn bộ sổ: mỗi dòng một bản ghi đã ký (SD-JWT, RFC 9901), đúng như các máy đã gửi.
                    Dòng cuối cho biết sổ dừng ở số nào. Phần mềm khác có thể kiểm chữ ký bằng khoá của phường
                    trong bản ghi số 1.
`;
