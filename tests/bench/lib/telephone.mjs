import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { chromium as playwright } from "playwright-core";

/** How much slower than this machine a cheap telephone is (DESIGN.md). */
export const SLOW = 6;

/** The line at the edge of coverage: 1.6 Mbit/s down, 0.75 up, 150 ms. */
export const THIN = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * A real browser with a profile of its own; `end` closes it and drops the profile.
 * @param {{ chromium: string, viewport?: { width: number, height: number }, userAgent?: string }} options
 */
export async function openTelephone({ chromium, viewport = { width: 360, height: 780 }, userAgent }) {
  const profile = mkdtempSync(join(tmpdir(), "so-tay-phone-"));
  const context = await playwright.launchPersistentContext(profile, {
    executablePath: chromium,
    args: ARGUMENTS,
    headless: true,
    viewport,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    hasTouch: viewport.width < 900,
    ...(userAgent && { userAgent }),
  });
  context.setDefaultTimeout(120_000);
  return {
    context,
    async end() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Enrols by a link as a person would, and waits until the worker could serve without coverage. */
export async function enrol(page, link) {
  await page.goto(link);
  await page.getByRole("textbox", { name: "Tên thiết bị" }).fill("Máy đo");
  await page.getByRole("button", { name: "Đăng ký máy này" }).click();
  await page.waitForURL(/\/(di-ho|phuong)/);
  await waitForWorker(page);
}

/** Waits until the page's worker has precached everything and serves it. */
export async function waitForWorker(page) {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active.state !== "activated") await new Promise((resolve) => setTimeout(resolve, 20));
  });
}

/** Waits until this phone has read the ward's whole log, and its round counts so many households. */
export async function waitForHouseholds(page, origin, count) {
  await page.goto(`${origin}/di-ho`);
  const number = new Intl.NumberFormat("vi-VN").format(count);
  const counted = page.getByText(new RegExp(`(^|\\s)${number.replace(".", "\\.")} hộ`)).first();
  await counted.waitFor({ timeout: 600_000 });
  // Not waitForFunction, which takes the promise itself for the answer.
  while (!(await page.evaluate(hasReadAll))) await page.waitForTimeout(500);
  // What this has made the page draw is over, too.
  await page.waitForTimeout(2_000);
}

/** Runs in the page: looks into the phone's own database. */
function hasReadAll() {
  return new Promise((resolve) => {
    const opening = indexedDB.open("so-tay");
    opening.addEventListener("success", () => {
      const database = opening.result;
      const asking = database.transaction("memberships").objectStore("memberships").getAll();
      asking.addEventListener("success", () => {
        database.close();
        resolve(
          asking.result.some(({ device, after, head }) => device !== null && head > 0 && after === head),
        );
      });
    });
  });
}

/** Slows the page's main thread down, or lets it run as fast as it can again (1). */
export async function slowDown(session, times) {
  await session.send("Emulation.setCPUThrottlingRate", { rate: times });
}
