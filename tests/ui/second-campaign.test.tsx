import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { CAMPAIGN, DAY, demoPhone, EVENING, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

// A second campaign that hands out the same edition: who has it already is told apart from whom it was given now.

const TITLE = "Cam kết thực hiện quy ước năm 2027";

/** An office whose second campaign began yesterday: one household was given the handbook before, one today. */
async function secondCampaign() {
  const phone = await demoPhone({ self: OFFICE });
  const deliver = (household: string, at: number) =>
    phone.wardSays(
      phone.office,
      [{ type: "handbook.delivered", sub: household, body: { edition: 4, how: "hand" } }],
      at,
    );
  const [first, second] = HOUSEHOLDS;
  await deliver(first.id, EVENING - 5 * DAY);
  const body = { ...CAMPAIGN.body, title: TITLE, from: "2026-11-22", to: "2027-06-30" };
  await phone.wardSays(phone.office, [{ ...CAMPAIGN, sub: "2027", body }]);
  await deliver(second.id, EVENING);
  return phone;
}

test("the stock says of which campaign it speaks, and who had that edition before", async () => {
  renderScreen(await secondCampaign(), <OfficeScreen />, { at: "/phuong/kho-so-tay" });
  expect(await screen.findByText(`Bản 4, đang phát trong đợt “${TITLE}”`)).toBeTruthy();
  expect(screen.getByText("Phát trong đợt này: 1 hộ")).toBeTruthy();
  expect(screen.getByText("Có bản này từ trước đợt: 1 hộ")).toBeTruthy();
});

test("the overview tells those that had it before from those that were given it, and a first campaign says nothing of it", async () => {
  const first = renderScreen(await demoPhone({ self: OFFICE }), <OfficeScreen />, { at: "/phuong" });
  const label = await screen.findByText("sổ đã phát");
  expect(label.closest(".ring-card")?.textContent).not.toMatch(/trước đợt/);
  first.unmount();
  renderScreen(await secondCampaign(), <OfficeScreen />, { at: "/phuong" });
  const card = async () => (await screen.findByText("sổ đã phát")).closest(".ring-card")?.textContent;
  await waitFor(async () =>
    expect(await card()).toMatch(/^.*2 sổ đã phát.*trong đó 1 hộ có từ trước đợt này/),
  );
});
