import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { enrol, giveOpinion } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { nameOfFocus, tabTo } from "./keys.ts";
import type { Line, OfficeClient } from "./office-client.ts";
import { createStage, WARD } from "./stage.ts";

const WORDS = "Đèn đường hẻm 12 hư đã lâu.";
const stage = createStage();
let app: App;
let log: OfficeClient;
beforeAll(async () => {
  ({ app, office: log } = await stage.open());
});
afterAll(() => stage.close());

/** A desk at the office's first page; from there on nothing is touched but keys. */
async function deskOf(width: number, height: number): Promise<Page> {
  const page = await stage.phoneOf({ viewport: { width, height } }).open();
  await enrol(page, linkIn(app.cli("invite", WARD, "office")), `Máy ${width}`);
  await page.getByRole("link", { name: "Ý kiến", exact: true }).waitFor();
  return page;
}

async function press(page: Page, name: RegExp, key = "Enter"): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

async function saidOf(type: string): Promise<Line | undefined> {
  return (await log.pull()).find(({ claims }) => claims.type === type);
}

const SOON = { timeout: 30_000 };

test("an opinion is taken in and answered by keyboard alone", async () => {
  const stranger = await stage.phoneOf().open();
  await giveOpinion(stranger, app.origin, WORDS);
  await stranger.getByText("Đã tới phường, đang chờ phường xem.").waitFor();
  const page = await deskOf(1280, 800);

  await press(page, /^link Chờ xét/);
  // The page that was opened begins at its heading.
  await expect.poll(() => nameOfFocus(page), SOON).toBe("heading Bản ghi chờ xét");
  await page.getByRole("button", { name: /^Nhận: / }).waitFor();
  await press(page, /^button Nhận: /);
  await page
    .getByText(/Đã giữ trong máy: nhận/)
    .first()
    .waitFor();
  await page.getByRole("heading", { name: "Bản ghi chờ xét" }).focus();
  // The rail stands before the page.
  await tabBackTo(page, /^link Ý kiến/);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: WORDS }).waitFor();
  await press(page, new RegExp(`^button ${WORDS}`));
  await press(page, /^button Trả lời$/);
  await expect.poll(() => nameOfFocus(page), SOON).toBe("textbox Phường trả lời");
  await page.keyboard.type("Tổ điện thay bóng trong tuần này.");
  await press(page, /^button Giữ câu trả lời$/);
  await page.getByText("Đã giữ trong máy: trả lời ý kiến").first().waitFor();
  await expect
    .poll(async () => (await saidOf("opinion.answered"))?.personal["answer"], SOON)
    .toBe("Tổ điện thay bóng trong tuần này.");
}, 120_000);

test("a gift is written down by keyboard alone, on a small desk", async () => {
  const page = await deskOf(900, 700);
  await press(page, /^link Đóng góp/);
  await expect.poll(() => nameOfFocus(page), SOON).toMatch(/^heading Đóng góp/);
  await tabTo(page, /^radio /);
  // Arrows choose among radio buttons.
  for (let pressed = 0; pressed < 5 && !(await nameOfFocus(page)).includes("Đất"); pressed++)
    await page.keyboard.press("ArrowDown");
  await fill(page, /^textbox Bao nhiêu/, "120");
  await fill(page, /^textbox Quy ra tiền/, "24.000.000");
  await fill(page, /^combobox Cho công trình/, "Mở rộng hẻm 12");
  await press(page, /^button Ghi lại$/);
  await page.getByRole("rowheader", { name: "Mở rộng hẻm 12", exact: true }).waitFor();
  await expect
    .poll(async () => (await saidOf("contribution.recorded"))?.claims.body, SOON)
    .toMatchObject({ kind: "land", quantity: 120, unit: "m²", worth: 24_000_000, for: "Mở rộng hẻm 12" });
}, 120_000);

async function fill(page: Page, name: RegExp, words: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(words);
}

async function tabBackTo(page: Page, name: RegExp): Promise<void> {
  for (let pressed = 0; pressed < 60; pressed++) {
    await page.keyboard.press("Shift+Tab");
    if (name.test(await nameOfFocus(page))) return;
  }
  throw new Error(`no way back by Tab to ${name}`);
}
