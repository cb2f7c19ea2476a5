import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Phone } from "../../src/phone/phone.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

test("what was given is read and typed as English writes it", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await phone.wardSays(phone.office, [
    gift("kp2", { kind: "land", quantity: 15_600.5, unit: "m²", worth: 3_120_000_000 }),
    gift(HOUSEHOLDS[0].id, { kind: "cash", quantity: 6_000_000, unit: "đồng" }),
  ]);
  const user = await openInEnglish(phone, "/phuong/dong-gop");
  const works = await screen.findByRole("region", { name: /^Table by work/ });
  const cells = within(works)
    .getAllByRole("cell")
    .map((cell) => cell.textContent);
  expect(cells[0]).toBe("6,000,000 đồng");
  expect(cells.at(-1)).toBe("Land 15,600.5 m² · 3,120,000,000 đồng");
  await user.click(screen.getByRole("radio", { name: "Land" }));
  await user.type(screen.getByRole("textbox", { name: "How much" }), "1,200.5");
  await user.type(screen.getByRole("textbox", { name: /^Its worth/ }), "120,000,000");
  expect(screen.getByText("120,000,000 đồng")).toBeTruthy();
  await user.type(screen.getByRole("combobox", { name: /^For which work/ }), "Đường hẻm 4");
  await user.selectOptions(screen.getByRole("combobox", { name: "Where" }), "kp2");
  await user.click(screen.getByRole("button", { name: "Record" }));
  await screen.findByText("The contribution is recorded");
  expect(phone.entries().at(-1)?.statement.claims.body).toMatchObject({
    quantity: 1200.5,
    worth: 120_000_000,
  });
  expect(document.body.textContent).not.toMatch(IN_VIETNAMESE);
});

test("what was counted has English points, and no Vietnamese word for money or parts", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await phone.wardSays(phone.office, [
    { type: "indicator.defined", sub: "flags", body: { name: "Cờ", unit: "%", better: "up", article: "13" } },
    {
      type: "indicator.observed",
      sub: phone.ward,
      body: { indicator: "flags", period: "2026", numerator: 82_100, denominator: 100_300 },
    },
  ]);
  await openInEnglish(phone, "/phuong/chi-tieu");
  expect(await screen.findByText("81.85%")).toBeTruthy();
  expect(screen.getByText("82,100 of 100,300")).toBeTruthy();
  expect(document.body.textContent).not.toMatch(IN_VIETNAMESE);
});

/** '1.003', '81,85%', '3 tỷ 120 triệu đồng'; a day, 24.11.2026 say, is none. */
const IN_VIETNAMESE = /(?<![\d.])\d{1,3}\.\d{3}(?!\d)|\d,\d{1,2}(?!\d)|\d (tỷ|triệu|nghìn) /;

async function openInEnglish(phone: Phone, at: string) {
  await phone.act.set({ language: "en" });
  return renderScreen(phone, <OfficeScreen />, { at }).user;
}

function gift(place: string, body: Record<string, unknown>) {
  return {
    type: "contribution.recorded",
    sub: place,
    body: { for: "Lộ ven kênh", on: "2026-03-01", ...body },
  };
}
