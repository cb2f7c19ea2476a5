import type { Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { enrol, seeWhole } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { isSeenWhole, settle } from "./eyes.ts";
import { createStage, WARD } from "./stage.ts";

let app: App;
const { open, phoneOf, rest, close } = createStage();

beforeAll(async () => {
  ({ app } = await open());
});
afterEach(rest);
afterAll(close);

/** A volunteer's phone at the door that is proposed first. */
async function openDoor(area: string, height: number): Promise<Page> {
  const page = await phoneOf({ viewport: { width: 360, height } }).open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", area)), "Máy cô Sáu");
  await seeWhole(page);
  await page.getByRole("link", { name: /^Nên đi tiếp: / }).click();
  await page.getByRole("button", { name: "Ký cam kết", exact: true, disabled: false }).waitFor();
  return page;
}

test("what was just done at a door hides nothing that is done next, and moves none of it, on a screen of any height", async () => {
  // Beside each other: the word on what was done stands for ten seconds each time.
  const seen = await Promise.all([
    actThreeTimes("kp2/t06", 568),
    actThreeTimes("kp2/t07", 640),
    actThreeTimes("kp2/t08", 780),
  ]);
  for (const { whole, before, ...after } of seen.flat()) {
    expect(whole).toEqual([true, true, true, true]);
    expect(after).toEqual({ height: after.height, undone: before, gone: before });
  }
});

/** After each act at a door of its own, whether what is done next is seen whole; and where it stands then, once the act is undone, and once the word on that is gone. */
async function actThreeTimes(area: string, height: number) {
  const page = await openDoor(area, height);
  const next = page.getByRole("link", { name: /^Hộ tiếp theo/ });
  const nexts = [next, button(page, "Ký cam kết"), button(page, "Phát sổ tay")];
  const seen = [];
  for (const act of [absent, deliver, comeBack]) {
    await act(page);
    await toastOf(page).waitFor();
    await settle(page);
    const whole = await seenWhole([...nexts, undoOf(page)]);
    const before = await topsOf(nexts);
    await undoOf(page).tap();
    await page.locator(".toast").getByText("Đã hoàn tác").waitFor();
    await settle(page);
    const undone = await topsOf(nexts);
    await page.locator(".toast").waitFor({ state: "detached" });
    seen.push({ height, whole, before, undone, gone: await topsOf(nexts) });
  }
  return seen;
}

test("with letters twice the size, too, a word on what was just done lies over nothing", async () => {
  const page = await openDoor("kp2/t09", 568);
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  await absent(page);
  await toastOf(page).waitFor();
  await settle(page);
  for (const one of await page.locator("main :is(a, button)").all()) {
    const isFree = await one.evaluate((element) => {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2));
    });
    expect([await one.textContent(), isFree]).toEqual([await one.textContent(), true]);
  }
});

test("the second tap of a thumb that taps twice undoes nothing", async () => {
  const page = await openDoor("kp2/t10", 640);
  // The half second for which it rests is made ten: on a slow machine the second tap would come after it.
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Animation.enable");
  await cdp.send("Animation.setPlaybackRate", { playbackRate: 0.05 });
  await absent(page);
  const undo = undoOf(page);
  await undo.waitFor();
  const box = await undo.boundingBox();
  if (!box) throw new Error("nothing to undo");
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  // A tap that is meant comes later than the second of two.
  await page.waitForTimeout(600);
  expect(await page.getByText("Đã hoàn tác").count()).toBe(0);
  await cdp.send("Animation.setPlaybackRate", { playbackRate: 1 });
  await undo.tap();
  await page.locator(".toast").getByText("Đã hoàn tác").waitFor();
});

test("a household added by mistake, and a handbook without a pledge, go as they came, with what was filled in", async () => {
  const page = await openDoor("kp2/t06", 780);
  const door = new URL(page.url()).pathname;
  await page.goto(`${app.origin}/danh-sach/them`);
  const head = page.getByRole("textbox", { name: "Họ tên chủ hộ" });
  await head.fill("Võ Văn Thử Nhầm");
  await page.getByRole("textbox", { name: "Số người trong hộ" }).fill("3");
  await button(page, "Thêm hộ").tap();
  await page.getByRole("heading", { name: /Võ Văn Thử Nhầm$/ }).waitFor();
  await toastOf(page).waitFor();
  await settle(page);
  expect(await seenWhole([undoOf(page)])).toEqual([true]);
  await undoOf(page).tap();
  await page.waitForURL(`${app.origin}/danh-sach/them`);
  expect(await head.inputValue()).toBe("Võ Văn Thử Nhầm");

  await page.goto(`${app.origin}${door}`);
  await button(page, "Ký cam kết").tap();
  await button(page, "Đồng ý tất cả").tap();
  await button(page, "Tiếp tục").tap();
  await page.getByRole("textbox", { name: "Người ký" }).waitFor();
  await button(page, "Tiếp tục").tap();
  await button(page, "Chỉ ghi đã phát sổ tay").tap();
  await toastOf(page).waitFor();
  await undoOf(page).tap();
  await page.getByText("Có bản cam kết đang ghi dở").waitFor();
  await page.getByText(/^Đã phát sổ tay ·/).waitFor({ state: "detached" });
});

function button(page: Page, name: string): Locator {
  return page.getByRole("button", { name, exact: true });
}

function toastOf(page: Page): Locator {
  return page.locator(".toast").getByText("Đã giữ trong máy");
}

function undoOf(page: Page): Locator {
  return button(page, "Hoàn tác");
}

async function absent(page: Page): Promise<void> {
  await button(page, "Vắng nhà").tap();
}

async function deliver(page: Page): Promise<void> {
  await button(page, "Phát sổ tay").tap();
}

async function comeBack(page: Page): Promise<void> {
  await button(page, "Hẹn lại").tap();
  await button(page, "Mai").tap();
  await button(page, "Giữ lịch hẹn").tap();
}

function seenWhole(all: readonly Locator[]): Promise<boolean[]> {
  return Promise.all(all.map((one) => one.evaluate(isSeenWhole)));
}

/** How far each is below the first thing to tap: words on sending and notices come and go above that. */
function topsOf(all: readonly Locator[]): Promise<number[]> {
  return Promise.all(
    all.map((one) =>
      one.evaluate((element) => {
        const first = document.querySelector(".acts")?.getBoundingClientRect().top ?? 0;
        return Math.round(element.getBoundingClientRect().top - first);
      }),
    ),
  );
}
