import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { fieldOf } from "../../src/domain/import/headings.ts";
import { chooseRows, rowsToCsv, sortRows } from "../../src/ui/office/households/table-rows.ts";
import { households as inEnglish } from "../../src/ui/text/en/households.ts";
import { households as inVietnamese } from "../../src/ui/text/vi/households.ts";
import { demoPhone, HOUSEHOLDS, OFFICE, type DemoHousehold } from "./demo-ward.ts";
import { newId } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [first, second] = HOUSEHOLDS;

test("the households of the ward are searched, filtered by place, and sorted; each leads on", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/ho-dan" });
  const heads = () => screen.getAllByRole("rowheader").map(({ textContent }) => textContent);
  expect(await screen.findByText("4 hộ, 14 nhân khẩu")).toBeTruthy();
  expect(heads()).toEqual(HOUSEHOLDS.map(({ head }) => head));
  await user.click(screen.getByRole("button", { name: /^Nhân khẩu/ }));
  expect(heads()).toEqual(["Phạm Thị Đào", "Lê Hoàng Dũng", "Nguyễn Thị Ánh", "Trần Văn Bảy"]);
  await user.click(screen.getByRole("button", { name: /^Nhân khẩu/ }));
  expect(heads()[0]).toBe("Trần Văn Bảy");
  expect(screen.getByRole("columnheader", { name: /^Nhân khẩu/ }).getAttribute("aria-sort")).toBe(
    "descending",
  );
  await user.selectOptions(screen.getByRole("combobox", { name: "Khu phố, tổ" }), "Tổ 8 · Khu phố 2");
  expect(heads()).toEqual(["Phạm Thị Đào"]);
  await user.selectOptions(screen.getByRole("combobox", { name: "Khu phố, tổ" }), "Cả phường");
  await user.type(screen.getByRole("searchbox", { name: "Tìm theo tên, số nhà" }), "anh 12");
  await waitFor(() => expect(heads()).toEqual(["Nguyễn Thị Ánh"]));
  expect(screen.getByRole("link", { name: "Nguyễn Thị Ánh" }).getAttribute("href")).toBe(`/ho/${first.id}`);
  expect(screen.getByRole("link", { name: /^Thay đổi: Hộ 18/ }).getAttribute("href")).toBe(
    `/ho/${first.id}/thong-tin`,
  );
});

test("of a long list only what is in sight is drawn, and all of it on paper", async () => {
  const many: DemoHousehold[] = Array.from({ length: 500 }, (_, at) => ({
    id: newId(),
    area: "kp2/t07",
    number: at + 1,
    head: `Nguyễn Văn ${at + 1}`,
    address: `${at + 1} Lê Lợi`,
    members: 2,
  }));
  const phone = await demoPhone({ self: OFFICE, households: many });
  let printed = 0;
  vi.stubGlobal("print", () => (printed = document.querySelectorAll(".windowed-table tbody tr").length));
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/ho-dan" });
  const table = await screen.findByRole("table");
  expect(table.getAttribute("aria-rowcount")).toBe("501");
  expect(within(table).getAllByRole("rowheader").length).toBeLessThan(60);
  await user.click(screen.getByRole("button", { name: "In" }));
  expect(printed).toBe(500);
  expect(within(table).getAllByRole("rowheader").length).toBeLessThan(60);
  vi.unstubAllGlobals();
});

test("a file of the list has its marks, and no cell is a formula", async () => {
  const sly = { ...second, head: "=HYPERLINK(1)", address: "+84 Lê Lợi" };
  const phone = await demoPhone({ self: OFFICE, households: [first, sly] });
  const rows = await new Promise<Parameters<typeof sortRows>[0]>((resolve) => {
    phone.watch.round(phone.ward)(resolve);
  });
  const ward = await new Promise<Parameters<typeof rowsToCsv>[1]>((resolve) => {
    phone.watch.ward(phone.ward)((view) => view && resolve(view));
  });
  const chosen = chooseRows(rows, { area: "kp2", state: "", query: "" });
  const text = rowsToCsv(chosen, ward, ["Khu phố", "Tổ"], () => "Chưa gặp");
  expect(text.startsWith("\ufeffKhu phố;Tổ\r\n")).toBe(true);
  expect(text).toContain("Khu phố 2;Tổ 7;18;Nguyễn Thị Ánh;12/4 đường 30/4;4;");
  expect(text).toContain(';"\'=HYPERLINK(1)";"\'+84 Lê Lợi";');
});

test.each([
  ["Vietnamese", inVietnamese],
  ["English", inEnglish],
])("the headings of a %s file of the list are read back", (_, { columns }) => {
  const { state, ...kept } = columns;
  expect(Object.values(kept).map((heading) => fieldOf(heading))).toEqual([
    "neighbourhood",
    "group",
    "numberInGroup",
    "head",
    "address",
    "members",
    "note",
  ]);
  // How the round stands is no part of a list.
  expect(fieldOf(state)).toBeUndefined();
});

test("households that stand twice are merged, which may be undone, or remembered not to be one", async () => {
  const twin = { ...second, id: newId(), number: 33, head: "TRẦN VĂN BẢY", address: "Số 14, Lý Thường Kiệt" };
  const phone = await demoPhone({ self: OFFICE, households: [...HOUSEHOLDS, twin] });
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/ho-dan/trung" });
  await user.click(await screen.findByRole("button", { name: "Giữ Hộ 19 · Trần Văn Bảy, gộp hộ kia vào" }));
  expect(await screen.findByText("Không thấy hộ nào ghi hai lần")).toBeTruthy();
  const merged = phone.entries().at(-1)?.statement.claims;
  expect([merged?.type, merged?.sub, merged?.body]).toEqual([
    "household.merged",
    twin.id,
    { into: second.id },
  ]);
  await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
  await user.click(await screen.findByRole("button", { name: "Không phải một hộ: Trần Văn Bảy" }));
  expect(await screen.findByText("Không thấy hộ nào ghi hai lần")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Xem lại 1 nhóm đã bỏ qua" }));
  expect(await screen.findByRole("button", { name: "Không phải một hộ: Trần Văn Bảy" })).toBeTruthy();
});
