import type { CDPSession, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { enrol, fillUpToSigning, openHousehold } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { photograph } from "./camera.ts";
import { SMALL } from "./eyes.ts";
import { createStage, WARD } from "./stage.ts";

let app: App;
const { open, phoneOf, close } = createStage();

beforeAll(async () => {
  ({ app } = await open());
});
afterAll(close);

interface At {
  readonly x: number;
  readonly y: number;
}

async function middleOf(what: Locator): Promise<At> {
  const box = await what.boundingBox();
  if (!box) throw new Error("it is not on the glass");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Puts a finger down, moves it in small steps, and lifts it. */
async function slide(session: CDPSession, from: At, to: At): Promise<void> {
  const STEPS = 12;
  const touch = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: At[]) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints });
  await touch("touchStart", [from]);
  for (let step = 1; step <= STEPS; step++) {
    const way = step / STEPS;
    await touch("touchMove", [{ x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way }]);
  }
  await touch("touchEnd", []);
}

/** The photo of a paper, as it lies open to be cut out on a phone without coverage. */
async function openCrop(page: Page): Promise<Locator> {
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy cô Sáu");
  await openHousehold(page, app.origin, "Hộ 1, tổ 1");
  await fillUpToSigning(page, "Hồ Văn Tiến");
  await page.getByRole("button", { name: "Ghi bản giấy" }).click();
  await page
    .getByLabel("Chụp bản giấy")
    .setInputFiles({ name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: await photograph(page) });
  await page.getByAltText("Ảnh bản giấy vừa chụp").waitFor();
  await app.stop();
  await page.getByRole("button", { name: "Cắt, nắn thẳng ảnh" }).click();
  const sheet = page.getByRole("dialog", { name: "Cắt, nắn thẳng ảnh" });
  await sheet.getByRole("button", { name: "Góc dưới bên phải" }).waitFor();
  return sheet;
}

test("the photo of a paper is pushed up and its corners are pulled by a finger on the smallest glass", async () => {
  const page = await phoneOf({ viewport: SMALL }).open();
  const sheet = await openCrop(page);
  const session = await page.context().newCDPSession(page);
  const photo = sheet.getByAltText("Ảnh bản giấy vừa chụp");
  const top = async () => (await photo.boundingBox())?.y ?? 0;

  // A finger on the photo itself pushes the sheet up: the buttons below it are reached.
  const before = await top();
  await slide(session, { x: SMALL.width / 2, y: 420 }, { x: SMALL.width / 2, y: 180 });
  await expect.poll(top).toBeLessThan(before - 100);
  await page.getByRole("button", { name: "Giữ ảnh đã cắt" }).scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: "Giữ ảnh đã cắt" }).click({ trial: true });

  // A finger on a corner pulls that corner, and nothing else moves.
  const corner = sheet.getByRole("button", { name: "Góc dưới bên phải" });
  await corner.scrollIntoViewIfNeeded();
  const stood = await top();
  const from = await middleOf(corner);
  const to = { x: from.x - 70, y: from.y - 90 };
  await slide(session, from, to);
  await expect.poll(async () => Math.abs((await middleOf(corner)).y - to.y)).toBeLessThan(3);
  expect(Math.abs((await middleOf(corner)).x - to.x)).toBeLessThan(3);
  expect(await top()).toBe(stood);

  await page.getByRole("button", { name: "Giữ ảnh đã cắt" }).click();
  await sheet.waitFor({ state: "detached" });
  const kept = page.getByAltText("Ảnh bản giấy vừa chụp");
  // It was 1200 wide.
  await expect.poll(() => kept.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeLessThan(1200);
});
