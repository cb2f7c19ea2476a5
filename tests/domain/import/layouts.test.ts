import { expect, test } from "vitest";
import { answered } from "../../../src/domain/import/answers.ts";
import { examine } from "../../../src/domain/import/examine.ts";
import { notToKeep } from "../../../src/domain/import/not-to-keep.ts";
import { readTable } from "../../../src/domain/import/read-table.ts";
import { csv, imported, planOf, wardOf } from "./lists.ts";
import { workbookOf } from "./workbook.ts";

test("headings over two rows, a merged tổ, sections, subtotals, notes and hidden rows", async () => {
  const list = await examined(
    workbookOf({
      "KHU PHỐ 2": {
        rows: [
          ["UBND PHƯỜNG 3"],
          ["DANH SÁCH HỘ DÂN KHU PHỐ 2"],
          ["Tổ", "STT", "Chủ hộ", "", "Địa chỉ", "", "Nhân khẩu"],
          ["", "", "Họ và tên", "Ngày sinh", "Số nhà", "Đường", ""],
          ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
          ["7", "1", "Nguyễn Thị Ánh", "1/1/1970", "12/4", "Lê Lợi", "4"],
          ["", "2", "Trần Văn Bảy", "", "14", "", "5 người"],
          ["Cộng tổ 7", "", "", "", "", "", "9"],
          ["Tổ 8"],
          ["", "1", '=HYPERLINK("x")Đào', "", "2", "Lê Lợi", "1,0"],
          ["Tổng cộng", "", "3 hộ", "", "", "", "1.003"],
          ["", "", "Người lập biểu", "", "", "", ""],
        ],
        merges: ["A6:A7", "F6:F7", "C3:D3", "E3:F3"],
        hiddenRows: [7],
      },
      Nháp: {
        rows: [
          ["Tổ", "STT", "Họ tên", "Số nhà", "Số khẩu", "Khu phố"],
          ["1", "1", "X", "1", "1", "1"],
        ],
        hidden: true,
      },
    }),
  );
  expect(
    list.plan.ok &&
      list.plan.value.add.map((row) => [row.area, row.number, row.head, row.address, row.members]),
  ).toEqual([
    ["kp2/t07", 1, "Nguyễn Thị Ánh", "12/4 Lê Lợi", 4],
    ["kp2/t07", 2, "Trần Văn Bảy", "14 Lê Lợi", 5],
    ["kp2/t08", 1, '=HYPERLINK("x")Đào', "2 Lê Lợi", 1],
  ]);
  expect(list.plan.ok && list.plan.value.refused).toEqual([]);
  expect(list.sheets).toMatchObject([
    { name: "KHU PHỐ 2", hidden: false, hiddenRows: 1, read: true },
    { name: "Nháp", hidden: true, read: false },
  ]);
  expect(list.headings.find(({ notKept }) => notKept !== null)).toMatchObject({
    text: "Ngày sinh",
    notKept: "birth",
  });
});

test("a sheet that nobody sees is read where somebody asks for it", async () => {
  const rows = [
    ["Khu phố", "Tổ", "STT", "Họ tên", "Số nhà", "Số khẩu"],
    ["1", "1", "1", "Trần Văn Một", "1", "2"],
  ];
  const table = await readTable(workbookOf({ Một: { rows }, Hai: { rows, hidden: true } }));
  if (!table.ok) throw new Error(table.error);
  const seen = examine(table.value.sheets, []);
  const asked = examine(table.value.sheets, [], { sheets: ["Hai"] });
  expect([seen, asked].map(({ plan }) => plan.ok && plan.value.add.map(({ sheet }) => sheet))).toEqual([
    ["Một"],
    ["Hai"],
  ]);
});

test("what may not be kept is left out, whatever somebody says it is", async () => {
  const bytes = new TextEncoder().encode(
    "Khu phố,Tổ,STT,Họ tên,Số nhà,Số khẩu,CCCD\n1,1,1,Trần Văn Một,1,2,079123456789\n",
  );
  const { plan, headings } = await examined(bytes, { headings: { cccd: "note", "so khau": "members" } });
  expect(plan.ok && plan.value.add[0]?.note).toBeUndefined();
  expect(headings.at(-1)).toEqual({ text: "CCCD", key: "cccd", field: null, notKept: "identity" });
});

test.each([
  ["Số CCCD/CMND", "identity"],
  ["Ngày, tháng, năm sinh", "birth"],
  ["Dân tộc", "ethnicity"],
  ["Tôn giáo", "religion"],
  ["Tình trạng sức khoẻ", "health"],
  ["Hộ nghèo", "income"],
  ["Họ tên con", "children"],
  ["Họ và tên chủ hộ", null],
  ["Số nhân khẩu", null],
  ["Số lượng nhân khẩu", null],
  ["Điện thoại", null],
  ["ID card", "identity"],
  ["Date of birth", "birth"],
  ["Poor household", "income"],
  ["Names of children", "children"],
  ["Head of household", null],
  ["Number in group", null],
] as const)("a column ‘%s’: %s", (heading, kind) => {
  expect(notToKeep(heading)).toBe(kind);
});

test("new rows like a household that no row is about, or with another's number, are in doubt", async () => {
  const ward = await wardOf("1,1,1,Nguyễn Thị Ánh,12,Lê Lợi,4,", "1,1,2,Trần Văn Bảy,14,Lê Lợi,5,");
  const rows = [
    "1,1,2,Trần Văn Bảy,14,Lê Lợi,5,",
    "1,1,1,Nguyễn Thị Ánhh,15B,Lê Lai,4,",
    "1,1,3,Đỗ Văn Ba,8,Lê Lợi,1,",
  ];
  const found = await examined(csv(...rows), {}, ward);
  expect(found.doubts.map(({ row, likeness, household }) => [row.head, likeness, household.id])).toEqual([
    ["Nguyễn Thị Ánhh", "nearly", "h1"],
  ]);
  const plan = await planOf(rows, ward);
  expect(found.plan).toEqual({ ok: true, value: plan });
  const merged = answered(plan, found, { "\n3": { household: "h1" } });
  expect(merged.add.map(({ head }) => head)).toEqual(["Đỗ Văn Ba"]);
  expect(merged.change.map(({ id, fields }) => [id, fields])).toEqual([
    ["h1", { head: "Nguyễn Thị Ánhh", address: "15B Lê Lai" }],
  ]);
  expect(merged.missing).toEqual([]);
  // The same list again says nothing of what was settled.
  const again = await examined(csv(...rows), {}, imported(merged, ward));
  expect(again.plan.ok && [again.plan.value.add, again.plan.value.change]).toEqual([[], []]);
});

test("a number that another household keeps is in doubt as well", async () => {
  const ward = await wardOf("1,1,1,Nguyễn Thị Ánh,12,Lê Lợi,4,");
  const found = await examined(csv("1,1,1,Bùi Quang Hải,99,Rạch Cỏ,2,"), {}, ward);
  expect(found.doubts.map(({ likeness }) => likeness)).toEqual(["number"]);
});

test("rows that may be one of several households wait for somebody's word", async () => {
  const ward = await wardOf("1,1,1,Nguyễn Thị Ánh,12,Lê Lợi,4,", "1,1,2,Nguyễn Thị Ánh,14,Lê Lợi,5,");
  const found = await examined(csv("1,1,3,Nguyễn Thị Ánh,20,Lê Lợi,4,"), {}, ward);
  if (!found.plan.ok) throw new Error("no plan");
  expect(found.plan.value.refused.map(({ reason }) => reason)).toEqual(["ambiguous"]);
  const asNew = answered(found.plan.value, found, { "\n2": "new" });
  expect([asNew.add.length, asNew.refused.length]).toEqual([1, 0]);
  const left = answered(found.plan.value, found, { "\n2": "leave" });
  expect([left.add.length, left.refused.length]).toEqual([0, 1]);
});

async function examined(
  bytes: Uint8Array,
  choices: Parameters<typeof examine>[2] = {},
  existing: Parameters<typeof examine>[1] = [],
) {
  const table = await readTable(bytes);
  if (!table.ok) throw new Error(table.error);
  return examine(table.value.sheets, existing, choices);
}
