import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Draft } from "../../src/domain/statement.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const AT = { at: "/phuong/chi-tieu" };

async function withFlags(...figures: Draft[]): Promise<MemoryPhone> {
  const phone = await demoPhone({ self: OFFICE });
  const body = { name: "Hộ treo cờ ngày lễ, Tết", unit: "%", better: "up", article: "13" };
  await phone.wardSays(phone.office, [{ type: "indicator.defined", sub: "flags", body }, ...figures]);
  return phone;
}

test("this year stands beside last year with its parts, and a whole of nothing is told in a sentence", async () => {
  const phone = await withFlags(
    observed("phuong-3", "2025", 693, 990),
    observed("phuong-3", "2026", 821, 1003),
    observed("kp2", "2026", 0, 0),
  );
  renderScreen(phone, <OfficeScreen />, AT);
  const table = await screen.findByRole("region", { name: /^Bảng Hộ treo cờ/ });
  expect(cellsOf(table, "Phường 3")).toEqual(["81,85%821 trên 1.003", "70%693 trên 990", "tốt hơn"]);
  expect(cellsOf(table, "Khu phố 2")).toEqual([
    "Không có hộ hay việc nào thuộc diện tính, nên chưa có tỷ lệ0 trên 0",
    "–",
    "chưa so được",
  ]);
});

test("a figure is recorded with part and whole, replaces what stands, and comes back by undoing", async () => {
  const phone = await withFlags();
  await phone.act.say(phone.ward, [observed("kp2", "2026", 70, 341)]);
  const wrong = phone.entries().at(-1)?.statement.claims.jti;
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: "Ghi số: Hộ treo cờ ngày lễ, Tết" }));
  await user.click(screen.getByRole("button", { name: "Ghi lại" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Hãy ghi đủ các con số.");
  await user.selectOptions(screen.getByRole("combobox", { name: "Số của" }), "kp2");
  expect(screen.getByText("Đang có: 20,53%. Số mới sẽ thay số này.")).toBeTruthy();
  await user.type(screen.getByRole("textbox", { name: "Số đạt" }), "283");
  await user.type(screen.getByRole("textbox", { name: "Tổng số" }), "341");
  await user.click(screen.getByRole("button", { name: "Thay số cũ" }));
  expect(await screen.findByText("82,99%")).toBeTruthy();
  expect(lastSaid(phone, 2)).toEqual([
    ["statement.retracted", wrong, { reason: "mistake" }],
    [
      "indicator.observed",
      "kp2",
      { indicator: "flags", period: "2026", numerator: 283, denominator: 341, corrects: wrong },
    ],
  ]);
  await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  expect(await screen.findByText("20,53%")).toBeTruthy();
});

test("a tổ is counted by household: each stays with the ward, and the sum is the tổ's figure", async () => {
  const phone = await withFlags();
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: "Đếm từng hộ: Hộ treo cờ ngày lễ, Tết" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Tổ" }), "kp2/t07");
  await user.click(screen.getByRole("checkbox", { name: "Hộ 18 · Nguyễn Thị Ánh" }));
  await user.click(screen.getByRole("checkbox", { name: "Hộ 19 · Trần Văn Bảy" }));
  await user.click(screen.getByRole("button", { name: "Ghi lại" }));
  expect(await screen.findByText(/^Đếm từng hộ: 66,67%, 3 hộ đã đếm/)).toBeTruthy();
  expect(cellsOf(screen.getByRole("region", { name: /^Bảng/ }), "Tổ 7")[0]).toBe("66,67%2 trên 3");
  expect(lastSaid(phone, 4).map(([, sub, body]) => [sub, body["numerator"], body["denominator"]])).toEqual([
    ["kp2/t07", 2, 3],
    [HOUSEHOLDS[0].id, 1, 1],
    [HOUSEHOLDS[1].id, 1, 1],
    [HOUSEHOLDS[2].id, 0, 1],
  ]);
});

test("a household whose data were erased is not counted, and nothing new is said of it", async () => {
  const [erased, ...others] = HOUSEHOLDS.slice(0, 3).map(({ id }) => id);
  const phone = await withFlags({ type: "data.erased", sub: String(erased), body: {} });
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: "Đếm từng hộ: Hộ treo cờ ngày lễ, Tết" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Tổ" }), "kp2/t07");
  await user.click(screen.getByRole("checkbox", { name: "Hộ 19 · Trần Văn Bảy" }));
  await user.click(screen.getByRole("button", { name: "Ghi lại" }));
  expect(await screen.findByText(/^Đếm từng hộ: 50%, 2 hộ đã đếm/)).toBeTruthy();
  expect(lastSaid(phone, 3).map(([, sub, body]) => [sub, body["numerator"], body["denominator"]])).toEqual([
    ["kp2/t07", 1, 2],
    [others[0], 1, 1],
    [others[1], 0, 1],
  ]);
});

test("what is half filled outlives leaving the page: a figure, a count by household, an indicator", async () => {
  const phone = await withFlags();
  const first = renderScreen(phone, <OfficeScreen />, AT);
  await first.user.click(await screen.findByRole("button", { name: "Ghi số: Hộ treo cờ ngày lễ, Tết" }));
  await first.user.type(screen.getByRole("textbox", { name: "Số đạt" }), "283");
  await first.user.click(screen.getByRole("button", { name: "Đếm từng hộ: Hộ treo cờ ngày lễ, Tết" }));
  await first.user.selectOptions(await screen.findByRole("combobox", { name: "Tổ" }), "kp2/t07");
  await first.user.click(screen.getByRole("checkbox", { name: "Hộ 19 · Trần Văn Bảy" }));
  first.unmount();
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: "Đếm từng hộ: Hộ treo cờ ngày lễ, Tết" }));
  const tapped = await screen.findByRole<HTMLInputElement>("checkbox", { name: "Hộ 19 · Trần Văn Bảy" });
  expect([tapped.checked, screen.getByRole<HTMLSelectElement>("combobox", { name: "Tổ" }).value]).toEqual([
    true,
    "kp2/t07",
  ]);
  await user.click(screen.getByRole("button", { name: "Ghi số: Hộ treo cờ ngày lễ, Tết" }));
  expect((await screen.findByRole<HTMLInputElement>("textbox", { name: "Số đạt" })).value).toBe("283");
});

test("a new indicator gets an id from its name, and is undone", async () => {
  const phone = await withFlags();
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: "Chỉ tiêu mới" }));
  await user.type(screen.getByRole("textbox", { name: "Tên chỉ tiêu" }), "Người sử dụng ma tuý");
  await user.clear(screen.getByRole("textbox", { name: "Đơn vị" }));
  await user.type(screen.getByRole("textbox", { name: "Đơn vị" }), "người");
  await user.click(screen.getByRole("radio", { name: "Càng thấp càng tốt" }));
  await user.click(screen.getByRole("button", { name: "Ghi lại" }));
  expect(await screen.findByRole("heading", { name: "Người sử dụng ma tuý" })).toBeTruthy();
  expect(lastSaid(phone, 1)[0]).toEqual([
    "indicator.defined",
    "nguoi-su-dung-ma-tuy",
    { name: "Người sử dụng ma tuý", unit: "người", better: "down" },
  ]);
  await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(screen.queryByRole("heading", { name: "Người sử dụng ma tuý" })).toBeNull());
});

function observed(sub: string, period: string, numerator: number, denominator: number): Draft {
  return { type: "indicator.observed", sub, body: { indicator: "flags", period, numerator, denominator } };
}

function lastSaid(phone: MemoryPhone, count: number) {
  return phone
    .entries()
    .slice(-count)
    .map(({ statement: { claims } }) => [claims.type, claims.sub, claims.body] as const);
}

function cellsOf(region: HTMLElement, row: string): (string | null)[] {
  const header = within(region).getByRole("rowheader", { name: row });
  const cells = header.closest("tr")?.querySelectorAll("td") ?? [];
  return [...cells].map(({ textContent }) => textContent);
}
