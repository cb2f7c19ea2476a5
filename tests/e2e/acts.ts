import type { Page } from "playwright-core";

import { WARD } from "./fill-ward.ts";
import { waitForWorker } from "./telephone.ts";

/** Enrols this phone by a link, as a volunteer would, and waits for the round. */
export async function enrol(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("textbox", { name: "Tên thiết bị" }).fill(name);
  await page.getByRole("button", { name: "Đăng ký máy này" }).click();
  await page.waitForURL(/\/(di-ho|phuong)/);
  await waitForWorker(page);
}

/**
 * Waits on the round until the ward has come whole. Its log tells the campaign after the households: a phone that loses
 * coverage before that has nothing to sign.
 */
export async function seeWhole(page: Page): Promise<void> {
  await page
    .getByText(/^Có mạng · gửi lúc/)
    .first()
    .waitFor();
}

/** Opens a household from the round by what its link begins with, such as `Hộ 18, tổ 2`; whether it may sign yet or not. */
export async function standAtDoor(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/di-ho`);
  const head = /^Hộ (\S+), tổ/.exec(name)?.[1] ?? name;
  const link = page.getByRole("link", { name: new RegExp(`^${name}\\b`) }).first();
  if (!(await link.isVisible().catch(() => false))) {
    await page.getByRole("searchbox", { name: "Tìm theo tên, số nhà" }).fill(head);
    // The list that it finds takes the place of the other: what is pressed in between would be gone when it is let go.
    await page.getByText(/^Tìm thấy/).waitFor();
  }
  await link.click();
  await page.getByRole("button", { name: "Ký cam kết", exact: true }).waitFor();
}

/** Opens a household as `standAtDoor` does, and waits until it may sign: the log tells the campaign after its households. */
export async function openHousehold(page: Page, origin: string, name: string): Promise<void> {
  await standAtDoor(page, origin, name);
  await page.getByRole("button", { name: "Ký cam kết", exact: true, disabled: false }).waitFor();
}

/** Goes through the pledge up to the signature, without saving it. */
export async function fillPledge(page: Page, signer: string): Promise<void> {
  await fillUpToSigning(page, signer);
  await sign(page);
}

/** Goes through the pledge of the household that is open to its last step. */
export async function fillUpToSigning(page: Page, signer: string): Promise<void> {
  await page.getByRole("button", { name: "Ký cam kết", exact: true }).click();
  await page.getByRole("button", { name: "Đồng ý tất cả" }).click();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.getByRole("textbox", { name: "Người ký" }).fill(signer);
  await page
    .getByRole("checkbox", { name: /^Hộ đồng ý/ })
    .first()
    .check();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
}

/** Draws a signature on the glass. */
export async function sign(page: Page): Promise<void> {
  const canvas = page.getByLabel("Chữ ký", { exact: true });
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error("no place to sign");
  const at = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...at(0.2, 0.6));
  await page.mouse.down();
  for (const [x, y] of [
    [0.3, 0.25],
    [0.38, 0.7],
    [0.5, 0.3],
    [0.6, 0.65],
    [0.8, 0.45],
  ] as const) {
    await page.mouse.move(...at(x, y), { steps: 6 });
  }
  await page.mouse.up();
}

/** The whole pledge of the household that is open, kept in the phone. */
export async function pledge(page: Page, signer: string): Promise<void> {
  await fillPledge(page, signer);
  await page.getByRole("button", { name: "Lưu cam kết" }).click();
  await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();
}

/** Waits until the outbox counts so many records under a word. */
export async function seeCount(page: Page, word: string, count: number): Promise<void> {
  const counted = page.locator("dl div").filter({ hasText: word }).locator("dd");
  await counted.filter({ hasText: new RegExp(`^${count}$`) }).waitFor();
}

/** What is half filled, as it lies on the disk of this phone. */
export async function keptDrafts(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("so-tay");
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.addEventListener("success", () => resolve(opening.result));
      opening.addEventListener("error", () => reject(opening.error));
    });
    const asking = db.transaction("drafts").objectStore("drafts").getAll();
    const rows = await new Promise<unknown[]>((resolve) => {
      asking.addEventListener("success", () => resolve(asking.result));
    });
    db.close();
    return JSON.stringify(rows);
  });
}

/** Says something about article 11 of khu phố 2, which may be printed: as a stranger, or as whoever this phone is. */
export async function giveOpinion(page: Page, origin: string, words: string): Promise<void> {
  await page.goto(`${origin}/so-tay/${WARD}/kp2#dieu-11`);
  await page.getByRole("button", { name: "Góp ý về điều này" }).click();
  await page.getByRole("textbox", { name: "Ý kiến của bà con" }).fill(words);
  await page.getByRole("checkbox", { name: /^Đồng ý cho in/ }).check();
  const consent = page.getByRole("checkbox", { name: /^Tôi đồng ý/ });
  if (await consent.isVisible()) await consent.check();
  await page.getByRole("button", { name: "Gửi góp ý" }).click();
  // The form goes once it is kept.
  await page.getByRole("button", { name: "Gửi góp ý" }).waitFor({ state: "detached" });
}

/** Sends what waits, and fetches. */
export async function sendNow(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/so-gui`);
  await page.getByRole("button", { name: "Gửi ngay" }).click();
  await page
    .getByText(/^(Đã gửi hết\. Phường đã nhận\.|Đã gọi được phường\. Không có gì phải gửi\.)$/)
    .first()
    .waitFor();
}

/** As somebody's browser does that has dropped the app, and kept what the phone stored. */
export async function dropApp(page: Page): Promise<void> {
  // An open app would be kept anew at once.
  await page.goto(new URL("/api/health", page.url()).href);
  await page.evaluate(async () => {
    for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
    for (const name of await caches.keys()) await caches.delete(name);
  });
}

/**
 * As a phone that lay in a pocket for long, with a PIN. What locks the app is fetched as the PIN is set, and looks for nothing
 * before it is there: until then nobody has been away. Runs in its page.
 */
export async function beAway(): Promise<void> {
  while (!document.body.hidden) {
    sessionStorage.setItem("opened", String(Date.now() - 300_000));
    document.dispatchEvent(new Event("visibilitychange"));
    if (!document.body.hidden) await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
