import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { enrol, giveOpinion } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { createStage, desksOf, expectNoSidewaysScroll, WARD } from "./stage.ts";

const stage = createStage();
let app: App;
beforeAll(async () => {
  ({ app } = await stage.open());
});
afterAll(() => stage.close());

test.each(desksOf(1280))(
  "a table is sorted, searched and printed, by itself and with its headings on each page: $width × $height",
  async (viewport) => {
    const page = await stage.phoneOf({ viewport }).open();
    await enrol(page, linkIn(app.cli("invite", WARD, "office")), "Máy tính phường");
    await page.goto(`${app.origin}/phuong/phan-cong`);
    const table = page.getByRole("region", { name: /^Bảng từng tổ/ });
    await table.waitFor();
    const places = () => table.getByRole("rowheader").allInnerTexts();
    const inOrder = await places();
    expect(inOrder.length).toBeGreaterThan(10);
    expect(await table.getByRole("columnheader", { name: "Nơi" }).getAttribute("aria-sort")).toBe("none");

    await table.getByRole("button", { name: "Còn / tất cả" }).click();
    expect(await table.getByRole("columnheader", { name: "Còn / tất cả" }).getAttribute("aria-sort")).toBe(
      "descending",
    );
    const left = (await table.getByRole("row").allInnerTexts())
      .slice(1)
      .map((row) => Number(/\t(\d+) \//.exec(row)?.[1]));
    expect(left).toEqual(left.toSorted((a, b) => b - a));
    await table.getByRole("button", { name: "Nơi" }).press("Enter");
    expect(await places()).toEqual(inOrder);

    // All of it is longer than a sheet: its headings are said to stand on each, and hold no button, with which none would.
    const whole = await onPaper(page);
    expect(whole.headings).toEqual(["table-header-group", "contents"]);
    expect(whole.words).toContain(inOrder.at(-1));

    await page.getByRole("searchbox", { name: "Tìm trong “Từng tổ”" }).fill("to 8");
    await expect.poll(async () => (await places()).every((place) => place.startsWith("Tổ 8 "))).toBe(true);
    const found = await places();
    await page
      .getByRole("status")
      .filter({ hasText: `Đang hiện ${found.length} trên ${inOrder.length} dòng` })
      .waitFor();
    const { words } = await onPaper(page);
    for (const place of found) expect(words).toContain(place);
    for (const place of inOrder.filter((one) => !found.includes(one))) expect(words).not.toContain(place);
    // Neither what else the page tells nor what may be done.
    expect(words).not.toContain("Việc của từng người");
    expect(words).not.toContain("Việc làm");
    expect(words).not.toContain("In bảng này");
    expect(await page.getByRole("heading", { name: "Việc của từng người" }).isVisible()).toBe(true);
    await expectNoSidewaysScroll(page);
  },
);

test.each(desksOf(1280))(
  "an opinion goes whole onto paper, however long it is: $width × $height",
  async (viewport) => {
    const words = `${"Hẻm 4 mưa lớn thì ngập tới đầu gối. ".repeat(20)}Xin phường coi giúp.`;
    const stranger = await stage.phoneOf().open();
    await giveOpinion(stranger, app.origin, words);
    await stranger.getByText("Đã tới phường, đang chờ phường xem.").waitFor();
    const page = await stage.phoneOf({ viewport }).open();
    await enrol(page, linkIn(app.cli("invite", WARD, "office")), "Máy tính phường");
    await page.goto(`${app.origin}/phuong/cho-xet`);
    await page.getByRole("button", { name: /^Nhận: / }).click();
    await page
      .getByText(/^Đã giữ trong máy: nhận/)
      .first()
      .waitFor();
    await page.goto(`${app.origin}/phuong/y-kien`);
    const opinion = page.getByRole("button", { name: words });
    await opinion.waitFor();
    // On the screen its beginning is enough.
    expect(await linesHidden(opinion)).toBeGreaterThan(2);
    await page.emulateMedia({ media: "print" });
    expect(await linesHidden(opinion)).toBe(0);
  },
);

/** How many lines of a cell's first words do not end above what stands below them. */
async function linesHidden(first: Locator): Promise<number> {
  return await first.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const below = element.nextElementSibling?.getBoundingClientRect().top ?? 0;
    return [...range.getClientRects()].filter(({ bottom }) => bottom > below + 1).length;
  });
}

/** What the table's own button puts on paper. */
async function onPaper(
  page: Page,
): Promise<{ readonly words: string; readonly headings: readonly string[] }> {
  const button = page.getByRole("button", { name: "In bảng này: Từng tổ", includeHidden: true });
  await button.waitFor();
  await page.emulateMedia({ media: "print" });
  const printed = await button.evaluate((element: HTMLElement) => {
    const heads = document.querySelectorAll("thead, thead:first-of-type th:first-child button");
    let [words, headings] = ["", [""]];
    window.print = () => {
      words = document.body.innerText;
      headings = [...heads].slice(0, 2).map((head) => getComputedStyle(head).display);
    };
    element.click();
    return { words, headings };
  });
  await page.emulateMedia({ media: null });
  return printed;
}
