import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { enrol } from "./acts.ts";
import { createApp, linkIn, type App } from "./app.ts";
import { createOfficeClient, type Line } from "./office-client.ts";
import { desksOf, expectNoSidewaysScroll } from "./stage.ts";
import { createTelephone, type Telephone } from "./telephone.ts";

const WARD = "phuong-3";
let app: App;
let laptop: Telephone;

beforeEach(async () => {
  app = await createApp();
  app.cli("init", WARD, "--name", "Phường 3");
  await app.start();
});
afterEach(async () => {
  await laptop.remove();
  await app.remove();
});

test.each(desksOf(1280))(
  "an office without coverage takes the ward's own list, the ward has it once, and again it has nothing new: $width × $height",
  async (viewport) => {
    laptop = createTelephone({ viewport });
    const office = await createOfficeClient(app.origin, WARD, linkIn(app.cli("invite", WARD, "office")));
    const page = await laptop.open();
    await enrol(page, linkIn(app.cli("invite", WARD, "office")), "Máy tính phường");
    // The ward is new: its tổ come first, which only the ward itself can say.
    await choose(page, "demo/danh-sach-ho.xlsx");
    await page.getByText("Tệp không có gì mới so với danh sách của phường.").waitFor();
    await page.getByRole("button", { name: "Thêm các tổ này vào phường" }).click();
    await page.getByText(/^Sẽ thêm 1[.]003 hộ/).waitFor();
    await app.stop();
    await laptop.context().setOffline(true);

    await choose(page, "demo/danh-sach-ho.xlsx");
    await page.getByText(/^Sẽ thêm 1[.]003 hộ, sửa 0 hộ/).waitFor();
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Nhận danh sách" }).click();
    await page.getByRole("button", { name: "Hoàn tác" }).click();
    await page.getByText("Đã hoàn tác, chưa ghi gì").first().waitFor();
    await choose(page, "demo/danh-sach-ho.xlsx");
    await page.getByRole("button", { name: "Nhận danh sách" }).click();
    await page.getByRole("button", { name: "Hoàn tác" }).waitFor();
    // The computer goes off before anything is said; it is said when the office's pages are opened again.
    await laptop.kill();
    const again = await laptop.open();
    await laptop.context().setOffline(true);
    await again.goto(`${app.origin}/phuong/ho-dan`);
    await again.getByText("1.003 hộ, 3.371 nhân khẩu").waitFor({ timeout: 60_000 });
    await expectNoSidewaysScroll(again);
    expect((await kept(again)).filter((key) => key.startsWith("import/"))).toEqual([]);

    await app.start();
    await laptop.context().setOffline(false);
    await expect
      .poll(async () => (await registered(office.pull)).length, { timeout: 90_000, interval: 1000 })
      .toBe(1003);
    const log = await registered(office.pull);
    expect(new Set(log.map(({ claims }) => claims.sub)).size).toBe(1003);
    expect(log.reduce((sum, { claims }) => sum + Number(claims.body["members"]), 0)).toBe(3371);

    await choose(again, "demo/danh-sach-ho.csv");
    await again.getByText("Tệp không có gì mới so với danh sách của phường.").waitFor();
    expect(await again.getByRole("button", { name: "Nhận danh sách" }).isDisabled()).toBe(true);
  },
);

async function registered(pull: () => Promise<readonly Line[]>): Promise<readonly Line[]> {
  return (await pull()).filter(({ claims }) => claims.type === "household.registered");
}

/** The keys of what is kept half done on the disk. */
async function kept(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("so-tay");
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.addEventListener("success", () => resolve(opening.result));
      opening.addEventListener("error", () => reject(opening.error));
    });
    const asking = db.transaction("drafts").objectStore("drafts").getAllKeys();
    const keys = await new Promise<IDBValidKey[]>((resolve) => {
      asking.addEventListener("success", () => resolve(asking.result));
    });
    db.close();
    return keys.map(String);
  });
}

async function choose(page: Page, file: string): Promise<void> {
  await page.goto(`${app.origin}/phuong/ho-dan/nhap`);
  await page.getByLabel("Chọn tệp danh sách hộ").setInputFiles(file);
}
