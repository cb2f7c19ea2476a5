// node scripts/pictures.mjs: takes the pictures of README, and one of each screen into tests/e2e/pictures, from the running app, on
// the demo ward, at 360 × 780. To be looked at beside one another, and beside what they were before.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

import { ensureBrowser } from "./browser.mjs";
import { root } from "./paths.mjs";
import { command, startServer } from "./server-process.mjs";

const browser = ensureBrowser();
if (!browser.ok) throw new Error(browser.sentence);
const dataDir = mkdtempSync(join(tmpdir(), "so-tay-pictures-"));
await command(["demo"], { DATA_DIR: dataDir });
const server = await startServer({ dataDir });
const screens = join(root, "tests/e2e/pictures");
mkdirSync(screens, { recursive: true });
try {
  await withPhone(2, async (page) => takeForReadme(page, await invite("volunteer", "kp2")));
  await withPhone(1, async (page) => takeScreens(page, await invite("volunteer", "kp2")));
  await withPhone(1, async (page) => takeOffice(page, await invite("office")));
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

async function invite(...words) {
  const said = await command(["invite", "phuong-3", ...words], { DATA_DIR: dataDir, ORIGIN: server.origin });
  return said.join("\n");
}

/** A telephone of its own, with so many dots a pixel. */
async function withPhone(deviceScaleFactor, walk) {
  const profile = mkdtempSync(join(tmpdir(), "so-tay-profile-"));
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
    deviceScaleFactor,
    hasTouch: true,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    const session = await context.newCDPSession(page);
    await session.send("Browser.grantPermissions", {
      permissions: ["durableStorage"],
      origin: server.origin,
    });
    await walk(page);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

async function take(page, path) {
  await page.waitForTimeout(800);
  await page.screenshot({ path });
}

async function enrol(page, link, name) {
  await page.goto(link);
  await page.getByRole("textbox", { name: "Tên thiết bị" }).fill(name);
  await page.getByRole("button", { name: "Đăng ký máy này" }).click();
  await page.waitForURL(/di-ho|phuong/);
}

async function takeForReadme(page, link) {
  const shot = (name) => take(page, join(root, "docs", `${name}.png`));
  await enrol(page, link, "Máy cô Sáu");
  await page.getByRole("button", { name: "Tổ 7", exact: true }).click();
  await shot("round");
  await openHousehold(page, /chưa gặp|vắng/i);
  await fillPledge(page);
  await shot("pledge");
  await page.goto(`${server.origin}/so-tay/phuong-3/kp2`);
  await page.getByText("Đã có trong máy").waitFor();
  await shot("handbook");
}

/** What a reader and then a volunteer sees, screen by screen. */
async function takeScreens(page, link) {
  const shot = (name) => take(page, join(screens, `${name}.png`));
  const see = async (path, name) => {
    await page.goto(`${server.origin}${path}`);
    await page.getByRole("heading").first().waitFor();
    await shot(name);
  };
  await see("/so-tay/phuong-3", "khu-pho");
  await see("/so-tay/phuong-3/kp2", "cover");
  await page.getByRole("searchbox", { name: "Tìm trong quy ước" }).fill("rac");
  await shot("search");
  await see("/so-tay/phuong-3/kp2?dieu=11", "article");
  await see("/vao", "paste-invite");
  await see("/toi", "me-reader");
  await see("/ho-cua-toi", "own");
  await see("/tap-dung", "practice");
  await page.goto(link);
  await page.getByRole("textbox", { name: "Tên thiết bị" }).waitFor();
  await shot("enrol");
  await enrol(page, link, "Máy cô Sáu");
  // All that the volunteer's areas have.
  await page
    .getByText(/^Có mạng · gửi lúc/)
    .first()
    .waitFor();
  await shot("round");
  await page.getByRole("button", { name: "Tổ 7", exact: true }).click();
  await shot("round-group");
  await openHousehold(page, /chưa gặp|vắng/i);
  await shot("household");
  const household = new URL(page.url()).pathname;
  await page.getByRole("button", { name: "Hẹn lại" }).click();
  await shot("come-back");
  await page.getByRole("button", { name: "Đóng" }).click();
  await page.getByRole("button", { name: "Gặp được" }).click();
  await shot("household-met");
  await fillPledge(page, shot);
  await shot("pledge-3");
  await page.getByRole("button", { name: "Lưu cam kết" }).click();
  await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();
  await page.waitForTimeout(1500);
  await shot("receipt");
  await see(household, "household-signed");
  await see(`${household}/in`, "print-pledge");
  await see(`${household}/thong-tin`, "household-info");
  await see("/di-ho/thu-tu", "order");
  await see("/di-ho/hop", "meeting");
  await see("/di-ho/cuoi-ngay", "day-end");
  await see("/danh-sach/them", "new-household");
  await see("/so-gui", "outbox");
  await see("/xyz", "not-here");
  await see("/toi", "me");
  await page.goto(`${server.origin}/di-ho`);
  await page.getByRole("button", { name: "Tổ 7", exact: true }).click();
  await openHousehold(page, /chưa gặp|vắng/i);
  await see(`${new URL(page.url()).pathname}/tu-ky`, "send-link");
  await page.getByRole("button", { name: "Tạo đường dẫn" }).click();
  await shot("send-link-made");
}

/** Each page of the office on a laptop, and the first one on a phone as well. */
async function takeOffice(page, link) {
  await enrol(page, link, "Văn phòng");
  // All that the ward has.
  await page
    .getByText(/1\.003 hộ/)
    .first()
    .waitFor();
  await take(page, join(screens, "office.png"));
  const addresses = await page
    .getByRole("navigation", { name: "Các trang của văn phòng" })
    .getByRole("link")
    .evaluateAll((links) => links.map((one) => one.getAttribute("href")));
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const path of [...addresses, "/phuong/ho-dan/trung", "/phuong/so-tay/kp2"]) {
    await page.goto(`${server.origin}${path}`);
    await page.getByRole("heading").first().waitFor();
    await take(page, join(screens, `office${path.replace("/phuong", "").replaceAll("/", "-")}-wide.png`));
  }
}

/** The first household of tổ 7 in the list that stands so. */
async function openHousehold(page, standing) {
  await page
    .getByRole("link", { name: /^Hộ \d+, tổ 7/ })
    .filter({ hasText: standing })
    .first()
    .click();
  await page.getByRole("button", { name: "Ký cam kết" }).waitFor();
}

/** Up to the signature; each step is shown to whoever asks. */
async function fillPledge(page, shot = () => undefined) {
  await page.getByRole("button", { name: "Ký cam kết" }).click();
  await page.getByRole("button", { name: "Đồng ý tất cả" }).click();
  await shot("pledge-1");
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await page
    .getByRole("checkbox", { name: /^Hộ đồng ý/ })
    .first()
    .check();
  await shot("pledge-2");
  await page.getByRole("button", { name: "Tiếp tục" }).click();
  await sign(page);
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
