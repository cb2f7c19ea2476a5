import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { enrol, fillUpToSigning, openHousehold, seeCount, seeWhole } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { CAMERA_WORDS, photograph } from "./camera.ts";
import { isSeenWhole } from "./eyes.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, screensOf, WARD, type Glass } from "./stage.ts";
import type { Telephone } from "./telephone.ts";

let app: App;
let office: OfficeClient;
let stage: ReturnType<typeof createStage>;

beforeEach(async () => {
  stage = createStage();
  ({ app, office } = await stage.open());
});
afterEach(() => stage.close());

/** A phone of khu phố 1. */
async function enrolledPhone(name: string, glass: Glass): Promise<{ phone: Telephone; page: Page }> {
  const phone = stage.phoneOf(glass);
  const page = await phone.open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), name);
  await seeWhole(page);
  return { phone, page };
}

/** A sharing that says yes and then refuses: Chrome knows which names it shares, and `.stq` is none of them. */
function refuseToShare() {
  Object.assign(navigator, {
    canShare: () => true,
    share: async () => {
      throw new DOMException("Permission denied", "NotAllowedError");
    },
  });
}

test.each(screensOf(360))(
  "a pledge on paper goes with its photo by another's phone, once, and its author learns of it: $viewport.width px",
  async (glass) => {
    const { phone, page } = await enrolledPhone("Máy cô Sáu", glass);
    const carrier = await enrolledPhone("Máy anh Tư", glass);

    // No coverage for either.
    await app.stop();
    await openHousehold(page, app.origin, "Hộ 1, tổ 1");
    await fillUpToSigning(page, "Hồ Văn Tiến");
    await page.getByRole("button", { name: "Ghi bản giấy" }).click();
    await page.getByRole("checkbox", { name: /lưu ảnh bản giấy/ }).check();
    const camera = { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: await photograph(page) };
    expect(camera.buffer.length).toBeGreaterThan(2_000_000);
    await page.getByLabel("Chụp bản giấy").setInputFiles(camera);
    const taken = page.getByAltText("Ảnh bản giấy vừa chụp");
    await taken.waitFor();
    // All of it is seen, above the bar that keeps it.
    await expect.poll(() => taken.evaluate(isSeenWhole)).toBe(true);
    await page.getByRole("button", { name: "Lưu cam kết" }).click();
    await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();

    await page.goto(`${app.origin}/so-gui`);
    await seeCount(page, "chờ gửi", 2);
    await page.evaluate(refuseToShare);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Đưa sổ gửi ra tệp" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^so-gui-\d{4}-\d\d-\d\d-\d{4}\.stq$/);
    const words = page.getByText(/đã nằm trong mục Tải xuống/);
    await words.waitFor();
    // They do not stay behind the tabs.
    await expect.poll(() => words.evaluate(isSeenWhole)).toBe(true);
    const stq = join(app.dir, download.suggestedFilename());
    await download.saveAs(stq);
    expect(readFileSync(stq, "utf8")).not.toContain("Hồ Văn Tiến");
    await phone.close();

    await carrier.page.goto(`${app.origin}/so-gui`);
    await carrier.page.getByLabel("Chuyển hộ").setInputFiles(stq);
    await carrier.page.getByText(/^Đã nhận 3 gói/).waitFor();
    await app.start();
    await carrier.page.getByRole("button", { name: "Gửi ngay" }).click();
    await carrier.page.getByText(/^Đang chuyển hộ/).waitFor({ state: "detached" });

    const log = await office.pull();
    const pledges = log.filter(({ claims }) => claims.type === "pledge.signed");
    expect(pledges.map(({ personal }) => personal["signer"])).toEqual(["Hồ Văn Tiến"]);
    const name = String(pledges[0]?.personal["photo"]);
    const photo = (await office.photo(name)) ?? Buffer.alloc(0);
    expect(createHash("sha256").update(photo).digest("base64url")).toBe(name);
    expect(photo.length).toBeLessThanOrEqual(300_000);
    expect(photo.includes("Exif")).toBe(false);
    expect(photo.includes(CAMERA_WORDS)).toBe(false);
    expect(readdirSync(join(app.dir, "attachments", WARD))).toEqual([name]);

    // The author is back in coverage, and sends what the ward has already.
    const again = await phone.open();
    await again.goto(`${app.origin}/so-gui`);
    await seeCount(again, "phường đã nhận", 2);
    await seeCount(again, "chờ gửi", 0);
    await again.getByText("ảnh chưa gửi").waitFor({ state: "detached" });
    expect((await office.pull()).length).toBe(log.length);
    expect(readdirSync(join(app.dir, "attachments", WARD))).toEqual([name]);

    // Whoever may read the pledge sees the photo, upright.
    await openHousehold(carrier.page, app.origin, "Hộ 1, tổ 1");
    await carrier.page.getByRole("button", { name: "Xem ảnh bản giấy" }).click();
    const seen = carrier.page.getByAltText("Ảnh bản giấy hộ đã ký");
    await seen.waitFor();
    const size = () => seen.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
    await expect.poll(size).toEqual([1200, 1600]);
  },
);
