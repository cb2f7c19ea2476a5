import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createApp, furnish, type App } from "./app.ts";
import { createTelephone, waitForWorker, type Telephone } from "./telephone.ts";

const BOOK = "/so-tay/phuong-3/kp2";
let app: App;
let phone: Telephone;

beforeEach(async () => {
  app = await createApp();
  furnish(app);
  app.cli("publish", "phuong-3", "demo/quy-uoc-kp2.md", "demo/quy-uoc-kp2.km.md");
  await app.start();
  phone = createTelephone({ viewport: { width: 320, height: 568 } });
});
afterEach(async () => {
  await phone.remove();
  await app.remove();
});

/** How the letters of a page stand: lines by the size of their letters, and whether the Khmer letters came. */
function lettersOf(page: Page) {
  return page.evaluate(async () => {
    await document.fonts.ready;
    const { lineHeight, fontSize, fontFamily } = getComputedStyle(document.body);
    const khmer = [...document.fonts].filter(({ family }) => /Khmer/.test(family));
    return {
      lines: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize),
      family: fontFamily.split(",")[0]?.replaceAll('"', ""),
      loaded: khmer.some(({ status }) => status === "loaded"),
      wide: document.documentElement.scrollWidth > innerWidth,
    };
  });
}

test("a reader chooses Khmer, whose letters come only then, and has both without coverage", async () => {
  const page = await phone.open();
  const asked: string[] = [];
  // Also what the worker asks for, to keep it.
  phone.context().on("request", (request) => asked.push(request.url()));
  await page.goto(`${app.origin}/toi`);
  await page.getByRole("button", { name: "ភាសាខ្មែរ" }).waitFor();
  await waitForWorker(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  expect(await lettersOf(page)).toMatchObject({ lines: 1.5, family: "Be Vietnam Pro", loaded: false });
  expect(asked.filter((url) => /khmer/.test(url))).toEqual([]);

  await page.getByRole("button", { name: "ភាសាខ្មែរ" }).click();
  await page.getByRole("heading", { level: 1, name: "ខ្ញុំ" }).waitFor();
  await page.getByText("Bản dịch tiếng Khmer chưa được duyệt", { exact: false }).waitFor();
  await page.goto(app.origin + BOOK);
  await page.getByRole("heading", { level: 1, name: /^កូនសៀវភៅ/ }).waitFor();
  const letters = await lettersOf(page);
  expect(letters).toMatchObject({ family: "Noto Sans Khmer", loaded: true, wide: false });
  expect(letters.lines).toBeCloseTo(1.95);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  // What the browser itself has kept it may drop at any time.
  await (await phone.context().newCDPSession(page)).send("Network.clearBrowserCache");
  await app.stop();
  await phone.close();
  const again = await phone.open();
  await again.goto(`${app.origin}${BOOK}#dieu-2`);
  await again.getByRole("heading", { level: 1, name: /^មាត្រា 2 / }).waitFor();
  await again.getByText("មាត្រាបន្ទាប់").waitFor();
  await again.getByRole("heading", { level: 2, name: "គោលបំណង" }).waitFor();
  await again.getByText("có việc gọi nhau một tiếng", { exact: false }).waitFor();
  expect(await lettersOf(again)).toMatchObject({ loaded: true, wide: false });
});
