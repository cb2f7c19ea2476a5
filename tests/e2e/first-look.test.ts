import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { dropApp, enrol } from "./acts.ts";
import { createApp, furnish, linkIn, type App } from "./app.ts";
import { createTelephone, type Telephone } from "./telephone.ts";

const WARD = "phuong-3";
let app: App;
let phone: Telephone;

beforeAll(async () => {
  app = await createApp();
  furnish(app);
  await app.start();
  phone = createTelephone();
});
afterAll(async () => {
  await phone.remove();
  await app.remove();
});

/** Waits until this phone has read the ward's whole log, and has kept what its round looks like since. */
async function waitForLook(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(hasLook), { timeout: 60_000, interval: 200 }).toBe(true);
}

/** Runs in the page. */
function hasLook(): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = indexedDB.open("so-tay");
    opening.onsuccess = () => {
      const reading = opening.result.transaction(["views", "memberships"]);
      const memberships = reading.objectStore("memberships").getAll();
      const views = reading.objectStore("views").getAllKeys();
      reading.oncomplete = () => {
        opening.result.close();
        const whole = memberships.result.some(
          ({ head, after, lastSuccess }) => lastSuccess && after === head,
        );
        resolve(whole && views.result.some((key) => Array.isArray(key) && key[1] === "look"));
      };
    };
  });
}

test("the round stands before the app does, and what was typed into it meanwhile is found", async () => {
  const page = await phone.open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy cô Sáu");
  await page.getByRole("link", { name: /^Hộ 1, tổ 1\b/ }).waitFor();
  await waitForLook(page);
  await phone.close();
  await app.stop();

  const again = await phone.open();
  // Writes as soon as there is a box, which the app has not drawn yet.
  await again.addInitScript(() => {
    const observer = new MutationObserver(() => {
      const box = document.querySelector<HTMLInputElement>("#look input");
      if (!box) return;
      observer.disconnect();
      document.documentElement.dataset["seen"] = document.querySelector("#look")?.textContent ?? "";
      box.focus();
      box.value = "Đào";
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  await again.goto(`${app.origin}/`);
  const box = again.locator("#root").getByRole("searchbox", { name: "Tìm theo tên, số nhà" });
  await box.waitFor();
  expect(await again.locator("#look").count()).toBe(0);
  expect(await box.inputValue()).toBe("Đào");
  expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
  await again.getByText(/^Tìm thấy/).waitFor();
  const seen = await again.evaluate(() => document.documentElement.dataset["seen"]);
  expect(seen).toContain("Khu phố 1");
  expect(again.url()).toBe(`${app.origin}/di-ho`);
});

test("a press that began before the app stood, and ends when it does, opens the door: by mouse and by finger", async () => {
  const tall = createTelephone({ viewport: { width: 360, height: 1600 } });
  try {
    const page = await tall.open();
    await app.start();
    await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy anh Tư");
    const session = await tall.context().newCDPSession(page);
    const touch = (type: "touchStart" | "touchEnd", touchPoints: { x: number; y: number }[]) =>
      session.send("Input.dispatchTouchEvent", { type, touchPoints });
    for (const by of ["mouse", "finger"]) {
      await page.goto(`${app.origin}/di-ho`);
      await waitForLook(page);
      // The app's script comes over the network, when it is let in.
      await dropApp(page);
      let letIn = () => {};
      const pressed = new Promise<void>((resolve) => (letIn = resolve));
      const script = /\/assets\/app-[^/]*\.js$/;
      await page.route(script, async (route) => {
        await pressed;
        await route.continue();
      });
      await page.goto(`${app.origin}/di-ho`, { waitUntil: "commit" });
      const door = page.locator("#look .household-list a").first();
      const href = await door.getAttribute("href");
      await page.evaluate(() => document.fonts.ready.then(() => null));
      const place = await door.boundingBox();
      if (!place) throw new Error("no door on the glass");
      const at = { x: place.x + place.width / 2, y: place.y + place.height / 2 };
      await page.mouse.move(at.x, at.y);
      await (by === "mouse" ? page.mouse.down() : touch("touchStart", [at]));
      letIn();
      await page.locator("#root .household-list").waitFor({ state: "attached" });
      expect(await page.locator("#look").count()).toBe(1);
      await (by === "mouse" ? page.mouse.up() : touch("touchEnd", []));
      await page.getByRole("button", { name: "Ký cam kết", exact: true }).waitFor();
      expect(new URL(page.url()).pathname).toBe(href);
      await page.unroute(script);
    }
  } finally {
    await tall.remove();
  }
});
