import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Phone } from "../../src/phone/api/phone.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { relationShown } from "../../src/ui/parts/words/relation-words.ts";
import { speak } from "../../src/ui/text/i18n.ts";
import { allTexts } from "./all-texts.ts";
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
  await user.type(screen.getByRole("textbox", { name: "How much" }), "0.0");
  // How it was understood stands below, since it would mean something else in Vietnamese.
  expect(screen.getByText("= 0")).toBeTruthy();
  await user.clear(screen.getByRole("textbox", { name: "How much" }));
  await user.type(screen.getByRole("textbox", { name: "How much" }), "1,200.5");
  expect(screen.getByText("= 1,200.5")).toBeTruthy();
  await user.type(screen.getByRole("textbox", { name: /^Its worth/ }), "120.000");
  await user.click(screen.getByRole("button", { name: "Record" }));
  expect((await screen.findByRole("alert")).textContent).toBe("The worth is whole đồng, or left empty.");
  await user.clear(screen.getByRole("textbox", { name: /^Its worth/ }));
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
  // The ward has named it, and a screen reader says it as the ward does.
  expect(screen.getByRole("heading", { name: "Cờ" }).getAttribute("lang")).toBe("vi");
  expect(document.body.textContent).not.toMatch(IN_VIETNAMESE);
});

test("one and many are told apart where something waits, and reasons for praise are the reader's", async () => {
  const texts = allTexts();
  await speak(texts, "en");
  const office = texts.getFixedT("en", "office");
  const praise = texts.getFixedT("en", "praise");
  const waiting = [1, 2].map((count) => office("waiting.conflicts", { count, number: String(count) }));
  expect(waiting).toEqual(["1 household has two pledges", "2 households have two pledges"]);
  const met = [1, 2].map((count) => praise("why.meetings", { count, number: count }));
  expect(met).toEqual(["was at 1 meeting", "was at 2 meetings"]);
  // Vietnamese has one form for both.
  expect(texts.getFixedT("vi", "office")("waiting.conflicts", { count: 1, number: "1" })).toMatch(/^1 hộ/);
  const t = texts.getFixedT("en", "pledge");
  expect(["vợ hoặc chồng", "spouse", "cháu nội"].map((one) => relationShown(t, one))).toEqual([
    "wife or husband",
    "wife or husband",
    "cháu nội",
  ]);
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
