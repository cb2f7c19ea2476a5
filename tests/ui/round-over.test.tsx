import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { MeScreen } from "../../src/ui/me/MeScreen.tsx";
import { CAMPAIGN, DAY, demoPhone, EVENING, OFFICE } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

/** Seconds, in the evening of a day in Việt Nam. */
const evening = (date: string) => Date.parse(`${date}T18:30:00+07:00`) / 1000;

test("more than seven days after the campaign, a volunteer is told to give the phone up", async () => {
  const phone = await demoPhone();
  phone.setNow(evening("2027-01-08"));
  renderScreen(phone, <MeScreen />);
  const line = await screen.findByText(/^Đợt vận động đã hết từ ngày 31\/12\/2026/);
  expect(line.querySelector("a")?.getAttribute("href")).toBe("/toi/roi-may");
  expect(line.querySelector("a")?.textContent).toBe("Thôi dùng máy này");
});

test("in English, too", async () => {
  const phone = await demoPhone();
  phone.setNow(evening("2027-01-08"));
  await phone.act.set({ language: "en" });
  renderScreen(phone, <MeScreen />);
  expect(await screen.findByText(/^The campaign ended on 31\/12\/2026/)).toBeTruthy();
});

const QUIET: readonly (readonly [string, () => Promise<MemoryPhone>])[] = [
  ["seven days after it", () => at("2027-01-07")],
  ["while it runs", () => at("2026-11-23")],
  ["while a newer one is open", () => at("2027-01-08", "2027-01-02", "2027-12-31")],
  ["seven days after a newer one", () => at("2027-03-07", "2027-01-02", "2027-02-28")],
  ["where none ever was", () => demoPhone({ campaign: false })],
  [
    "in the office",
    async () => {
      const phone = await demoPhone({ self: OFFICE });
      phone.setNow(evening("2027-01-08"));
      return phone;
    },
  ],
];

test.each(QUIET)("nobody is told so %s", async (_, make) => {
  renderScreen(await make(), <MeScreen />);
  await screen.findByText("Phường 3");
  expect(screen.queryByText(/^Đợt vận động đã hết/)).toBeNull();
});

test("a newer one that the office closed keeps nobody waiting", async () => {
  const phone = await at("2027-01-08", "2027-01-02", "2027-12-31");
  await phone.wardSays(phone.office, [{ type: "campaign.closed", sub: "2027", body: {} }], EVENING + DAY);
  renderScreen(phone, <MeScreen />);
  expect(await screen.findByText(/^Đợt vận động đã hết từ ngày 31\/12\/2026/)).toBeTruthy();
});

/** Cô Sáu's phone on a day, and a further campaign, where it is given. */
async function at(day: string, from?: string, to?: string): Promise<MemoryPhone> {
  const phone = await demoPhone();
  if (from !== undefined) {
    const further = { ...CAMPAIGN, sub: "2027", body: { ...CAMPAIGN.body, from, to } };
    await phone.wardSays(phone.office, [further], EVENING);
  }
  phone.setNow(evening(day));
  return phone;
}
