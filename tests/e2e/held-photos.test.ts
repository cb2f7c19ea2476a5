import { readdirSync } from "node:fs";
import { join } from "node:path";

import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { isDigest } from "../../src/domain/ids.ts";
import { enrol, fillUpToSigning, openHousehold, seeCount } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { photograph } from "./camera.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, desksOf, expectNoSidewaysScroll, WARD } from "./stage.ts";

const HOUSEHOLD = "Hộ 1, tổ 1";
let stage: ReturnType<typeof createStage>;
let app: App;
let log: OfficeClient;
beforeEach(async () => {
  stage = createStage();
  ({ app, office: log } = await stage.open());
});
afterEach(() => stage.close());

async function volunteer(person: string, area: string): Promise<Page> {
  const page = await stage.phoneOf().open();
  await page.goto(linkIn(app.cli("invite", WARD, "volunteer", area)));
  await page.getByRole("textbox", { name: "Họ tên người dùng máy" }).fill(person);
  await enrolHere(page, `Máy ${person}`);
  return page;
}

async function enrolHere(page: Page, name: string): Promise<void> {
  await page.getByRole("textbox", { name: "Tên thiết bị" }).fill(name);
  await page.getByRole("button", { name: "Đăng ký máy này" }).click();
  await page.waitForURL(/\/di-ho/);
}

/** Keeps a pledge on paper with its photo, signed by somebody. */
async function keepPaper(page: Page, signer: string): Promise<void> {
  await openHousehold(page, app.origin, HOUSEHOLD);
  await fillUpToSigning(page, signer);
  await page.getByRole("button", { name: "Ghi bản giấy" }).click();
  await page.getByRole("checkbox", { name: /lưu ảnh bản giấy/ }).check();
  const camera = { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: await photograph(page) };
  await page.getByLabel("Chụp bản giấy").setInputFiles(camera);
  await page.getByAltText("Ảnh bản giấy vừa chụp").waitFor();
  await page.getByRole("button", { name: "Lưu cam kết" }).click();
  await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();
}

/** Names of the photos that the ward has. */
function photosOfWard(): string[] {
  return readdirSync(join(app.dir, "attachments", WARD)).filter(isDigest);
}

async function send(page: Page): Promise<void> {
  await page.goto(`${app.origin}/so-gui`);
  await page.getByRole("button", { name: "Gửi ngay" }).click();
  await seeCount(page, "chờ gửi", 0);
}

test.each(desksOf(1280))(
  "the office compares two papers by their photos, side by side, before it takes the one that waits: $width × $height",
  async (viewport) => {
    const office = await stage.phoneOf({ viewport }).open();
    await enrol(office, linkIn(app.cli("invite", WARD, "office")), "Văn phòng");
    const tu = await volunteer("Anh Tư", "kp1/t01");
    await volunteer("Chú Ba", "kp2");
    await keepPaper(office, "Người Ký Trước");
    await send(office);

    // Without coverage, while its round goes to another: the ward cannot take by itself what it then sends.
    await tu.context().setOffline(true);
    await keepPaper(tu, "Người Ký Sau");
    await office.goto(`${app.origin}/phuong/phan-cong`);
    await office.getByRole("button", { name: "Giao lại việc của Anh Tư cho người khác" }).click();
    await office.getByRole("combobox", { name: "Ai đi" }).last().selectOption({ label: "Chú Ba" });
    await office.getByRole("button", { name: "Giao lại", exact: true }).click();
    await office.getByText("Đã giao cho Chú Ba").first().waitFor();
    await expect
      .poll(async () => (await log.pull()).filter(({ claims }) => claims.type === "device.assigned").length, {
        timeout: 30_000,
      })
      .toBeGreaterThan(0);
    await tu.context().setOffline(false);
    await tu.goto(`${app.origin}/so-gui`);
    await tu.getByRole("button", { name: "Gửi ngay" }).click();
    await tu.getByText("Phường đang xem xét").first().waitFor();
    // The photo goes after its statement, by whichever page is open then; the office is to be shown both.
    await expect.poll(photosOfWard, { timeout: 30_000 }).toHaveLength(2);

    await office.goto(`${app.origin}/phuong/cho-xet`);
    const held = office.getByRole("listitem").filter({ hasText: "Người Ký Sau" });
    const both = held.getByRole("row", { name: /^Ảnh/ });
    // They are fetched as they come into sight.
    await both.scrollIntoViewIfNeeded();
    const photos = both.getByAltText("Ảnh bản giấy hộ đã ký");
    await expect.poll(() => photos.count()).toBe(2);
    const [first, second] = await photos.all();
    const [left, right] = [await first?.boundingBox(), await second?.boundingBox()];
    expect(left?.y).toBe(right?.y);
    expect(left?.x).toBeLessThan(right?.x ?? 0);
    await expectNoSidewaysScroll(office);
    for (const photo of [first, second])
      await expect.poll(() => photo?.evaluate((image: HTMLImageElement) => image.naturalHeight)).toBe(1600);
  },
  180_000,
);
