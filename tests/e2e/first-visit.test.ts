import { afterEach, beforeEach, expect, test } from "vitest";

import { createApp, furnish, linkIn, type App } from "./app.ts";
import { createTelephone, type Telephone } from "./telephone.ts";

const WARD = "phuong-3";
let app: App;
let phone: Telephone;

beforeEach(async () => {
  app = await createApp();
});
afterEach(async () => {
  await phone.remove();
  await app.remove();
});

test("an empty store says that there is no ward yet, and how to make one", async () => {
  await app.start();
  phone = createTelephone();
  const page = await phone.open();
  await page.goto(app.origin);
  await page.getByText("Chưa có phường nào").first().waitFor();
  expect(await page.locator("main").textContent()).toContain("init");
});

test("on an insecure address every page says first what does not work, and why", async () => {
  furnish(app);
  await app.start();
  // Any name but localhost is insecure without TLS, as 192.168.… is.
  phone = createTelephone({ args: ["--host-resolver-rules=MAP phuong.test 127.0.0.1"] });
  const page = await phone.open();
  const origin = app.origin.replace("localhost", "phuong.test");
  for (const path of ["/", `/so-tay/${WARD}/kp1`, "/vao", "/di-ho", "/so-gui", "/toi", "/phuong", "/xyz"]) {
    await page.goto(`${origin}${path}`);
    await page.getByText(/https/i).first().waitFor();
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  }
  await page.goto(`${origin}/so-tay/${WARD}/kp1`);
  await page.getByRole("searchbox", { name: "Tìm trong quy ước" }).waitFor();
});

test("inside Zalo nothing is enrolled, and the code stays good", async () => {
  furnish(app);
  await app.start();
  const link = linkIn(app.cli("invite", WARD, "volunteer", "kp1"));
  phone = createTelephone({
    userAgent:
      "Mozilla/5.0 (Linux; Android 12; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0 Mobile Safari/537.36 Zalo android/230901",
  });
  const page = await phone.open();
  await page.goto(link);
  await page.getByText("Zalo").first().waitFor();
  expect(await page.getByRole("button", { name: "Đăng ký máy này" }).count()).toBe(0);
  await phone.remove();

  phone = createTelephone();
  const real = await phone.open();
  await real.goto(link);
  // Opening uses nothing up; the tap does.
  await real.reload();
  await real.getByRole("textbox", { name: "Tên thiết bị" }).fill("Máy cô Sáu");
  await real.getByRole("button", { name: "Đăng ký máy này" }).click();
  await real.waitForURL(/\/di-ho/);
  await phone.remove();

  phone = createTelephone();
  const late = await phone.open();
  await late.goto(link);
  await late.getByRole("textbox", { name: "Tên thiết bị" }).fill("Máy khác");
  await late.getByRole("button", { name: "Đăng ký máy này" }).click();
  await late
    .getByText(/đã được một máy khác dùng/)
    .first()
    .waitFor();
  expect(late.url()).toContain("/vao");
});
