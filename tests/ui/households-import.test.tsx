import { readFileSync } from "node:fs";
import { screen, waitFor, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, EVENING, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const HEADER = "Khu phố,Tổ,STT,Họ và tên chủ hộ,Số nhà,Đường,Số nhân khẩu,Ghi chú,CCCD";
const [first, , third] = HOUSEHOLDS;

test("a list is read, looked through, taken, and undone before anything is said", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const before = phone.entries().length;
  const { user } = openImport(phone);
  await choose(
    user,
    file(
      "2,7,18,Nguyễn Thị Ánh,12/4,đường 30/4,5,,079123456789",
      "2,7,19,Trần Văn Bảy,14,Lý Thường Kiệt,5,,",
      "2,7,21,Ngô Thị Mới,18,Lý Thường Kiệt,3,nhà cửa xanh,",
      "2,7,22,Đỗ Văn Năm,20,Lý Thường Kiệt,mấy,,",
      "2,9,1,Bùi Thị Xa,2,Rạch Cỏ,2,,",
    ),
  );
  const table = await screen.findByRole("table");
  expect(within(table).getAllByRole("row").slice(1).map(kindOf)).toEqual([
    "Đỗ Văn Năm: Không nhận",
    "Bùi Thị Xa: Chưa có tổ",
    "Nguyễn Thị Ánh: Thay đổi",
    "Ngô Thị Mới: Thêm mới",
    "Lê Hoàng Dũng: Không có trong tệp",
    "Phạm Thị Đào: Không có trong tệp",
    "Trần Văn Bảy: Giữ nguyên",
  ]);
  expect(within(table).getByText("nhân khẩu: 4 → 5")).toBeTruthy();
  expect(within(table).getByText("số nhân khẩu phải là số nguyên từ 1 trở lên (‘mấy’)")).toBeTruthy();
  expect(within(table).getByText("Tổ 9 · Khu phố 2")).toBeTruthy();
  // Said where nothing has to be opened first.
  const barred = screen.getByText(/^Không giữ các cột này.*‘CCCD’ \(giấy tờ tuỳ thân\)/);
  expect(barred.closest("details")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Nhận danh sách" }));
  expect(
    (await screen.findAllByText("Đã giữ trong máy: thêm 1 hộ, sửa 1 hộ từ ds.csv")).length,
  ).toBeGreaterThan(0);
  await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(phone.drafts().get(`import/${phone.ward}`)).toBeUndefined());
  expect(phone.entries()).toHaveLength(before);
});

test("what was taken is said when the time to undo is over, and once", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const before = phone.entries().length;
  const { user } = openImport(phone);
  await choose(
    user,
    file("2,7,21,Ngô Thị Mới,18,Lý Thường Kiệt,3,,", "2,7,18,Nguyễn Thị Ánh,12/4,đường 30/4,5,,"),
  );
  await user.click(await screen.findByRole("button", { name: "Nhận danh sách" }));
  await waitFor(() => expect(phone.entries()).toHaveLength(before + 2), { timeout: 15_000 });
  const said = phone
    .entries()
    .slice(before)
    .map(({ statement }) => statement.claims);
  expect(said.map(({ type }) => type)).toEqual(["household.registered", "household.changed"]);
  expect(said[1]?.sub).toBe(first.id);
  expect(said[1]?.body).toEqual({ members: 5 });
  await choose(
    user,
    file("2,7,21,Ngô Thị Mới,18,Lý Thường Kiệt,3,,", "2,7,18,Nguyễn Thị Ánh,12/4,đường 30/4,5,,"),
  );
  expect(await screen.findByText("Tệp không có gì mới so với danh sách của phường.")).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Nhận danh sách" }).disabled).toBe(true);
});

test("a list that a closed page left behind is said at once", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const before = phone.entries().length;
  await phone.act.keepDraft(`import/${phone.ward}`, {
    file: "ds.csv",
    at: EVENING - 60,
    add: 0,
    change: 1,
    drafts: [{ jti: phone.newId(), type: "household.changed", sub: third.id, body: { members: 9 } }],
  });
  renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
  await waitFor(() => expect(phone.entries()).toHaveLength(before + 1));
  expect(phone.drafts().get(`import/${phone.ward}`)).toBeUndefined();
});

test("a device without room keeps the rest and goes on when asked", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const before = phone.entries().length;
  await phone.act.keepDraft(`import/${phone.ward}`, {
    file: "ds.csv",
    at: EVENING - 60,
    add: 0,
    change: 1,
    drafts: [{ jti: phone.newId(), type: "household.changed", sub: third.id, body: { members: 9 } }],
  });
  phone.failSaying("full");
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
  expect((await screen.findByRole("alert")).textContent).toContain("Mới ghi được 0 / 1 bản ghi");
  expect(phone.drafts().get(`import/${phone.ward}`)).toBeTruthy();
  phone.failSaying(null);
  await user.click(screen.getByRole("button", { name: "Ghi tiếp" }));
  await waitFor(() => expect(phone.entries()).toHaveLength(before + 1));
});

test("a row in doubt is said to be a household that the ward has", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const before = phone.entries().length;
  const { user } = openImport(phone);
  await choose(user, file("2,7,20,Lê Hoàng Dũnng,16B,Lý Thường Kiệt,3,,"));
  const choice = await screen.findByRole("combobox", { name: "Dòng 2, Lê Hoàng Dũnng:" });
  await user.selectOptions(choice, "Là hộ 20 · Lê Hoàng Dũng");
  expect(screen.getByText(/^Sẽ thêm 0 hộ, sửa 1 hộ/)).toBeTruthy();
  await user.selectOptions(choice, "Không nhận dòng này");
  expect(screen.getByText("Tệp không có gì mới so với danh sách của phường.")).toBeTruthy();
  expect(phone.entries()).toHaveLength(before);
});

test("a tổ that the ward has not got is added where there is coverage, and its households are taken", async () => {
  const phone = await demoPhone({ self: OFFICE });
  phone.failCalls("unreachable");
  const { user } = openImport(phone);
  await choose(user, file("2,9,1,Bùi Thị Xa,2,Rạch Cỏ,2,,"));
  expect(await screen.findByText("Tệp không có gì mới so với danh sách của phường.")).toBeTruthy();
  const add = screen.getByRole("button", { name: "Thêm các tổ này vào phường" });
  await user.click(add);
  expect((await screen.findByRole("alert")).textContent).toBe("Chưa có mạng. Khi có mạng hãy bấm lại.");
  phone.failCalls(null);
  await user.click(add);
  expect(await screen.findByText(/^Sẽ thêm 1 hộ/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Thêm các tổ này vào phường" })).toBeNull();
  const described = phone.entries().at(-1)?.statement.claims;
  expect(described?.body["areas"]).toContainEqual({ code: "kp2/t09", name: "Tổ 9", kind: "to" });
});

test("a column with a strange heading is said to be what it is", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = openImport(phone);
  const strange = new File(
    ["Khu phố,Tổ,STT,Người đứng tên,Số nhà,Đường,Số nhân khẩu\n2,7,21,Ngô Thị Mới,18,Lê Lợi,3\n"],
    "la.csv",
  );
  await choose(user, strange);
  expect((await screen.findByRole("alert")).textContent).toBe(
    "Dòng 1: thiếu họ tên chủ hộ. Hãy chỉ cột ấy ở bên dưới, hoặc thêm vào tệp.",
  );
  await user.selectOptions(
    screen.getByRole("combobox", { name: "Cột ‘Người đứng tên’ là" }),
    "Họ tên chủ hộ",
  );
  expect(await screen.findByText(/^Sẽ thêm 1 hộ/)).toBeTruthy();
});

test("a list in TCVN3 is shown before and after, and may be read otherwise", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = openImport(phone);
  const bytes = readFileSync("tests/domain/import/golden/tcvn3.csv");
  await choose(user, new File([new Uint8Array(bytes)], "abc.csv"));
  expect(await screen.findByText(/^Đã nhận ra TCVN3/)).toBeTruthy();
  expect(screen.getByText("vắng buổi sáng, gặp buổi tối")).toBeTruthy();
  await user.selectOptions(screen.getByRole("combobox", { name: "Tệp viết bằng" }), "VNI (phông VNI-…)");
  expect(await screen.findByText("Đọc theo VNI (phông VNI-…):")).toBeTruthy();
});

test.each([
  ["Tệp này trống.", []],
  ["Tệp Excel kiểu cũ (.xls).", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ["Đây không phải danh sách .xlsx hay .csv", [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]],
] as const)("a file that is none is told in words: %s", async (words, bytes) => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = openImport(phone);
  await choose(user, new File([Uint8Array.from(bytes)], "danh-sach.xlsx"));
  expect((await screen.findByRole("alert")).textContent).toContain(words);
});

function openImport(phone: MemoryPhone) {
  vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
  return renderScreen(phone, <OfficeScreen />, { at: "/phuong/ho-dan/nhap" });
}

async function choose(user: ReturnType<typeof renderScreen>["user"], chosen: File) {
  const input = await screen.findByLabelText("Chọn tệp danh sách hộ");
  await user.upload(input, chosen);
}

function file(...rows: readonly string[]): File {
  return new File([[HEADER, ...rows].join("\r\n")], "ds.csv", { type: "text/csv" });
}

function kindOf(row: HTMLElement): string {
  const head = within(row).getByRole("rowheader").textContent;
  return `${head}: ${row.querySelector("b")?.textContent}`;
}
