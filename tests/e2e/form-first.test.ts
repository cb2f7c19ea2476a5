import { afterAll, beforeAll, expect, test } from "vitest";

import { dropApp, enrol, seeWhole, sign } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { createStage, WARD } from "./stage.ts";

let app: App;
const { open, phoneOf, close } = createStage();

beforeAll(async () => {
  ({ app } = await open());
});
afterAll(close);

test("a pledge is read out and agreed to while the rest of the app is still on its way, and nothing of it is lost", async () => {
  const phone = phoneOf();
  const page = await phone.open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy cô Sáu");
  const home = await page.getByRole("link", { name: /^Hộ 1, tổ 1\b/ }).getAttribute("href");
  await dropApp(page);
  let hold = true;
  let held = 0;
  await page.route(/\/assets\/phone-[^/]*\.js$/, async (route) => {
    held += 1;
    await (hold ? route.abort("failed") : route.continue());
  });
  await page.goto(`${app.origin}${home}/ky`);
  await page.getByRole("button", { name: "Đồng ý tất cả" }).click();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page.getByRole("textbox", { name: "Người ký" }).fill("Hồ Văn Tiến");
  await expect.poll(() => held).toBeGreaterThan(0);
  hold = false;
  await page
    .getByRole("checkbox", { name: /^Hộ đồng ý/ })
    .first()
    .check();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await sign(page);
  await page.getByRole("button", { name: "Lưu cam kết" }).click();
  await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();
  await page.goto(`${app.origin}/di-ho`);
  await page.getByRole("link", { name: /^Hộ 1, tổ 1\b.*đã ký/i }).waitFor();
});

test("where the form itself does not come, the app says so, sends on, and opens it anew", async () => {
  const page = await phoneOf().open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy anh Tư");
  await seeWhole(page);
  const home = await page.getByRole("link", { name: /^Hộ 2, tổ 1\b/ }).getAttribute("href");
  await dropApp(page);
  let lost = true;
  await page.route(/\/assets\/pledge-[^/]*\.js$/, (route) =>
    lost ? route.abort("failed") : route.continue(),
  );
  const exchange = page.waitForRequest(/\/statements\?after=/);
  await page.goto(`${app.origin}${home}/ky`);
  const again = page.getByRole("button", { name: "Mở lại trang" });
  await again.waitFor();
  await exchange;
  lost = false;
  await again.click();
  await page.getByRole("button", { name: "Đồng ý tất cả" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`${home}/ky`);
});
