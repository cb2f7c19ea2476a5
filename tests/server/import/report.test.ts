import { expect, test } from "vitest";
import type { ListError } from "../../../src/domain/import/household-list.ts";
import type { TableError } from "../../../src/domain/import/read-table.ts";
import { report, reportError } from "../../../src/server/import/report.ts";
import { csv, listOf, planOf, wardOf } from "../../domain/import/lists.ts";

test("each refused row has a line of its own with its number, then changes, additions, what vanished, the counts", async () => {
  const ward = await wardOf(
    "1,1,1,Trần Văn An,12,Lê Lợi,2,",
    "1,1,2,Lê Thị Bé,14,Lê Lợi,3,",
    "1,1,3,Võ Minh Chí,16,Lê Lợi,4,",
    "1,1,4,Hồ Văn Dư,18,Lê Lợi,4,",
  );
  const plan = await planOf(
    [
      "1,1,1,Trần Văn An,12,Lê Lợi,5,",
      "1,1,1,Bùi Thị Trùng,2,Lê Lợi,2,",
      "1,1,9,Lê Thị Bé,99,Hùng Vương,3,",
      "1,1,10,Đỗ Văn Em,20,Lê Lợi,1.003,",
      "1,,11,Đỗ Văn Gấm,20,Lê Lợi,2,",
      "1,1,4,Phan Thị Hai,18,Lê Lợi,4,",
      "1,1,12,Cao Văn Mới,40,Lê Lợi,2,",
    ],
    ward,
  );
  expect(report(plan)).toEqual([
    "Dòng 3: không nhận, số 1 trùng số trong tổ với dòng 2.",
    "Dòng 4: không nhận, chưa rõ là hộ nào: hộ 2 tổ 1 khu phố 1 (Lê Thị Bé, 14 Lê Lợi).",
    "Dòng 5: không nhận, số nhân khẩu phải là số nguyên từ 1 trở lên (‘1.003’).",
    "Dòng 6: không nhận, thiếu tổ (nếu là ô gộp, hãy bỏ gộp và ghi tổ vào từng dòng).",
    "Dòng 2, hộ 1 tổ 1 khu phố 1 (Trần Văn An, 12 Lê Lợi): số nhân khẩu thành ‘5’.",
    "Dòng 7, hộ 4 tổ 1 khu phố 1 (Phan Thị Hai, 18 Lê Lợi): chủ hộ thành ‘Phan Thị Hai’.",
    "Dòng 8, hộ 12 tổ 1 khu phố 1 (Cao Văn Mới, 40 Lê Lợi): thêm mới.",
    "Không có trong danh sách, phường vẫn giữ: hộ 3 tổ 1 khu phố 1 (Võ Minh Chí, 16 Lê Lợi).",
    "Danh sách, dòng 2 đến 8: nhận 3 hộ, 11 nhân khẩu.",
    "Thêm 1 hộ, thay đổi 2 hộ, giữ nguyên 0 hộ.",
    "Không nhận 4 dòng; 1 hộ của phường không có trong danh sách.",
  ]);
});

const place = { sheet: "Khu phố 2", row: 6 };

test.each<[TableError | ListError, RegExp]>([
  ["empty", /^Tệp trống/],
  ["too-large", /32 MB/],
  ["old-excel", /\.xlsx/],
  ["broken", /hỏng/],
  ["locked", /mật khẩu/],
  ["ods", /\.xlsx/],
  ["html", /\.xlsx/],
  ["foreign", /không phải tệp/],
  [{ code: "no-header" }, /tiêu đề/],
  [{ code: "no-households" }, /không có hộ nào/],
  [
    { code: "missing-columns", place, missing: ["head", "members"] },
    /^Trang tính Khu phố 2, dòng 6: thiếu cột ‘Họ và tên chủ hộ’, ‘Số nhân khẩu’\.$/,
  ],
  [
    { code: "two-neighbourhoods", sheet: "KP 2", names: ["Khu phố 2", "Khu phố 1"] },
    /Khu phố 2 mà tiêu đề ghi Khu phố 1/,
  ],
])("%j has a sentence", (error, words) => {
  expect(reportError(error)).toMatch(words);
});

test("a list of one row and nothing else is read", async () => {
  expect(await listOf(csv("1,1,1,Trần Văn An,12,Lê Lợi,2,"))).toMatchObject({
    rows: [{ row: 2 }],
    refused: [],
  });
});
