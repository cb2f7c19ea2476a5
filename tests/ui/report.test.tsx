import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Draft } from "../../src/domain/statement.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, EVENING, HOUSEHOLDS, OFFICE, pledgeOf } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const AT = { at: "/phuong/bao-cao" };

/** A ward of four households: two have the handbook, one of them has pledged; land was given, flags were counted twice. */
async function reportPhone(...more: Draft[]): Promise<MemoryPhone> {
  const phone = await demoPhone({ self: OFFICE });
  const [first, second] = HOUSEHOLDS;
  const delivered = (sub: string): Draft => ({
    type: "handbook.delivered",
    sub,
    body: { edition: 4, how: "hand" },
  });
  await phone.wardSays(
    phone.office,
    [delivered(first.id), delivered(second.id), pledgeOf(first.id), ...counted(), gift("kp2", 6400), ...more],
    EVENING - 86_400,
  );
  return phone;
}

test("the report is composed from what is on record, and each figure leads to the records behind it", async () => {
  const shut: Draft = { type: "visit.logged", sub: HOUSEHOLDS[2].id, body: { outcome: "absent" } };
  const phone = await reportPhone(shut);
  const { user, where } = renderScreen(phone, <OfficeScreen />, AT);
  const sheet = await screen.findByRole("article", { name: "Bản xem trước của báo cáo" });
  expect(sheet.textContent).toContain(
    "tới 3 hộ (75% số hộ), gặp được 2 hộ (50% số hộ); trao sổ tay quy ước cho 2 hộ (50% số hộ); có 1 hộ (25% số hộ)",
  );
  expect(sheet.textContent).toContain("Hộ treo cờ ngày lễ, Tết: 81,85% (821 trên 1.003), năm 2025 là 70%.");
  await user.click(within(sheet).getAllByRole("link", { name: "2 hộ" })[1] as HTMLElement);
  expect(where()).toBe("/phuong/bao-cao?ky=nam-2026&so=reach.delivered");
  expect(await screen.findByRole("heading", { name: "Hộ đã nhận sổ tay: 2 hộ" })).toBeTruthy();
  expect(screen.getByText("2 bản ghi làm nên con số này")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Hộ 18 · Nguyễn Thị Ánh" }).getAttribute("href")).toBe(
    `/ho/${HOUSEHOLDS[0].id}`,
  );
  await user.click(screen.getByRole("link", { name: "Về báo cáo" }));
  await user.click((await screen.findAllByRole("link", { name: "6.400 m²" }))[0] as HTMLElement);
  const list = await screen.findByRole("region", { name: /^Danh sách Đất hiến/ });
  expect(
    within(list).getByRole("row", { name: /6\.400 m² cho “Mở rộng lộ ven kênh”.* Khu phố 2 6\.400/ }),
  ).toBeTruthy();
});

test("a year of which nothing is on record gets a sentence instead of a report of noughts", async () => {
  const phone = await reportPhone();
  renderScreen(phone, <OfficeScreen />, { at: "/phuong/bao-cao?ky=nam-2019" });
  expect(
    await screen.findByText("Trong máy chưa có bản ghi nào của năm 2019, nên chưa có gì để tổng kết."),
  ).toBeTruthy();
  expect(screen.queryByRole("article")).toBeNull();
});

test("an indicator whose whole is 0 is told in a sentence", async () => {
  const phone = await reportPhone({
    type: "indicator.observed",
    sub: "phuong-3",
    body: { indicator: "flags", period: "2026", numerator: 0, denominator: 0 },
  });
  renderScreen(phone, <OfficeScreen />, AT);
  const sheet = await screen.findByRole("article");
  expect(sheet.textContent).toContain(
    "Hộ treo cờ ngày lễ, Tết: chưa tính được tỷ lệ vì không có hộ hay việc nào thuộc diện tính",
  );
});

test("a passage that was written anew survives leaving, keeps its links, tells when figures change, and is taken back", async () => {
  const phone = await reportPhone();
  const first = renderScreen(phone, <OfficeScreen />, AT);
  await first.user.click(await screen.findByRole("button", { name: "Sửa đoạn: Trao sổ tay, cam kết" }));
  const field = screen.getByRole("textbox", { name: "Trao sổ tay, cam kết" });
  await first.user.clear(field);
  await first.user.type(field, "Bà con vui lắm, 1 hộ ký ngay buổi đầu.");
  first.unmount();
  const [, second] = HOUSEHOLDS;
  const again = renderScreen(phone, <OfficeScreen />, AT);
  const text = await screen.findByText(/Bà con vui lắm,/);
  expect(within(text).getByRole("link", { name: "1 hộ" }).getAttribute("href")).toContain("so=reach.pledged");
  expect(screen.queryByRole("note")).toBeNull();
  await phone.wardSays(phone.office, [pledgeOf(second.id)], EVENING - 3600);
  expect((await screen.findByRole("note")).textContent).toMatch(
    /^Số liệu đã đổi từ khi viết đoạn này\..*có 2 hộ/,
  );
  await again.user.click(screen.getByRole("button", { name: "Lấy lại đoạn soạn sẵn: Trao sổ tay, cam kết" }));
  expect(screen.queryByText(/Bà con vui lắm,/)).toBeNull();
});

function counted(): Draft[] {
  const figure = (period: string, numerator: number, denominator: number): Draft => ({
    type: "indicator.observed",
    sub: "phuong-3",
    body: { indicator: "flags", period, numerator, denominator },
  });
  const body = { name: "Hộ treo cờ ngày lễ, Tết", unit: "%", better: "up", article: "13" };
  return [
    { type: "indicator.defined", sub: "flags", body },
    figure("2025", 693, 990),
    figure("2026", 821, 1003),
  ];
}

function gift(sub: string, quantity: number): Draft {
  const body = {
    kind: "land",
    quantity,
    unit: "m²",
    worth: quantity * 200_000,
    for: "Mở rộng lộ ven kênh",
    on: "2026-11-02",
  };
  return { type: "contribution.recorded", sub, body };
}
