// node scripts/pictures.mjs: takes the pictures of README from the running app, on the demo ward, at 360 × 780.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

import { ensureBrowser } from "./browser.mjs";
import { root } from "./paths.mjs";
import { command, startServer } from "./server-process.mjs";

const browser = ensureBrowser();
if (!browser.ok) throw new Error(browser.sentence);
const dataDir = mkdtempSync(join(tmpdir(), "so-tay-pictures-"));
const profile = mkdtempSync(join(tmpdir(), "so-tay-profile-"));
await command(["demo"], { DATA_DIR: dataDir });
const server = await startServer({ dataDir });
const invited = await command(["invite", "phuong-3", "volunteer", "kp2"], {
  DATA_DIR: dataDir,
  ORIGIN: server.origin,
});
const context = await chromium.launchPersistentContext(profile, {
  executablePath: browser.path,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
  ],
  viewport: { width: 360, height: 780 },
  deviceScaleFactor: 2,
  hasTouch: true,
  locale: "vi-VN",
  timezoneId: "Asia/Ho_Chi_Minh",
});
try {
  const session = await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  await session.send("Browser.grantPermissions", { permissions: ["durableStorage"], origin: server.origin });
  await takeAll(context.pages()[0], server.origin, invited.join("\n"));
} finally {
  await context.close();
  await server.stop();
  for (const folder of [dataDir, profile]) rmSync(folder, { recursive: true, force: true });
}

async function takeAll(page, origin, link) {
  const take = async (name) => {
    await page.waitForTimeout(800);
    await page.screenshot({ path: join(root, "docs", `${name}.png`) });
  };
  await page.goto(link);
  await page.getByRole("textbox", { name: "Tên thiết bị" }).fill("Máy cô Sáu");
  await page.getByRole("button", { name: "Đăng ký máy này" }).click();
  await page.waitForURL(/di-ho/);
  await page.getByRole("button", { name: "Tổ 7", exact: true }).click();
  await take("round");
  await page
    .getByRole("link", { name: /^Hộ \d+, tổ 7.*(chưa gặp|vắng)/i })
    .first()
    .click();
  await page.getByRole("button", { name: "Ký cam kết" }).click();
  await page.getByRole("button", { name: "Đồng ý tất cả" }).click();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page
    .getByRole("checkbox", { name: /^Hộ đồng ý/ })
    .first()
    .check();
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await sign(page);
  await take("pledge");
  await page.goto(`${origin}/so-tay/phuong-3/kp2`);
  await page.getByText("Đã có trong máy").waitFor();
  await take("handbook");
}

async function sign(page) {
  const box = await page.getByLabel("Chữ ký", { exact: true }).boundingBox();
  const steps = [
    [0.15, 0.6],
    [0.28, 0.2],
    [0.33, 0.75],
    [0.45, 0.3],
    [0.5, 0.7],
    [0.62, 0.25],
    [0.66, 0.72],
    [0.85, 0.4],
  ];
  for (const [index, [x, y]] of steps.entries()) {
    await page.mouse.move(box.x + box.width * x, box.y + box.height * y, { steps: 8 });
    if (index === 0) await page.mouse.down();
  }
  await page.mouse.up();
}
