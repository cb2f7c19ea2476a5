import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { enrol, seeWhole } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { createStage, WARD } from "./stage.ts";

let app: App;
const { open, phoneOf, rest, close } = createStage();

beforeAll(async () => {
  ({ app } = await open());
});
afterEach(rest);
afterAll(close);

test("a phone that has no room for a day's records is told so before anything is lost, and until there is some", async () => {
  const phone = phoneOf();
  const page = await phone.open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp2/t08")), "Máy cô Sáu");
  await seeWhole(page);
  await page.clock.install();
  await page.reload();
  await page.getByRole("link", { name: /^Nên đi tiếp: / }).waitFor();

  await leave(page, 10e6);
  await page.clock.fastForward(5_000);
  await page.getByText("Máy sắp hết chỗ.").waitFor();
  expect(await ownFiles(page)).toEqual([]);

  // What is left is enough for what is done at this door.
  await page.getByRole("link", { name: /^Nên đi tiếp: / }).click();
  await page.getByRole("button", { name: "Vắng nhà", exact: true }).click();
  await page.locator(".toast").getByText("Vắng nhà").waitFor();
  await page.goBack();

  await leave(page, null);
  await page.clock.fastForward(60_000);
  await page.getByText("Máy sắp hết chỗ.").waitFor({ state: "detached" });
  expect(await ownFiles(page)).toEqual([]);
});

test("what an attempt that was killed has left behind is thrown away by the next one", async () => {
  const phone = phoneOf();
  const page = await phone.open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp2/t09")), "Máy chú Bảy");
  await seeWhole(page);
  await page.clock.install();
  await page.evaluate(async () => {
    const folder = await (
      await navigator.storage.getDirectory()
    ).getDirectoryHandle("room", { create: true });
    await folder.getFileHandle("room", { create: true });
  });
  await page.reload();
  await page.getByRole("link", { name: /^Nên đi tiếp: / }).waitFor();
  await page.clock.fastForward(5_000);
  await expect.poll(() => ownFiles(page)).toEqual([]);
});

/** Lets the browser give the app so many bytes more; null for as many as there are. */
async function leave(page: Page, bytes: number | null): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { usage = 0 } = await page.evaluate(() => navigator.storage.estimate());
  const quota = bytes === null ? {} : { quotaSize: usage + bytes };
  await session.send("Storage.overrideQuotaForOrigin", { origin: app.origin, ...quota });
}

/** Names of what lies in the app's own folder. */
function ownFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
    return names;
  });
}
