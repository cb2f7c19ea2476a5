import { compactVerify, importJWK } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { enrol, fillPledge, keptDrafts, openHousehold, pledge, seeCount, seeWhole, sign } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, deskBeside, expectNoSidewaysScroll, screensOf, WARD } from "./stage.ts";
import { waitForWorker } from "./telephone.ts";

let app: App;
let office: OfficeClient;
const { open, phoneOf, rest, close } = createStage();

beforeAll(async () => {
  ({ app, office } = await open());
});
// One that failed while the ward was out of reach takes no other along.
beforeEach(() => app.start());
afterEach(rest);
afterAll(close);

/** Another household on each screen. */
const DOORS: Record<number, string> = { 320: "Hộ 2, tổ 1", 360: "Hộ 1, tổ 1", 1280: "Hộ 3, tổ 1" };

test.each(screensOf(360))(
  "a household pledges at its door without coverage, and the ward has it, once: $viewport.width px",
  async (glass) => {
    const door = DOORS[glass.viewport.width] ?? "";
    const signer = `Hồ Văn Tiến ${glass.viewport.width}`;
    const phone = phoneOf(glass);
    let page = await phone.open();
    await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy cô Sáu");
    await seeWhole(page);

    // The ward is out of reach: the server is down, not merely pretended to be.
    await app.stop();
    await openHousehold(page, app.origin, door);
    await page.getByRole("button", { name: "Phát sổ tay" }).click();
    await page.getByText("Đã giữ trong máy").first().waitFor();
    await pledge(page, signer);

    // The battery dies; what the screen said was kept is there.
    await phone.kill();
    page = await phone.open();
    await page.goto(`${app.origin}/di-ho`);
    await page.getByRole("link", { name: new RegExp(`^${door}\\b.*đã ký`, "i") }).waitFor();
    await page.goto(`${app.origin}/so-gui`);
    await seeCount(page, "chờ gửi", 3);

    await app.start();
    await page.getByRole("button", { name: "Gửi ngay" }).click();
    await seeCount(page, "phường đã nhận", 3);

    const log = await office.pull();
    const signed = log.find(({ personal }) => personal["signer"] === signer);
    const mine = log.filter(({ kid }) => kid === signed?.kid);
    expect(mine.map(({ claims }) => claims.type).toSorted()).toEqual([
      "consent.given",
      "handbook.delivered",
      "pledge.signed",
    ]);
    const device = log.find(({ claims }) => claims.type === "device.enrolled" && claims.sub === signed?.kid);
    const key = await importJWK(device?.claims.body["key"] as Record<string, string>, "ES256");
    const verified = await compactVerify(signed?.jws ?? "", key, { algorithms: ["ES256"] });
    expect(JSON.parse(new TextDecoder().decode(verified.payload))).toMatchObject({
      type: "pledge.signed",
      body: { campaign: "2026", medium: "screen", declined: [] },
    });
    expect(signed?.personal).toMatchObject({ signer });
    expect(signed?.personal["strokes"]).toMatch(/^M/);

    // Sending again changes nothing.
    await page.getByRole("button", { name: "Gửi ngay" }).click();
    expect((await office.pull()).length).toBe(log.length);

    const other = phoneOf();
    const second = await other.open();
    await enrol(second, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy anh Tư");
    await second.getByRole("link", { name: new RegExp(`^${door}\\b.*đã ký`, "i") }).waitFor();

    const desk = phoneOf({ viewport: deskBeside(glass) });
    const wide = await desk.open();
    await enrol(wide, linkIn(app.cli("invite", WARD, "office")), "Văn phòng");
    await wide.goto(`${app.origin}/phuong`);
    await wide
      .getByRole("row", { name: /Khu phố 1/ })
      .getByText(String(log.filter(({ claims }) => claims.type === "pledge.signed").length), { exact: true })
      .first()
      .waitFor();
    await expectNoSidewaysScroll(wide);
  },
);

test("a half-filled pledge is found again after the battery died, also with the phone held across", async () => {
  const phone = phoneOf();
  let page = await phone.open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp2")), "Máy chị Hai");
  await openHousehold(page, app.origin, "Hộ 1, tổ 6");
  await fillPledge(page, "Người đang ghi dở");
  await expect.poll(() => keptDrafts(page)).toMatch(/"strokes":\[\[\d/);
  await phone.kill();

  page = await phone.open();
  await openHousehold(page, app.origin, "Hộ 1, tổ 6");
  await page.getByRole("button", { name: "Ký cam kết" }).click();
  // Held across, all of where to sign is in sight at once.
  await page.setViewportSize({ width: 780, height: 360 });
  const box = page.locator(".signature");
  await box.scrollIntoViewIfNeeded();
  expect((await box.boundingBox())?.height).toBeLessThan(360);
  await page.getByRole("button", { name: "Lưu cam kết" }).click();
  await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();
  await page.goto(`${app.origin}/so-gui`);
  await seeCount(page, "phường đã nhận", 2);
  const log = await office.pull();
  expect(log.filter(({ personal }) => personal["signer"] === "Người đang ghi dở").length).toBe(1);
});

test("without consent only the handbook is recorded, and an empty signature is not taken", async () => {
  const phone = phoneOf();
  const page = await phone.open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp3")), "Máy anh Năm");
  await openHousehold(page, app.origin, "Hộ 1, tổ 11");
  await page.getByRole("button", { name: "Ký cam kết" }).click();
  await page.getByRole("button", { name: "Đồng ý tất cả" }).click();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  const consent = page.getByRole("checkbox", { name: /^Hộ đồng ý/ }).first();
  expect(await consent.isChecked()).toBe(false);
  await page.getByRole("textbox", { name: "Người ký" }).fill("Người Thử");
  await consent.check();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.getByRole("button", { name: "Lưu cam kết" }).click();
  expect(await page.getByRole("heading", { name: "Đã ký cam kết" }).isVisible()).toBe(false);
  await sign(page);
  await page.getByRole("button", { name: "Lưu cam kết" }).click();
  await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();
});

test("a resident's handbook opens without coverage after a restart", async () => {
  const phone = phoneOf();
  let page = await phone.open();
  await page.goto(`${app.origin}/so-tay/${WARD}/kp2`);
  await page.getByText("Đã có trong máy").waitFor();
  await waitForWorker(page);
  await phone.close();
  await app.stop();

  page = await phone.open();
  await page.goto(`${app.origin}/so-tay/${WARD}/kp2`);
  await page.getByRole("searchbox", { name: "Tìm trong quy ước" }).fill("rac");
  const hit = page.getByRole("link", { name: /Điều \d+/ }).first();
  await hit.waitFor();
  // Above the keyboard, which takes half of a small phone.
  expect((await hit.boundingBox())?.y).toBeLessThan(780 / 2);
  await page
    .getByRole("link", { name: /Điều 11/ })
    .first()
    .click();
  await page.getByRole("heading", { name: /rác/i }).first().waitFor();
  expect(await page.locator("main").textContent()).toContain("hợp đồng thu gom rác");
  // A page that was never loaded says so in words.
  await page.goto(`${app.origin}/so-tay/phuong-khac/kp1`);
  const words = page.getByText(/chưa (có|tải)|không có mạng/i).first();
  await words.waitFor();
  expect(await words.isVisible()).toBe(true);
});
