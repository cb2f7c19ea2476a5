import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, describedAs, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const there = HOUSEHOLDS.filter(({ area }) => area === "kp2/t07").map(({ id }) => id);

/** The office's phone in a ward whose tổ 7 ended yesterday, into the khu phố around it. */
async function wardWithout7() {
  const phone = await demoPhone({ self: OFFICE });
  await describedAs(phone, {
    areas: [
      { code: "kp2", name: "Khu phố 2", kind: "khuPho" },
      { code: "kp2/t07", name: "Tổ 7", kind: "to", to: "2026-11-22", into: "kp2" },
      { code: "kp2/t08", name: "Tổ 8", kind: "to" },
    ],
  });
  return phone;
}

test("the office is told of households that stand in a tổ that has ended", async () => {
  renderScreen(await wardWithout7(), <OfficeScreen />, { at: "/phuong" });
  expect(await screen.findByText(`${there.length} hộ còn ở khu phố, tổ đã thôi`)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Chuyển sang tổ mới" }).getAttribute("href")).toBe(
    "/phuong/ho-dan",
  );
});

const NAME = `Tổ 7 · Khu phố 2 (đến 22/11/2026): ${there.length} hộ`;

/** All of them are moved to tổ 8. */
async function moveAll(phone: MemoryPhone) {
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/ho-dan" });
  await user.selectOptions(await screen.findByRole("combobox", { name: NAME }), "Tổ 8 · Khu phố 2");
  await user.click(screen.getByRole("button", { name: `Chuyển ${there.length} hộ` }));
  const kept = `Đã giữ trong máy: chuyển ${there.length} hộ sang tổ mới`;
  expect((await screen.findAllByText(kept)).length).toBeGreaterThan(0);
  // Asked no more while they wait.
  expect(screen.queryByRole("combobox", { name: NAME })).toBeNull();
  return user;
}

test("all of them go to another tổ at once, and are asked about no more", async () => {
  const phone = await wardWithout7();
  const before = phone.entries().length;
  await moveAll(phone);
  await waitFor(() => expect(phone.entries()).toHaveLength(before + there.length), { timeout: 15_000 });
  const said = phone
    .entries()
    .slice(before)
    .map(({ statement: { claims } }) => [claims.type, claims.sub, claims.body]);
  expect(said).toEqual(there.map((id) => ["household.moved", id, { area: "kp2/t08" }]));
  await screen.findByRole("button", { name: "In" });
  expect(screen.queryByRole("heading", { name: /tổ đã thôi$/ })).toBeNull();
});

test("until it is said it may be undone, and is asked again", async () => {
  const phone = await wardWithout7();
  const before = phone.entries().length;
  const user = await moveAll(phone);
  await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  expect((await screen.findByRole<HTMLSelectElement>("combobox", { name: NAME })).value).toBe("kp2/t08");
  expect(phone.entries()).toHaveLength(before);
});

test("a household whose data were erased stays where it was", async () => {
  const phone = await wardWithout7();
  await phone.wardSays(
    phone.office,
    there.map((sub) => ({ type: "data.erased", sub, body: {} })),
  );
  renderScreen(phone, <OfficeScreen />, { at: "/phuong/ho-dan" });
  await screen.findByRole("button", { name: "In" });
  expect(screen.queryByRole("heading", { name: /tổ đã thôi$/ })).toBeNull();
});

test("the tổ of what goes on with it come first, and one that does so itself need not be chosen", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await describedAs(phone, {
    areas: [
      { code: "kp1", name: "Khu phố 1", kind: "khuPho" },
      { code: "kp1/t01", name: "Tổ 1", kind: "to" },
      { code: "kp2", name: "Khu phố 2", kind: "khuPho" },
      { code: "kp2/t07", name: "Tổ 7", kind: "to", to: "2026-11-22", into: "kp2" },
      { code: "kp2/t08", name: "Tổ 8", kind: "to", to: "2026-11-22", into: "kp2/t09" },
      { code: "kp2/t09", name: "Tổ 9", kind: "to" },
    ],
  });
  renderScreen(phone, <OfficeScreen />, { at: "/phuong/ho-dan" });
  const seven = await screen.findByRole<HTMLSelectElement>("combobox", { name: /^Tổ 7/ });
  const names = [...seven.options].map(({ text }) => text);
  expect([seven.value, ...names]).toEqual(["", "Chưa chọn", "Tổ 9 · Khu phố 2", "Tổ 1 · Khu phố 1"]);
  expect(screen.getByRole<HTMLSelectElement>("combobox", { name: /^Tổ 8/ }).value).toBe("kp2/t09");
});

test("before and after the move the office is told which households are alike by number and street, and where to look", async () => {
  const phone = await wardWithout7();
  // Number 19 of Lý Thường Kiệt stands in both, number 18 in another street.
  const twins = [
    { number: 19, head: "Võ Thị Hai", address: "90 Lý Thường Kiệt" },
    { number: 18, head: "Võ Thị Ba", address: "92 Lý Thường Kiệt" },
  ];
  for (const { number, head, address } of twins) {
    const personal = { number, head, address };
    await phone.wardSays(phone.office, [
      {
        type: "household.registered",
        sub: phone.newId(),
        body: { area: "kp2/t08", members: 2 },
        personal,
      },
    ]);
  }
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/ho-dan" });
  const choice = await screen.findByRole("combobox", { name: NAME });
  expect(screen.queryByText(/trùng số/)).toBeNull();
  await user.selectOptions(choice, "Tổ 8 · Khu phố 2");
  const told = screen.getByText(
    "Chuyển như vậy thì có 1 chỗ trùng số, cùng đường trong một tổ:",
  ).parentElement;
  expect(told?.textContent).toMatch(/Hộ 19 · Trần Văn Bảy.*Tổ 7.*Hộ 19 · Võ Thị Hai.*Tổ 8/);
  await user.click(screen.getByRole("button", { name: `Chuyển ${there.length} hộ` }));
  const link = await screen.findByRole("link", { name: "Xem và sửa số" }, { timeout: 15_000 });
  expect(screen.getByText(/^Có 1 chỗ trùng số, cùng đường trong một tổ\./)).toBeTruthy();
  await user.click(link);
  expect(await screen.findByRole("heading", { name: "Trùng số 19: Tổ 8 · Khu phố 2" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Hộ 19 · Trần Văn Bảy" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Để nguyên số 19: Tổ 8 · Khu phố 2" }));
  await waitFor(() => expect(screen.queryByRole("heading", { name: /^Trùng số/ })).toBeNull());
  expect(screen.getByRole("button", { name: "Xem lại 1 nhóm đã bỏ qua" })).toBeTruthy();
});
