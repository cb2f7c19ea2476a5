import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { Walk } from "../../src/ui/walk/Walk.tsx";
import { demoPhone, OFFICE } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

/** Who learnt to use a mouse on folders clicks everything twice: that is one act, and what undoes it undoes that one. */
test("a gift that was kept by a double click is kept once, and undone", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/dong-gop" });
  await user.type(await screen.findByRole("textbox", { name: "Bao nhiêu" }), "500000");
  await user.type(screen.getByRole("combobox", { name: /^Cho công trình/ }), "Đường hẻm 4");
  await user.dblClick(screen.getByRole("button", { name: "Ghi lại" }));
  // That the form is empty by now is no mistake of anybody's.
  expect(screen.queryByRole("alert")).toBeNull();
  expect((await screen.findAllByRole("rowheader", { name: /^Đường hẻm 4/ })).length).toBeGreaterThan(0);
  await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(screen.queryAllByRole("rowheader", { name: /^Đường hẻm 4/ })).toEqual([]));
  expect(typesSaid(phone)).toEqual(["contribution.recorded", "statement.retracted"]);
});

test("who clicks once more a moment later hears nothing of the form that is empty by then", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/dong-gop" });
  await user.type(await screen.findByRole("textbox", { name: "Bao nhiêu" }), "500000");
  await user.type(screen.getByRole("combobox", { name: /^Cho công trình/ }), "Đường hẻm 4");
  await user.click(screen.getByRole("button", { name: "Ghi lại" }));
  const amount = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Bao nhiêu" }).value;
  await waitFor(() => expect(amount()).toBe(""));
  fireEvent.click(screen.getByRole("button", { name: "Ghi lại" }), { detail: 2 });
  expect(screen.queryByRole("alert")).toBeNull();
});

test("copies that were written down by a double click are undone", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/kho-so-tay" });
  await user.type(await screen.findByRole("textbox", { name: "Số cuốn" }), "17");
  await user.dblClick(screen.getByRole("button", { name: "Ghi vào kho" }));
  await screen.findAllByText("Đã ghi: Khu phố 2 nhận 17 cuốn");
  await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  expect(await screen.findByText("Chưa ghi lần nhận nào.")).toBeTruthy();
});

test("the file of a change that was opened by a double click is the one that is shown", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user, where } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/sua-doi" });
  await user.type(await screen.findByRole("textbox", { name: "Về việc gì" }), "Giờ đổ rác");
  await user.dblClick(screen.getByRole("button", { name: "Mở hồ sơ" }));
  expect(await screen.findByRole("heading", { name: "Giờ đổ rác" })).toBeTruthy();
  expect(where()).toBe(`/phuong/sua-doi/${phone.entries().at(-1)?.statement.claims.sub ?? ""}`);
});

test("a meeting that was begun by a double tap is the one that is undone", async () => {
  const phone = await demoPhone();
  const { user } = renderScreen(phone, <Walk part="hop" />);
  await user.click(await screen.findByRole("button", { name: "Ghi buổi họp" }));
  await user.dblClick(await screen.findByRole("button", { name: "Lưu buổi họp" }));
  await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(typesSaid(phone)).toEqual(["meeting.held", "statement.retracted"]));
  const [held, taken] = phone.entries().slice(-2);
  expect(taken?.statement.claims.sub).toBe(held?.statement.claims.jti);
});

/** What the phone has said since the ward was furnished. */
function typesSaid(phone: MemoryPhone): string[] {
  return phone
    .entries()
    .filter(({ seq }) => seq === null)
    .map(({ statement }) => statement.claims.type);
}
