import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { beAway, enrol, openHousehold, seeWhole } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { createStage, expectNoSidewaysScroll, screensOf, WARD } from "./stage.ts";

let app: App;
let stage: ReturnType<typeof createStage>;

beforeEach(async () => {
  stage = createStage();
  ({ app } = await stage.open());
});
afterEach(() => stage.close());

const PIN = "2580";

async function setPin(page: Page): Promise<void> {
  await page.goto(`${app.origin}/toi`);
  await page.getByRole("button", { name: "Đặt mã PIN" }).click();
  await page.getByLabel(/^Mã mới/).fill(PIN);
  await page.getByLabel("Gõ lại mã mới").fill(PIN);
  await page.getByRole("button", { name: "Giữ mã này" }).click();
  await page.getByText(/^Đã đặt mã/).waitFor();
}

async function give(page: Page, pin: string): Promise<void> {
  await page.getByLabel("Mã PIN").fill(pin);
  await page.getByRole("button", { name: "Mở", exact: true }).click();
}

test.each(screensOf(360))(
  "a phone with a PIN shows nobody's name before it is given, on whatever page, without coverage: $viewport.width px",
  async (glass) => {
    const phone = stage.phoneOf(glass);
    const page = await phone.open();
    await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy cô Sáu");
    await seeWhole(page);
    await setPin(page);
    await openHousehold(page, app.origin, "Hộ 1, tổ 1");
    const form = `${page.url()}/ky`;
    // The look of the round was kept by then.
    await page.goto(`${app.origin}/di-ho`);
    await page
      .getByRole("link", { name: /^Hộ 1, tổ 1/ })
      .first()
      .waitFor();
    await page.reload();
    await page
      .getByRole("link", { name: /^Hộ 1, tổ 1/ })
      .first()
      .waitFor();
    await app.stop();

    // Another tab, as after the app was closed.
    for (const address of [`${app.origin}/`, `${app.origin}/di-ho`, form]) {
      const anew = await page.context().newPage();
      const seen: string[] = [];
      await anew.exposeFunction("see", (text: string) => seen.push(text));
      await anew.addInitScript(() => {
        const see = (window as unknown as { see: (text: string) => void }).see;
        new MutationObserver(() => see(document.body?.innerText ?? "")).observe(document, {
          subtree: true,
          childList: true,
        });
      });
      await anew.goto(address);
      await anew.getByRole("heading", { name: "Sổ tay đang khoá" }).waitFor();
      await expectNoSidewaysScroll(anew);
      await give(anew, "1111");
      await anew.getByText("Mã chưa đúng.").waitFor();
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.join("\n")).not.toContain("Hồ Văn Tiến");
      await give(anew, PIN);
      await anew.getByText("Hồ Văn Tiến").first().waitFor();
      await anew.close();
    }
  },
);

test("a form that is half filled in stands again once the PIN is given after a while away", async () => {
  const page = await stage.phoneOf().open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy cô Sáu");
  await seeWhole(page);
  await setPin(page);
  await openHousehold(page, app.origin, "Hộ 1, tổ 1");
  await page.getByRole("button", { name: "Ký cam kết", exact: true }).click();
  await page.getByRole("button", { name: "Đồng ý tất cả" }).click();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.getByRole("textbox", { name: "Người ký" }).fill("Hồ Văn Tiến");
  await page.evaluate(beAway);
  await page.getByRole("heading", { name: "Sổ tay đang khoá" }).waitFor();
  await give(page, PIN);
  await expect.poll(() => page.getByRole("textbox", { name: "Người ký" }).inputValue()).toBe("Hồ Văn Tiến");
  // A page that is loaded anew right after is not asked again.
  await page.reload();
  await page.getByRole("textbox", { name: "Người ký" }).waitFor();
});

test("whoever has forgotten the PIN gives the phone up, and it asks for none any more", async () => {
  const page = await stage.phoneOf().open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy cô Sáu");
  await seeWhole(page);
  await setPin(page);
  await page.evaluate(beAway);
  await page.getByRole("button", { name: "Quên mã?" }).click();
  await page.getByRole("button", { name: "Gửi trước, rồi xoá khỏi máy" }).click();
  await page.getByText("Phường đã có mọi bản ghi của máy này.").waitFor();
  await page.getByRole("button", { name: "Xoá và thôi dùng máy này" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Xoá và thôi dùng máy này" }).click();
  await page.getByRole("link", { name: "Đăng ký máy bằng mã mời" }).waitFor();
  expect(await page.getByRole("button", { name: "Đặt mã PIN" }).count()).toBe(0);
});
