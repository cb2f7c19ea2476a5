import { expect, test } from "vitest";
import type { HouseholdList } from "../../../src/domain/import/household-list.ts";
import { planImport } from "../../../src/domain/import/plan-import.ts";
import { report } from "../../../src/server/import/report.ts";
import { demoFile, goodList, imported } from "../../domain/import/lists.ts";

const xlsx = await goodList(demoFile("danh-sach-ho.xlsx"));
const csv = await goodList(demoFile("danh-sach-ho.csv"));

test.each([
  ["xlsx", xlsx],
  ["csv", csv],
])("the ward's .%s holds 1003 households, 3371 people, 14 tổ, 3 khu phố", (_, list) => {
  expect(list.refused).toEqual([]);
  expect(list.skipped).toEqual([]);
  expect(list.rows).toHaveLength(1003);
  expect(list.rows.reduce((sum, { members }) => sum + members, 0)).toBe(3371);
  const groups = [...new Set(list.rows.map(({ area }) => area))];
  const expected = {
    kp1: ["t01", "t02", "t03", "t04", "t05"],
    kp2: ["t06", "t07", "t08", "t09", "t10"],
    kp3: ["t11", "t12", "t13", "t14"],
  };
  expect(groups).toEqual(
    Object.entries(expected).flatMap(([area, steps]) => steps.map((step) => `${area}/${step}`)),
  );
  expect(list.rows.filter(({ area }) => area.startsWith("kp1/"))).toHaveLength(352);
});

test("a row keeps its place in the file and its texts", () => {
  expect(xlsx.rows[0]).toEqual({
    sheet: "Khu phố 1",
    row: 7,
    area: "kp1/t01",
    areaNames: { neighbourhood: "Khu phố 1", group: "Tổ 1" },
    number: 1,
    head: "Hồ Văn Tiến",
    address: "18 Lê Lợi",
    members: 7,
    note: undefined,
    phone: undefined,
  });
  expect(xlsx.rows.at(-1)).toMatchObject({ sheet: "Khu phố 3", row: 316, area: "kp3/t14", number: 90 });
  expect(csv.rows[16]).toMatchObject({
    sheet: "",
    row: 18,
    number: 17,
    note: "Ban ngày buôn bán ở chợ Phường 1",
  });
  expect(csv.rows[6]).toMatchObject({ address: "Hùng Vương" });
});

test("both files hold the same households", () => {
  expect(withoutPlaces(csv)).toEqual(withoutPlaces(xlsx));
});

test("a second import adds nothing, of the other file neither", () => {
  const first = planImport(xlsx, []);
  expect(first.add).toHaveLength(1003);
  const ward = imported(first, []);
  for (const list of [xlsx, csv]) {
    const again = planImport(list, ward);
    expect(again.same).toHaveLength(1003);
    expect([again.add, again.change, again.refused, again.missing]).toEqual([[], [], [], []]);
  }
});

test("the report says what each sheet holds", () => {
  expect(report(planImport(xlsx, []))).toEqual([
    "Trang tính Khu phố 1, dòng 7 đến 358: nhận 352 hộ, 1.181 nhân khẩu.",
    "Trang tính Khu phố 2, dòng 7 đến 347: nhận 341 hộ, 1.120 nhân khẩu.",
    "Trang tính Khu phố 3, dòng 7 đến 316: nhận 310 hộ, 1.070 nhân khẩu.",
    "Thêm 1.003 hộ, thay đổi 0 hộ, giữ nguyên 0 hộ.",
    "Không nhận 0 dòng; 0 hộ của phường không có trong danh sách.",
  ]);
});

test("a household inserted on top of a tổ changes nothing but the numbers below it", () => {
  const ward = imported(planImport(csv, []), []);
  const moved = csv.rows.map((row) =>
    row.area === "kp2/t07" ? { ...row, number: Number(row.number) + 1 } : row,
  );
  const inserted = {
    ...moved.find(({ area }) => area === "kp2/t07")!,
    number: 1,
    head: "Cao Thị Mới",
    address: "1B Ngô Quyền",
  };
  const plan = planImport({ ...csv, rows: [inserted, ...moved] }, ward);
  const size = csv.rows.filter(({ area }) => area === "kp2/t07").length;
  expect(plan.add).toEqual([inserted]);
  expect(plan.change).toHaveLength(size);
  expect(plan.change.every(({ fields }) => Object.keys(fields).join() === "number")).toBe(true);
  expect(plan.same).toHaveLength(1003 - size);
  expect([plan.refused, plan.missing]).toEqual([[], []]);
});

function withoutPlaces(list: HouseholdList): unknown[] {
  return list.rows.map((row) => ({ ...row, sheet: "", row: 0 }));
}
