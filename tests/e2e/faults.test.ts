import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createChance } from "../../src/server/demo/chance.ts";
import { openFaultProxy, type FaultProxy } from "../faults/fault-proxy.ts";
import { amount, beginProof } from "../faults/proof.ts";
import { linkFor, settle } from "../faults/small-list.ts";
import { enrol, standAtDoor } from "./acts.ts";
import { createApp, type App } from "./app.ts";
import type { OfficeClient } from "./office-client.ts";
import { createTelephone, type Telephone } from "./telephone.ts";

let app: App;
let office: OfficeClient;
const ways: FaultProxy[] = [];
const phones: Telephone[] = [];

beforeEach(async () => {
  app = await createApp();
});
afterEach(async () => {
  for (const phone of phones.splice(0)) await phone.remove();
  for (const way of ways.splice(0)) await way.close();
  await app.remove();
});

const MINUTE = 60_000;

test(
  "two phones in Chromium on a way that spoils 30 % of all calls lose nothing, say nothing twice, and show the same",
  { timeout: amount(5, 60) * MINUTE },
  async () => {
    const { seed, report } = beginProof("fault proxy, two in Chromium");
    const each = amount(3, 30);
    office = await settle(app, 2 * each);
    const pages = [await takePhone(seed, "Máy cô Sáu"), await takePhone(seed + 1, "Máy anh Tư")];
    for (const way of ways) way.share = 0.3;
    // By turns, each its own doors; what waits is sent through the faults by each of them.
    for (let at = 0; at < each; at++) {
      for (const [who, { page, origin }] of pages.entries()) {
        await deliver(page, origin, 2 * at + who + 1);
        await page.goto(`${origin}/so-gui`);
        await page.getByRole("button", { name: "Gửi ngay" }).click();
      }
    }
    for (const way of ways) way.share = 0;
    for (const { page, origin } of pages) await sendAll(page, origin, each);

    const log = await office.pull();
    const delivered = log.filter(({ claims }) => claims.type === "handbook.delivered");
    expect(new Set(delivered.map(({ claims }) => claims.sub)).size).toBe(2 * each);
    expect(delivered).toHaveLength(2 * each);
    // Each hears of the other's by asking once more, and shows it when it has.
    for (const { page, origin } of pages) await page.goto(`${origin}/di-ho`);
    const shown = () =>
      Promise.all(pages.map(({ page }) => page.locator("#root .household-list a").allTextContents()));
    await expect
      .poll(
        async () => (await shown()).map((doors) => doors.filter((door) => door.includes("Đã phát")).length),
        {
          timeout: MINUTE,
        },
      )
      .toEqual([2 * each, 2 * each]);
    const [first, second] = await shown();
    expect(first).toEqual(second);
    const faults = ways.reduce(
      (sum, { counts }) => sum + [...counts].reduce((all, [, one]) => all + one, 0),
      0,
    );
    const calls = ways.reduce((sum, { counts }) => sum + (counts.get("calls") ?? 0), 0);
    report({ phones: 2, statements: 2 * each, calls, faults: faults - calls });
  },
);

test(
  "a browser killed right after 'Đã giữ trong máy' has the record at its next start",
  { timeout: amount(5, 60) * MINUTE },
  async () => {
    const { report } = beginProof("kill -9, browser");
    const kills = amount(3, 50);
    office = await settle(app, kills);
    const phone = createTelephone();
    phones.push(phone);
    let page = await phone.open();
    await enrol(page, await linkFor(app, "volunteer", "kp1"), "Máy cô Sáu");
    await page.getByRole("link", { name: /^Hộ 1, tổ 1\b/ }).waitFor();
    await app.stop();
    for (let killed = 1; killed <= kills; killed++) {
      await deliver(page, app.origin, killed);
      await phone.kill();
      page = await phone.open();
      await page.goto(`${app.origin}/so-gui`);
      await seeCount(page, "chờ gửi", killed);
    }
    await app.start();
    await sendAll(page, app.origin, kills);
    const delivered = (await office.pull()).filter(({ claims }) => claims.type === "handbook.delivered");
    expect(delivered).toHaveLength(kills);
    report({ kills });
  },
);

async function takePhone(
  seed: number,
  name: string,
): Promise<{ readonly page: Page; readonly origin: string }> {
  const way = await openFaultProxy(app.port, createChance(seed));
  ways.push(way);
  const phone = createTelephone();
  phones.push(phone);
  const page = await phone.open();
  const link = await linkFor(app, "volunteer", "kp1");
  await enrol(page, link.replace(app.origin, way.origin), name);
  return { page, origin: way.origin };
}

/** Hands over the handbook at a door; resolves as soon as the screen says that this is kept. */
async function deliver(page: Page, origin: string, number: number): Promise<void> {
  await standAtDoor(page, origin, `Hộ ${number}, tổ ${2 - (number % 2)}`);
  await page.getByRole("button", { name: "Phát sổ tay" }).click();
  await page.getByText("Đã giữ trong máy").first().waitFor();
}

async function sendAll(page: Page, origin: string, count: number): Promise<void> {
  await page.goto(`${origin}/so-gui`);
  await page.getByRole("button", { name: "Gửi ngay" }).click();
  await seeCount(page, "phường đã nhận", count);
}

/** Waits until the outbox counts so many records under a word. */
async function seeCount(page: Page, word: string, count: number): Promise<void> {
  const counted = page.locator("dl div").filter({ hasText: word }).locator("dd");
  await counted.filter({ hasText: new RegExp(`^${count}$`) }).waitFor();
}
