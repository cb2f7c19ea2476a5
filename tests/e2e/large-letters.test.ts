import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { enrol, openHousehold, seeWhole } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { settle } from "./eyes.ts";
import { createStage, expectNoSidewaysScroll, WARD } from "./stage.ts";

// Letters twice as large on the glass of a usual phone: whatever is read at the door is read in whole words.

const stage = createStage();
let app: App;
let page: Page;

beforeAll(async () => {
  ({ app } = await stage.open());
  page = await stage.phoneOf().open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp2")), "Máy cô Sáu");
  await seeWhole(page);
});
afterAll(stage.close);

test.each<[string, () => Promise<unknown>]>([
  [
    "the round",
    async () => {
      await page.goto(`${app.origin}/di-ho`);
      await page.getByRole("link", { name: /^Nên đi tiếp/ }).waitFor();
    },
  ],
  ["a household", () => openHousehold(page, app.origin, "Hộ 1, tổ 6")],
  [
    "the handbook",
    async () => {
      await page.goto(`${app.origin}/so-tay/${WARD}/kp2`);
      await page.getByText("Đã có trong máy").waitFor();
    },
  ],
])("leave the words of %s whole, and none beside the glass", async (_name, open) => {
  await open();
  await expectWhole();
});

test("leave English words whole, which are longer: at a meeting, in a household's diary, where an opinion is written down", async () => {
  await page.goto(`${app.origin}/toi`);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "Me" }).waitFor();
  await page.goto(`${app.origin}/di-ho/hop`);
  await page
    .getByRole("button", { name: /^Present: / })
    .first()
    .waitFor();
  await expectWhole();

  await page.goto(`${app.origin}/di-ho`);
  await page.getByRole("link", { name: /^Go here next/ }).click();
  await page.getByRole("button", { name: "Write down an opinion" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByRole("textbox", { name: "Your opinion" }).fill("The lamp at the corner is broken.");
  await expectWhole("dialog");
  await sheet.getByRole("button", { name: "Send the opinion" }).click();
  await page.getByText("Opinion: The lamp at the corner is broken.").waitFor();
  await expectWhole();
});

/** Makes the letters of the page that is open twice as large, and looks at each word of a part of it. */
async function expectWhole(part = "main"): Promise<void> {
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await settle(page);
  expect(await page.evaluate(brokenWords, part)).toEqual([]);
  expect(await page.evaluate(cutPlaceholders)).toEqual([]);
  await expectNoSidewaysScroll(page);
}

/** Runs in the page. Words, numbers, days and times of the screen that go on in the next line. */
function brokenWords(part: string): string[] {
  const broken: string[] = [];
  const walker = document.createTreeWalker(document.querySelector(part) ?? document, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement;
    if (!around?.checkVisibility() || around.closest(".only-heard")) continue;
    for (const { 0: word, index } of (node.textContent ?? "").matchAll(/[\p{L}\d:/]+/gu)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(word);
    }
  }
  return broken;
}

/** Runs in the page. What stands in an empty box and does not fit into it. */
function cutPlaceholders(): string[] {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return ["no canvas"];
  return [...document.querySelectorAll("input")]
    .filter((input) => {
      pen.font = getComputedStyle(input, "::placeholder").font;
      return pen.measureText(input.placeholder).width > input.clientWidth;
    })
    .map(({ placeholder }) => placeholder);
}
