import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { enrol, giveOpinion } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { nameOfFocus, tabTo } from "./keys.ts";
import type { Line, OfficeClient } from "./office-client.ts";
import { createStage, desksOf, expectNoSidewaysScroll, WARD, type Desk } from "./stage.ts";

const stage = createStage();
let app: App;
let log: OfficeClient;
beforeAll(async () => {
  ({ app, office: log } = await stage.open());
});
afterAll(() => stage.close());

/** A desk at the office's first page; from there on nothing is touched but keys. */
async function openDesk(viewport: Desk): Promise<Page> {
  const page = await stage.phoneOf({ viewport }).open();
  await enrol(page, linkIn(app.cli("invite", WARD, "office")), `Máy ${viewport.width}`);
  await page.getByRole("link", { name: "Ý kiến", exact: true }).waitFor();
  return page;
}

async function press(page: Page, name: RegExp, key = "Enter"): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press(key);
}

async function lastSaid(type: string): Promise<Line | undefined> {
  return (await log.pull()).findLast(({ claims }) => claims.type === type);
}

const SOON = { timeout: 30_000 };

test.each(desksOf(1280))(
  "an opinion is taken in and answered by keyboard alone: $width × $height",
  async (desk) => {
    const words = `Đèn đường hẻm ${desk.width} hư đã lâu.`;
    const answer = `Tổ điện thay bóng hẻm ${desk.width} trong tuần này.`;
    const stranger = await stage.phoneOf().open();
    await giveOpinion(stranger, app.origin, words);
    await stranger.getByText("Đã tới phường, đang chờ phường xem.").waitFor();
    const page = await openDesk(desk);

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
    await page.getByRole("button", { name: words }).waitFor();
    await press(page, new RegExp(`^button ${words}`));
    await press(page, /^button Trả lời$/);
    await expect.poll(() => nameOfFocus(page), SOON).toBe("textbox Phường trả lời");
    await page.keyboard.type(answer);
    await press(page, /^button Giữ câu trả lời$/);
    await page.getByText("Đã giữ trong máy: trả lời ý kiến").first().waitFor();
    await expectNoSidewaysScroll(page);
    await expect
      .poll(async () => (await lastSaid("opinion.answered"))?.personal["answer"], SOON)
      .toBe(answer);
  },
  120_000,
);

test.each(desksOf(900))(
  "a gift is written down by keyboard alone: $width × $height",
  async (desk) => {
    const work = `Mở rộng hẻm ${desk.width}`;
    const page = await openDesk(desk);
    await press(page, /^link Đóng góp/);
    await expect.poll(() => nameOfFocus(page), SOON).toMatch(/^heading Đóng góp/);
    await tabTo(page, /^radio /);
    // Arrows choose among radio buttons.
    for (let pressed = 0; pressed < 5 && !(await nameOfFocus(page)).includes("Đất"); pressed++)
      await page.keyboard.press("ArrowDown");
    await fill(page, /^textbox Bao nhiêu/, "120");
    await fill(page, /^textbox Quy ra tiền/, "24.000.000");
    await fill(page, /^combobox Cho công trình/, work);
    await press(page, /^button Ghi lại$/);
    await page.getByRole("rowheader", { name: work, exact: true }).waitFor();
    await expect
      .poll(async () => (await lastSaid("contribution.recorded"))?.claims.body, SOON)
      .toMatchObject({ kind: "land", quantity: 120, unit: "m²", worth: 24_000_000, for: work });
  },
  120_000,
);

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
