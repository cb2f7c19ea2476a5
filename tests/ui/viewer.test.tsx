import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

const VIEWER = { personName: "Ông Tám", deviceName: "Máy Đảng uỷ", role: "viewer", areas: ["kp2"] } as const;
const AT = { at: "/phuong" };

test("a viewer sees sums and opinions without words, and nothing that says something", async () => {
  const phone = await demoPhone({ self: VIEWER });
  await phone.wardSays(phone.office, [
    {
      type: "opinion.given",
      sub: "kp2",
      body: { channel: "meeting", article: 9, kind: "proposal" },
      // The server keeps it back; were it here, no screen would show it.
      personal: { text: "Lời riêng của bà con" },
    },
    { type: "handbook.delivered", sub: HOUSEHOLDS[0].id, body: { edition: 4, how: "hand" } },
  ]);
  renderScreen(phone, <OfficeScreen />, AT);
  expect(await screen.findByText(/Máy này xem: Khu phố 2\. Chỉ xem/)).toBeTruthy();
  expect(await screen.findByText(/^4 hộ · 14 nhân khẩu · phường đếm/)).toBeTruthy();
  const opinions = await screen.findByRole("region", { name: /^Bảng ý kiến/ });
  expect(within(opinions).getByText(/Điều 9/)).toBeTruthy();
  expect(screen.getByText(/^1 ý kiến: 1 chưa trả lời/)).toBeTruthy();
  const buttons = screen.getAllByRole("button").map((one) => one.textContent ?? "");
  const allowed = /^(In bảng|Khu phố 2|Xoá.*|Nơi.*|Hộ.*|Nhân khẩu.*|Đã.*|Tỷ lệ.*|Chờ.*|Hẹn.*|Chưa.*|)$/;
  expect(buttons.filter((name) => !allowed.test(name.trim()))).toEqual([]);
  expect(screen.queryByRole("navigation", { name: "Các trang của văn phòng" })).toBeNull();
  for (const name of ["Đi hộ", "Sổ gửi"]) expect(screen.queryByRole("link", { name })).toBeNull();
  expect(screen.queryByText(/Nguyễn Thị Ánh|Lời riêng/)).toBeNull();
});

test("without coverage the figures from before stand, and it says of when they are", async () => {
  const phone = await demoPhone({ self: VIEWER });
  await phone.act.fetchTotals(phone.ward);
  phone.failCalls("unreachable");
  renderScreen(phone, <OfficeScreen />, AT);
  expect(await screen.findByText(/^Đang không gọi được phường; dưới đây/)).toBeTruthy();
  expect(screen.getByText(/phường đếm hôm nay 18:30/)).toBeTruthy();
});

test("where nothing came yet that is said", async () => {
  const phone = await demoPhone({ self: VIEWER });
  phone.failCalls("unreachable");
  renderScreen(phone, <OfficeScreen />, AT);
  expect(await screen.findByText(/^Chưa có số nào trong máy này/)).toBeTruthy();
});

test("the office invites a viewer to areas that it chooses", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const asked: unknown[] = [];
  const { invite } = phone.act;
  const spied = {
    ...phone,
    act: {
      ...phone.act,
      invite: (...request: Parameters<typeof invite>) => {
        asked.push(request[1]);
        return invite(...request);
      },
    },
  };
  const { user } = renderScreen(spied, <OfficeScreen />, { at: "/phuong/thiet-bi" });
  await user.selectOptions(await screen.findByRole("combobox", { name: "Việc được giao" }), "viewer");
  expect(screen.getByText(/^Người xem \(Đảng uỷ/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Làm mã mời" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/ít nhất một khu phố/);
  await user.click(screen.getByRole("checkbox", { name: "Khu phố 2" }));
  await user.click(screen.getByRole("button", { name: "Làm mã mời" }));
  expect(await screen.findByRole("heading", { name: "Mã mời đã có" })).toBeTruthy();
  expect(asked).toMatchObject([{ role: "viewer", areas: ["kp2"] }]);
});
