import { describe, expect, it, test } from "vitest";
import { householdRows } from "../../../src/domain/import/household-rows.ts";
import type { Sheet } from "../../../src/domain/import/sheet.ts";
import { goodList, csv, listOf } from "./lists.ts";

const text = (value: string) => new TextEncoder().encode(value);

describe("a list that is not one", () => {
  it.each([
    ["no headings", "a,b,c\n1,2,3\n", { code: "no-header" }],
    ["headings only", "Khu phố,Tổ,STT,Họ và tên chủ hộ,Số nhà,Số nhân khẩu\n", { code: "no-households" }],
    [
      "no head and no members",
      "Khu phố,Tổ,STT,Số nhà,Đường\n1,1,1,2,Lê Lợi\n",
      { code: "missing-columns", place: { sheet: "", row: 1 }, missing: ["head", "members"] },
    ],
    [
      "no number and no address",
      "\n\nKhu phố,Tổ,Chủ hộ,Nhân khẩu\n1,1,Trần Văn Một,2\n",
      { code: "missing-columns", place: { sheet: "", row: 3 }, missing: ["number", "address"] },
    ],
    [
      "no khu phố and no tổ",
      "STT,Chủ hộ,Số nhà,Nhân khẩu\n1,Trần Văn Một,2,3\n",
      { code: "missing-columns", place: { sheet: "", row: 1 }, missing: ["neighbourhood", "group"] },
    ],
    ["nothing", "", "empty"],
  ])("is refused for %s", async (_, content, error) => {
    expect(await listOf(text(content))).toEqual(error);
  });

  it("is refused where the sheet's name and its title tell of two khu phố", () => {
    const copied = sheet(
      "Khu phố 2",
      ["DANH SÁCH KHU PHỐ 1"],
      ["Tổ", "STT", "Chủ hộ", "Số nhà", "Nhân khẩu"],
      ["1", "1", "An", "2", "3"],
    );
    expect(householdRows([copied])).toEqual({
      ok: false,
      error: { code: "two-neighbourhoods", sheet: "Khu phố 2", names: ["Khu phố 2", "Khu phố 1"] },
    });
  });
});

describe("a row that is not whole", () => {
  it.each([
    ["no-head", "1,1,5,,1,Lê Lợi,2,", ""],
    ["no-head", "1,1,5,12,1,Lê Lợi,2,", "12"],
    ["no-neighbourhood", ",1,5,Trần Văn Một,1,Lê Lợi,2,", ""],
    ["no-group", "1,,5,Trần Văn Một,1,Lê Lợi,2,", ""],
    ["bad-number", "1,1,,Trần Văn Một,1,Lê Lợi,2,", ""],
    ["bad-number", "1,1,năm,Trần Văn Một,1,Lê Lợi,2,", "năm"],
    ["bad-members", "1,1,5,Trần Văn Một,1,Lê Lợi,,", ""],
    ["bad-members", "1,1,5,Trần Văn Một,1,Lê Lợi,ba,", "ba"],
    ["bad-members", "1,1,5,Trần Văn Một,1,Lê Lợi,0,", "0"],
    ["bad-members", "1,1,5,Trần Văn Một,1,Lê Lợi,-2,", "-2"],
    ["bad-members", "1,1,5,Trần Văn Một,1,Lê Lợi,2.5,", "2.5"],
    ["bad-members", '1,1,5,Trần Văn Một,1,Lê Lợi,"2,5",', "2,5"],
    ["bad-members", "1,1,5,Trần Văn Một,1,Lê Lợi,1.003,", "1.003"],
    ["house-is-date", "1,1,5,Trần Văn Một,2026-04-12,Lê Lợi,2,", "2026-04-12"],
    ["too-long", `1,1,5,Trần Văn ${"Một".repeat(200)},1,Lê Lợi,2,`, ""],
  ])("is refused as %s, and the rest is taken: %s", async (reason, row, value) => {
    const list = await goodList(csv("1,1,1,Lê Thị Nhất,7,Lê Lợi,2,", row, "1,1,2,Lê Thị Nhì,9,Lê Lợi,3,"));
    expect(list.rows.map(({ number }) => number)).toEqual([1, 2]);
    expect(list.refused).toMatchObject([{ sheet: "", row: 3, reason, value }]);
  });

  it("is refused as the second of one number in its tổ, and names the first", async () => {
    const list = await goodList(
      csv("1,1,1,Lê Thị Nhất,7,Lê Lợi,2,", "1,2,1,Lê Thị Nhì,8,Lê Lợi,2,", "1,1,01,Lê Thị Ba,9,Lê Lợi,2,"),
    );
    expect(list.rows.map(({ area }) => area)).toEqual(["kp1/t01", "kp1/t02"]);
    expect(list.refused).toMatchObject([
      { row: 4, reason: "number-taken", value: "1", other: { sheet: "", row: 2 } },
    ]);
  });
});

test("names in decomposed Unicode are the composed ones", async () => {
  const list = await goodList(csv("1,1,1,Nguyễn Thị Ước,7,Bạch Đằng,2,".normalize("NFD")));
  expect(list.rows[0]).toMatchObject({ head: "Nguyễn Thị Ước", address: "7 Bạch Đằng" });
});

test.each([
  ["3", 3],
  ["03", 3],
  ["3 người", 3],
  ["4 nhân khẩu", 4],
  ["12 khẩu", 12],
])("'%s' members are %d", async (written, members) => {
  expect((await goodList(csv(`1,1,1,Lê Thị Nhất,7,Lê Lợi,${written},`))).rows[0]?.members).toBe(members);
});

test.each([
  ["1", "1", "kp1/t01", "Khu phố 1", "Tổ 1"],
  ["KP 01", "Tổ 07", "kp1/t07", "Khu phố 1", "Tổ 7"],
  ["Khu phố 10", "Tổ dân phố số 112", "kp10/t112", "Khu phố 10", "Tổ 112"],
  ["khu pho 2", "to 3A", "kp2/t03a", "Khu phố 2", "Tổ 3A"],
  ["Bình Tây", "Tổ Cầu Đúc", "binhtay/cauduc", "Bình Tây", "Tổ Cầu Đúc"],
  ["Khu phố Bình Tây", "Cầu Đúc", "binhtay/cauduc", "Khu phố Bình Tây", "Cầu Đúc"],
])("khu phố '%s', tổ '%s' is %s", async (neighbourhood, group, area, ...names) => {
  const list = await goodList(csv(`${neighbourhood},${group},1,Lê Thị Nhất,7,Lê Lợi,2,`));
  expect(list.rows[0]).toMatchObject({ area, areaNames: { neighbourhood: names[0], group: names[1] } });
});

test("two long names that begin alike are two areas", async () => {
  const list = await goodList(
    csv("Bình Tây Thượng Một,1,1,Lê Nhất,7,Lê Lợi,2,", "Bình Tây Thượng Hai,1,1,Lê Nhì,7,Lê Lợi,2,"),
  );
  const codes = list.rows.map(({ area }) => area.split("/")[0]);
  expect(new Set(codes).size).toBe(2);
  expect(codes.every((code) => /^binhtayt[a-z0-9]{4}$/.test(code ?? ""))).toBe(true);
});

test("headings are found without marks, in any order, with brackets, dots and breaks", async () => {
  const list = await goodList(
    text(
      'S.T.T;SO NHAN KHAU (người);"Họ tên\nchủ hộ";TO;Điện thoại:;dia chi;KP\n5;3;Lê Thị Nhất;2;912345678;7 Lê Lợi;1\n',
    ),
  );
  expect(list.rows).toMatchObject([
    {
      row: 2,
      area: "kp1/t02",
      number: 5,
      members: 3,
      head: "Lê Thị Nhất",
      address: "7 Lê Lợi",
      phone: "0912345678",
    },
  ]);
});

test("khu phố and tổ come from headings between the rows, which may repeat the table's head", () => {
  const head = ["STT", "Họ và tên", "Số nhà", "Nhân khẩu"];
  const list = householdRows([
    sheet(
      "Sheet1",
      ["UBND PHƯỜNG 3"],
      ["DANH SÁCH HỘ DÂN KHU PHỐ 2"],
      head,
      ["(1)", "(2)", "(3)", "(4)"],
      ["TỔ 6"],
      ["1", "Lê Nhất", "7", "2"],
      ["Cộng tổ 6", "", "", "2"],
      ["TỔ 7"],
      head,
      ["1", "Lê Nhì", "8", "3"],
      ["", "Tổng cộng", "", "5"],
      ["", "", "Kiến Tường, ngày 5 tháng 11 năm 2026"],
      ["Người lập bảng", "", "TRƯỞNG KHU PHỐ"],
      ["", "Trần Văn Ký"],
    ),
    sheet("Ghi chú", ["Danh sách do tổ trưởng lập"]),
  ]);
  expect(list).toMatchObject({
    ok: true,
    value: {
      rows: [
        { row: 6, area: "kp2/t06", number: 1, head: "Lê Nhất" },
        { row: 10, area: "kp2/t07", number: 1, head: "Lê Nhì" },
      ],
      refused: [],
      skipped: ["Ghi chú"],
    },
  });
});

test("headings in two rows are one", () => {
  const list = householdRows([
    sheet(
      "KP 3",
      ["STT", "Tổ", "Chủ hộ", "Địa chỉ", "", "Số khẩu"],
      ["", "", "", "Số nhà", "Đường", ""],
      ["1", "2", "Lê Nhất", "7", "Lê Lợi", "2"],
    ),
  ]);
  expect(list).toMatchObject({
    ok: true,
    value: { rows: [{ row: 3, area: "kp3/t02", address: "7 Lê Lợi" }], refused: [] },
  });
});

function sheet(name: string, ...rows: readonly (readonly string[])[]): Sheet {
  return { sheet: name, rows: rows.map((cells, index) => ({ row: index + 1, cells })) };
}
