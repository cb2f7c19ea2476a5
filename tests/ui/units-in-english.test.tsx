import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { HandbookCover } from "../../src/ui/handbook/HandbookCover.tsx";
import { Household } from "../../src/ui/household/Household.tsx";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { handbookPhone } from "./handbook-ward.ts";
import { renderAt } from "./render-at.tsx";
import { renderScreen } from "./render-screen.tsx";

// Units are words of the ward. Whoever reads in English learns beside each what it means.

const [anh] = HOUSEHOLDS;

const gift = (sub: string, body: Record<string, unknown>) => ({
  type: "contribution.recorded",
  sub,
  body: { for: "Đèn lộ ven kênh", on: "2026-03-01", ...body },
});

test("what the office added up says what its units mean, of one and of more; a measure stays as it is", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await phone.wardSays(phone.office, [
    gift("kp2", { kind: "lampPost", quantity: 15, unit: "trụ" }),
    gift("kp2", { kind: "labour", quantity: 1, unit: "ngày công" }),
    gift("kp2", { kind: "land", quantity: 6400, unit: "m²" }),
  ]);
  await phone.act.set({ language: "en" });
  renderScreen(phone, <OfficeScreen />, { at: "/phuong/dong-gop" });
  expect(await screen.findByText("15 trụ (lamp posts)")).toBeTruthy();
  expect(screen.getByText("1 ngày công (day of work)")).toBeTruthy();
  expect(screen.getByText("6,400 m²")).toBeTruthy();
});

test("the handbook says it too, and goes on with the Vietnamese name without saying the unit twice", async () => {
  const phone = await handbookPhone();
  const name = "Người sử dụng ma tuý";
  await phone.wardSays(phone.office, [
    { type: "indicator.defined", sub: "drugs", body: { name, unit: "người", better: "down" } },
    { type: "indicator.observed", sub: phone.ward, body: { indicator: "drugs", period: "2026", value: 17 } },
    gift("kp2", { kind: "lampPost", quantity: 15, unit: "trụ" }),
  ]);
  await phone.act.set({ language: "en" });
  renderAt(phone, "/so-tay/phuong-3/kp2", <HandbookCover />);
  const figure = await screen.findByText("17 người (people)");
  expect(figure.parentElement?.textContent).toBe("17 người (people) sử dụng ma tuý");
  expect(screen.getByText("Lamps: 15 trụ (lamp posts)")).toBeTruthy();
});

test.each([
  ["vi", "Đóng góp 2 triệu đồng: Đèn lộ ven kênh", "Đóng góp 2,5 ngày công: Đèn lộ ven kênh"],
  [
    "en",
    "Contributed 2,000,000 đồng: Đèn lộ ven kênh",
    "Contributed 2.5 ngày công (days of work): Đèn lộ ven kênh",
  ],
] as const)(
  "a household's diary writes numbers and units as its reader does (%s)",
  async (language, cash, labour) => {
    const phone = await demoPhone();
    await phone.wardSays(phone.office, [
      gift(anh.id, { kind: "cash", quantity: 2_000_000, unit: "đồng" }),
      gift(anh.id, { kind: "labour", quantity: 2.5, unit: "ngày công" }),
    ]);
    await phone.act.set({ language });
    renderScreen(phone, <Household id={anh.id} />);
    const said = await screen.findByText(cash);
    expect(within(said.closest("ul, ol") as HTMLElement).getByText(labour)).toBeTruthy();
  },
);
