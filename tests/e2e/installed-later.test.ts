import { readdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { createInstalledApp, furnish } from "./app.ts";
import { WARD } from "./fill-ward.ts";
import { createTelephone, type Telephone } from "./telephone.ts";

let app: Awaited<ReturnType<typeof createInstalledApp>>;
let phone: Telephone;

beforeAll(async () => {
  app = await createInstalledApp();
  phone = createTelephone();
});
afterAll(async () => {
  await phone.remove();
  await app.remove();
});

/** A file that every phone keeps, and that no page asks for while the ward is reached. */
const KEPT = "ngoai-mang.html";

/** Takes a file from what is served, as a line does that breaks off before it; with it the forms of it that are compressed. */
function hide(): () => void {
  const web = join(app.installed, "web");
  const files = readdirSync(web).filter((name) => name.startsWith(KEPT));
  for (const name of files) renameSync(join(web, name), join(app.installed, name));
  return () => {
    for (const name of files) renameSync(join(app.installed, name), join(web, name));
  };
}

test("an app that coverage broke off while it was kept is kept once there is coverage again", async () => {
  furnish(app);
  await app.start();
  const bring = hide();
  const page = await phone.open();
  await page.addInitScript(() => {
    const { serviceWorker } = navigator;
    const register = serviceWorker.register.bind(serviceWorker);
    serviceWorker.register = async (...words) => {
      const made = await register(...words);
      made.installing?.addEventListener("statechange", ({ target }) => {
        document.documentElement.dataset["worker"] = (target as ServiceWorker).state;
      });
      return made;
    };
  });
  await page.goto(`${app.origin}/so-tay/${WARD}/kp1`);
  await page.waitForFunction(() => document.documentElement.dataset["worker"] === "redundant");
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();

  bring();
  await phone.context().setOffline(true);
  await phone.context().setOffline(false);
  // What has failed a moment ago waits for the next word of coverage.
  await vi.waitFor(
    async () => {
      await page.evaluate(() => window.dispatchEvent(new Event("online")));
      expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    },
    { timeout: 90_000, interval: 1000 },
  );
  await app.stop();
  await page.reload();
  await page.getByRole("searchbox", { name: "Tìm trong quy ước" }).waitFor();
});
