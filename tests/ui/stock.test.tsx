import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { CAMPAIGN, demoPhone, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const at = "/phuong/kho-so-tay";

test("copies that a khu phố received are written down, stand against what was handed out, and can be taken back at once", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await deliver(phone, HOUSEHOLDS[0].id);
  const { user } = renderScreen(phone, <OfficeScreen />, { at });
  expect(await screen.findByText("Chưa ghi nhận từ nhà in cuốn nào")).toBeTruthy();
  await waitFor(() => expect(figures()).toEqual(["–", "1", "–", "3", "–"]));
  await user.type(screen.getByRole("textbox", { name: "Số cuốn" }), "3{Enter}");
  await screen.findAllByText("Đã ghi: Khu phố 2 nhận 3 cuốn");
  await waitFor(() => expect(figures()).toEqual(["3", "1", "2", "3", "1"]));
  await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(figures()?.[0]).toBe("–"));
  expect(screen.getByText("Chưa ghi lần nhận nào.")).toBeTruthy();
});

test("who lacks a handbook is named, and each leads to its household", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await deliver(phone, HOUSEHOLDS[0].id);
  const { user } = renderScreen(phone, <OfficeScreen />, { at });
  await user.click(await screen.findByText("Khu phố 2: 3 hộ chưa có sổ"));
  const links = await screen.findAllByRole("link", { name: /^Hộ \d/ });
  expect(links.map((link) => link.getAttribute("href"))).toEqual(
    HOUSEHOLDS.slice(1).map(({ id }) => `/ho/${id}`),
  );
});

test("what is no number of copies is told in words, and nothing is kept; a wrong entry is taken back later", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = renderScreen(phone, <OfficeScreen />, { at });
  const box = await screen.findByRole("textbox", { name: "Số cuốn" });
  for (const wrong of ["0", "-5", "1,5", "mười", " "]) {
    await user.clear(box);
    await user.type(box, `${wrong}{Enter}`);
    expect(screen.getByRole("alert").textContent).toBe("Hãy ghi số cuốn bằng chữ số, từ 1 trở lên.");
  }
  expect(screen.getByText("Chưa ghi lần nhận nào.")).toBeTruthy();
  await user.selectOptions(screen.getByRole("combobox", { name: "Nơi nhận" }), "Phường (nhận từ nhà in)");
  await user.clear(box);
  await user.type(box, "1.003{Enter}");
  expect(await screen.findByText("Nhận từ nhà in: 1.003 cuốn")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: /^Rút lại lần ghi 1.003 cuốn/ }));
  expect(await screen.findByText("Chưa ghi nhận từ nhà in cuốn nào")).toBeTruthy();
});

test("copies stay handed out whichever edition, campaign or household follows; each edition has a table of its own", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const [first, second] = HOUSEHOLDS;
  await deliver(phone, first.id);
  await deliver(phone, second.id);
  const stocked = (edition: number, copies: number) =>
    phone.wardSays(phone.office, [{ type: "handbook.stocked", sub: "kp2", body: { edition, copies } }]);
  await stocked(4, 5);
  renderScreen(phone, <OfficeScreen />, { at });
  await waitFor(() => expect(figures()).toEqual(["5", "2", "3", "2", "0"]));
  await phone.wardSays(phone.office, [
    { type: "household.closed", sub: second.id, body: { reason: "other" } },
    { ...CAMPAIGN, sub: "2027", body: { ...CAMPAIGN.body, from: "2026-11-30", to: "2027-12-31" } },
  ]);
  await waitFor(() => expect(figures()).toEqual(["5", "2", "3", "2", "0"]));
  expect(screen.queryByRole("heading", { name: /^Bản/ })).toBeNull();
  await phone.wardSays(phone.office, [
    { ...CAMPAIGN, sub: "2027", body: { ...CAMPAIGN.body, from: "2026-11-30", editions: { kp2: 5 } } },
  ]);
  await stocked(5, 2);
  await waitFor(() => expect(figures("Bản 5")).toEqual(["2", "0", "2", "3", "1"]));
  expect(figures("Bản 4 (hiện không phát)")).toEqual(["5", "2", "3"]);
});

async function deliver(phone: MemoryPhone, household: string) {
  await phone.wardSays(phone.office, [
    { type: "handbook.delivered", sub: household, body: { edition: 4, how: "hand" } },
  ]);
}

function figures(table?: string) {
  const heading = table === undefined ? null : screen.getByRole("heading", { name: table });
  const card = heading?.closest("section") ?? document.body;
  const row = within(card).getAllByRole("row", { name: /^Khu phố 2/ })[0];
  return (
    row &&
    within(row)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent)
  );
}
