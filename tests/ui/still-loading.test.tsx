import { act, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, OFFICE } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

test.each([
  ["/phuong/ho-dan", "Tải về (.csv)"],
  ["/phuong/ho-dan/nhap", "Chọn tệp danh sách hộ"],
  ["/phuong/kho-so-tay", "Ghi số sổ đã nhận"],
  ["/phuong/y-kien", "Chưa có ý kiến nào"],
  ["/phuong/yeu-cau-du-lieu", "Chưa có yêu cầu nào"],
] as const)("%s takes no part of the ward for all of it", async (at, words) => {
  const phone = await demoPhone({ self: OFFICE });
  phone.setSending({ whole: false, fetching: { got: 3000, of: 41_000 }, lastSuccess: null });
  renderScreen(phone, <OfficeScreen />, { at });
  expect(await screen.findByText("Đã lấy 3.000 trên 41.000 bản ghi")).toBeTruthy();
  expect(screen.queryAllByText(words)).toEqual([]);
  act(() => phone.setSending({ whole: true }));
  expect((await screen.findAllByText(words)).length).toBeGreaterThan(0);
});
