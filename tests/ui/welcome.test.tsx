import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import type { WardHere } from "../../src/phone/api/phone.ts";
import { WelcomeScreen } from "../../src/ui/welcome/WelcomeScreen.tsx";
import { demoPhone } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

test.each([
  ["volunteer", "/di-ho"],
  ["office", "/phuong"],
] as const)("an enrolled phone of a %s goes on to its work", async (role, address) => {
  const phone = await demoPhone({ self: { personName: "Cô Sáu", role, areas: ["kp2"] } });
  const { where } = renderScreen(phone, <WelcomeScreen />);
  await waitFor(() => expect(where()).toBe(address));
});

test("a reader who has a handbook goes on to it", async () => {
  const { where } = renderScreen(await demoPhone({ self: null }), <WelcomeScreen />);
  await waitFor(() => expect(where()).toBe("/so-tay/phuong-3"));
});

test("an address without a ward says so, and how one is made", async () => {
  renderScreen(await firstVisit([]), <WelcomeScreen />);
  expect(await screen.findByText("Chưa có phường nào")).toBeTruthy();
  expect(screen.getByText(/so-tay -- init/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Đăng ký máy bằng mã mời" }).getAttribute("href")).toBe("/vao");
});

test("the only ward of an address is opened at once", async () => {
  const { where } = renderScreen(await firstVisit([here("phuong-3", "Phường 3")]), <WelcomeScreen />);
  await waitFor(() => expect(where()).toBe("/so-tay/phuong-3"));
});

test("of several wards one is chosen", async () => {
  const phone = await firstVisit([here("phuong-1", "Phường 1"), here("phuong-3", "Phường 3")]);
  renderScreen(phone, <WelcomeScreen />);
  expect((await screen.findByRole("link", { name: "Phường 1" })).getAttribute("href")).toBe(
    "/so-tay/phuong-1",
  );
});

test("no coverage at the first visit is said in words, and can be tried again", async () => {
  const phone = await firstVisit([]);
  const failing = {
    ...phone,
    act: { ...phone.act, wardsHere: async () => ({ ok: false, error: "unreachable" }) as const },
  };
  const { user } = renderScreen(failing, <WelcomeScreen />);
  expect(await screen.findByText(/Đang không gọi được phường/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Thử lại" }));
  expect(await screen.findByText(/Đang không gọi được phường/)).toBeTruthy();
});

function here(ward: string, name: string): WardHere {
  return { ward, name, demo: false, areas: [] };
}

async function firstVisit(wards: readonly WardHere[]) {
  const phone = await demoPhone({ self: null });
  phone.setMemberships([]);
  return { ...phone, act: { ...phone.act, wardsHere: async () => ({ ok: true, value: wards }) as const } };
}
