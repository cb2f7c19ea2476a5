import { AxeBuilder } from "@axe-core/playwright";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { enrol } from "./acts.ts";
import { createApp, furnish, linkIn, type App } from "./app.ts";
import { createOfficeClient } from "./office-client.ts";
import { screensOf, type Glass } from "./stage.ts";
import { createTelephone, type Telephone } from "./telephone.ts";

const WARD = "phuong-3";
const WORDS = "Xe rác tới sớm quá, nhà tôi chưa kịp đem ra.";
let app: App;
let phone: Telephone;

beforeEach(async () => {
  app = await createApp();
  furnish(app);
  await app.start();
});
afterEach(async () => {
  await phone.remove();
  await app.remove();
});

function openPhone(glass: Partial<Glass> = SMALL): Promise<Page> {
  phone = createTelephone(glass);
  return phone.open();
}

const SMALL = { viewport: { width: 320, height: 568 } };

const article = (page: Page, number: number) =>
  page.getByRole("heading", { level: 1, name: new RegExp(`^Điều ${number} `) }).waitFor();

async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect([
    where,
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))]),
  ]).toEqual([where, []]);
}

test.each(screensOf(320))(
  "a stranger comes by an article's link, reads on without coverage, and says something that the office takes in: $viewport.width px",
  async (glass) => {
    const page = await openPhone(glass);
    const answer = await page.goto(`${app.origin}/so-tay/${WARD}/kp2?dieu=11`);
    const written = (await answer?.text()) ?? "";
    expect(written).toContain('property="og:title" content="Điều 11. Thu gom rác');
    expect(written).toContain("Mỗi nhà đăng ký hợp đồng thu gom rác");
    await page.getByRole("button", { name: "Góp ý về điều này" }).waitFor();
    expect(page.url()).toBe(`${app.origin}/so-tay/${WARD}/kp2#dieu-11`);
    // Until the worker has the whole app, nothing opens without coverage.
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.keyboard.press("ArrowRight");
    await article(page, 12);
    await app.stop();
    await phone.close();

    const again = await phone.open();
    await again.goto(`${app.origin}/so-tay/${WARD}/kp2`);
    await again.getByRole("link", { name: /^Đọc tiếp Điều 12/ }).click();
    await article(again, 12);
    await again.keyboard.press("ArrowLeft");
    await article(again, 11);
    await again.getByRole("button", { name: "Góp ý về điều này" }).click();
    await again.getByRole("textbox", { name: "Ý kiến của bà con" }).fill(WORDS);
    await again.getByRole("checkbox", { name: /^Tôi đồng ý để phường giữ/ }).check();
    await again.getByRole("button", { name: "Gửi góp ý" }).click();
    await again.getByText("Đang giữ trong máy, có mạng sẽ tự gửi.").waitFor();
    await app.start();
    await again.reload();
    await again.getByText("Đã tới phường, đang chờ phường xem.").waitFor();

    const office = createTelephone();
    try {
      const desk = await office.open();
      await enrol(desk, linkIn(app.cli("invite", WARD, "office")), "Văn phòng");
      await desk.goto(`${app.origin}/phuong/cho-xet`);
      await desk
        .getByText("Góp ý của người đọc sổ tay, chưa đăng ký với phường.", { exact: false })
        .waitFor();
      await desk.getByText(WORDS, { exact: true }).waitFor();
      await desk.getByRole("button", { name: /^Nhận/ }).click();
      // Ten seconds to undo; leaving the page says it at once.
      await desk.getByRole("link", { name: "Sổ tay" }).first().click();
      const client = await createOfficeClient(app.origin, WARD, linkIn(app.cli("invite", WARD, "office")));
      const taken = async () =>
        (await client.pull()).filter(({ claims }) => claims.body["from"] === "anyone").length;
      await expect.poll(taken, { timeout: 30_000, interval: 500 }).toBe(1);
      // Opened anew, the handbook asks what became of it.
      await again.getByRole("link", { name: "Mục lục" }).click();
      await again.reload();
      await again.getByText("Phường đã nhận.").waitFor();
    } finally {
      await office.remove();
    }
    expect(app.cli("verify", WARD)).toBeDefined();
  },
);

test.each(screensOf(320))(
  "a new edition shows what it changed, article by article, and the one before stays, also without coverage: $viewport.width px",
  async (glass) => {
    const page = await openPhone(glass);
    await page.goto(`${app.origin}/so-tay/${WARD}/kp2`);
    await page.getByText("ấn bản lần thứ 4").waitFor();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    const before = readFileSync("demo/quy-uoc-kp2.md", "utf8");
    const after = before
      .replace("edition: 4", "edition: 5")
      .replace("number: 1527/QĐ-UBND", "number: 1600/QĐ-UBND")
      .replace("để đúng chỗ, đúng giờ xe tới", "để đúng chỗ, có nắp đậy, đúng giờ xe tới");
    const file = join(app.dir, "quy-uoc-kp2-5.md");
    writeFileSync(file, after);
    app.cli("publish", WARD, file);

    await page.reload();
    await page.getByText("ấn bản lần thứ 5").waitFor();
    await page.getByRole("heading", { name: "Có gì khác bản lần thứ 4" }).waitFor();
    await app.stop();
    await page.reload();
    await page.getByText("Xem từng điều đã đổi").click();
    await page.getByText(/^1 điều có thay đổi/).waitFor();
    const [changed, ...others] = await page.locator(".changes > li").allTextContents();
    expect(others).toEqual([]);
    expect(changed).toMatch(/Điều 11.*Sửa lời|Sửa lời.*Điều 11/s);
    expect(await page.locator(".changes ins").allTextContents()).toEqual([
      expect.stringContaining("có nắp đậy"),
    ]);
    await page.getByText(/^Bản lần thứ 4, có hiệu lực từ/).click();
    await page.getByText("Đây là bản cũ, chỉ để xem lại.").waitFor();
    await app.start();
  },
);

test("in the dark, in high contrast and at twice the size nothing of the handbook is lost, and the booklet is A5", async () => {
  const page = await openPhone();
  await page.goto(`${app.origin}/so-tay/${WARD}/kp2#dieu-11`);
  await article(page, 11);
  await page.getByRole("button", { name: "Chữ và màu" }).click();
  await page.getByRole("button", { name: "200%" }).click();
  for (const [name, theme] of [
    ["Tối", "dark"],
    ["Tương phản cao", "contrast"],
  ] as const) {
    await page.goto(`${app.origin}/so-tay/${WARD}/kp2#dieu-11`);
    const looks = page.getByRole("button", { name: "Chữ và màu" });
    if ((await looks.getAttribute("aria-expanded")) === "false") await looks.click();
    await page.getByRole("button", { name }).click();
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    await page.getByRole("button", { name: "Góp ý về điều này" }).click();
    await expectAccessible(page, `article, ${theme}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.getByRole("button", { name: "Thôi" }).click();
    await page.getByRole("link", { name: "Mục lục" }).click();
    await page.getByRole("searchbox").fill("ket xe");
    await page.getByRole("heading", { name: "Có thể bà con tìm" }).waitFor();
    await expectAccessible(page, `search, ${theme}`);
    await page.getByRole("searchbox").fill("");
    await page.getByText("Cần thì gọi").waitFor();
    await expectAccessible(page, `contents, ${theme}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
  // Kept: the next start has it before the app's own script.
  await page.reload();
  await page.locator('html[data-theme="contrast"]').waitFor();

  await page.getByRole("link", { name: "In ra giấy (khổ A5)" }).click();
  await page.getByText(/^Cuốn này có \d+ trang/).waitFor();
  await expectAccessible(page, "booklet");
  const leaves = await page.locator(".leaf").count();
  expect(leaves % 4).toBe(0);
  const overfull = await page.evaluate(
    () =>
      [...document.querySelectorAll(".leaf")].filter((leaf) => leaf.scrollHeight > leaf.clientHeight + 1)
        .length,
  );
  expect(overfull).toBe(0);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  // 148 × 210 mm in points.
  expect(boxes.map(([, width, height]) => [Math.round(Number(width)), Math.round(Number(height))])).toEqual(
    Array.from({ length: leaves }, () => [420, 595]),
  );
  // What the contents say is where it is.
  const line = page.locator(".leaf-line", { hasText: "Điều 11. " }).last();
  const number = await line.locator(".leaf-line-page").textContent();
  const leaf = page.locator(".leaf", { has: page.locator("h3", { hasText: "Điều 11. " }) });
  expect(await leaf.locator(".leaf-number").textContent()).toBe(number);
});
