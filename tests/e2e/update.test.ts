import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { enrol, openHousehold, sign } from "./acts.ts";
import { createInstalledApp, furnish, linkIn } from "./app.ts";
import { createTelephone, type Telephone } from "./telephone.ts";

const WARD = "phuong-3";
let app: Awaited<ReturnType<typeof createInstalledApp>>;
let phone: Telephone;

beforeAll(async () => {
  app = await createInstalledApp();
  furnish(app);
  await app.start();
  phone = createTelephone();
});
afterAll(async () => {
  await phone.remove();
  await app.remove();
});

/** Puts another version in place of the one that is served. */
function buildAnother(version: string): void {
  const words = [
    "node_modules/vite/bin/vite.js",
    "build",
    "--outDir",
    join(app.installed, "web"),
    "--emptyOutDir",
  ];
  execFileSync(process.execPath, words, {
    env: { ...process.env, SO_TAY_VERSION: version },
    stdio: "ignore",
  });
}

/** Address of the page's first script in the version that is served now. */
function scriptServed(): string {
  const page = readFileSync(join(app.installed, "web", "index.html"), "utf8");
  const address = /<script[^>]* src="([^"]+)"/.exec(page)?.[1];
  if (!address) throw new Error("the page has no script");
  return address;
}

async function readVersion(page: Page): Promise<string> {
  await page.goto(`${app.origin}/toi`);
  const text = await page
    .getByText(/0\.1\.0\+|9\.9\.9/)
    .first()
    .textContent();
  return text ?? "";
}

test("a new version waits for the round, and no draft is lost", async () => {
  const page = await phone.open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy cô Sáu");
  expect(await readVersion(page)).not.toContain("9.9.9");
  await openHousehold(page, app.origin, "Hộ 2, tổ 1");
  await page.getByRole("button", { name: "Ký cam kết" }).click();
  await page.getByRole("button", { name: "Đồng ý tất cả" }).click();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.getByRole("textbox", { name: "Người ký" }).fill("Người giữa chừng");

  await app.stop();
  buildAnother("9.9.9");
  await app.start();
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing ?? registration.waiting;
    if (!worker) throw new Error("no newer version was found");
    await new Promise((resolve, reject) => {
      const look = () => {
        if (worker.state !== "installing") resolve(null);
      };
      worker.addEventListener("statechange", look);
      look();
      setTimeout(() => reject(new Error(`after a minute the newer worker is still ${worker.state}`)), 60_000);
    });
  });
  // In the middle of a visit nothing happens.
  expect(await page.getByRole("textbox", { name: "Người ký" }).inputValue()).toBe("Người giữa chừng");
  expect(await readVersion(page)).not.toContain("9.9.9");

  // The round is opened, the new version takes over, and the page opens anew: with the new version's own script.
  await page.goto(`${app.origin}/di-ho`);
  await page.waitForFunction(
    (newest) => document.querySelector(`script[src="${newest}"]`) !== null,
    scriptServed(),
    { polling: 100 },
  );
  await page.getByRole("link", { name: /^Hộ 1, tổ 1\b/ }).waitFor();
  expect(await readVersion(page)).toContain("9.9.9");

  await openHousehold(page, app.origin, "Hộ 2, tổ 1");
  await page.getByRole("button", { name: "Ký cam kết" }).click();
  expect(await page.getByRole("textbox", { name: "Người ký" }).inputValue()).toBe("Người giữa chừng");
  await page
    .getByRole("checkbox", { name: /^Hộ đồng ý/ })
    .first()
    .check();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await sign(page);
  await page.getByRole("button", { name: "Lưu cam kết" }).click();
  await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();
});
