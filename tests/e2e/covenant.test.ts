import { afterEach, beforeEach, expect, test } from "vitest";

import { enrol, keptDrafts } from "./acts.ts";
import { createApp, furnish, linkIn, type App } from "./app.ts";
import { makeDocx } from "./make-docx.ts";
import { deskBeside, desksOf, expectNoSidewaysScroll, screensOf } from "./stage.ts";
import { createTelephone, waitForWorker, type Telephone } from "./telephone.ts";

const WARD = "phuong-3";
let app: App;
let office: Telephone | null;
let resident: Telephone | null;

beforeEach(async () => {
  [office, resident] = [null, null];
  app = await createApp();
  furnish(app);
  await app.start();
});
afterEach(async () => {
  for (const phone of [office, resident]) await phone?.remove();
  await app.remove();
});

test.each(screensOf(320))(
  "the office writes edition 5 without coverage and publishes it; a resident's phone that has edition 4 gets it and sees what changed: $viewport.width px",
  async (glass) => {
    resident = createTelephone(glass);
    const page = await resident.open();
    await page.goto(`${app.origin}/so-tay/${WARD}/kp2`);
    await page.getByText(/ấn bản lần thứ 4/).waitFor();
    await waitForWorker(page);

    office = createTelephone({ viewport: deskBeside(glass) });
    const desk = await office.open();
    await enrol(desk, linkIn(app.cli("invite", WARD, "office")), "Văn phòng");
    await desk.goto(`${app.origin}/phuong/so-tay`);
    await desk
      .getByText(/Bản lần thứ 4 · 30 điều/)
      .first()
      .waitFor();
    await app.stop();

    await desk.getByRole("link", { name: "Soạn bản mới Khu phố 2" }).click();
    const box = desk.getByRole("textbox", { name: "Lời quy ước" });
    const text = await box.inputValue();
    await box.fill(
      text.replace("### Điều 1. Phạm vi\n\nQuy ước này", "### Điều 1. Phạm vi\n\nTừ năm 2027, quy ước này"),
    );
    await desk.getByRole("textbox", { name: "Số quyết định công nhận" }).fill("1600/QĐ-UBND");
    await desk.getByText(/Bản nháp được giữ/).waitFor();
    await expectNoSidewaysScroll(desk);
    // A battery that dies takes nothing along.
    await expect.poll(() => keptDrafts(desk)).toContain("Từ năm 2027, quy ước này");
    await office.kill();
    const again = await office.open();
    await again.goto(`${app.origin}/phuong/so-tay/kp2`);
    await again.getByRole("button", { name: "Công bố bản này" }).click();
    await again.getByRole("dialog", { name: "Công bố bản lần thứ 5 của Khu phố 2?" }).waitFor();
    await again.getByRole("button", { name: "Công bố", exact: true }).click();
    await again.getByText("Chưa gửi về phường").waitFor();

    await app.start();
    await again.reload();
    await again.getByText(/Bản lần thứ 5 · 30 điều/).waitFor();
    await again.getByText("Chưa gửi về phường").waitFor({ state: "detached" });

    await page.reload();
    await page.getByText(/ấn bản lần thứ 5/).waitFor();
    await page.getByRole("heading", { name: "Có gì khác bản lần thứ 4" }).waitFor();
    await page.getByText("Xem từng điều đã đổi").click();
    await page.getByText(/^1 điều có thay đổi/).waitFor();
    expect(await page.locator(".changes ins").allTextContents()).toEqual([
      expect.stringContaining("Từ năm 2027, quy"),
    ]);
    expect(app.cli("verify", WARD)).toBeDefined();
  },
);

test.each(desksOf(1280))(
  "a Word file is opened, its articles found without heading styles, and what is no text is told: $width × $height",
  async (viewport) => {
    office = createTelephone({ viewport });
    const desk = await office.open();
    await enrol(desk, linkIn(app.cli("invite", WARD, "office")), "Văn phòng");
    await desk.goto(`${app.origin}/phuong/so-tay/kp2`);
    await desk.getByRole("textbox", { name: "Lời quy ước" }).waitFor();
    const buffer = makeDocx(
      [
        "QUY ƯỚC KHU PHỐ 2",
        "Chương I",
        "QUY ĐỊNH CHUNG",
        "Điều 1. Phạm vi",
        "Dùng cho mọi nhà.",
        "Điều 2. Mục đích",
        "Sống vui.",
      ],
      ["TRƯỞNG KHU PHỐ"],
    );
    await desk.locator('input[type="file"]').setInputFiles({
      name: "quy-uoc.docx",
      mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      buffer,
    });
    await desk.getByText("Đã lấy 1 chương, 2 điều từ quy-uoc.docx.").first().waitFor();
    expect(await desk.getByRole("textbox", { name: "Lời quy ước" }).inputValue()).toBe(
      "## Chương I. QUY ĐỊNH CHUNG\n\n### Điều 1. Phạm vi\n\nDùng cho mọi nhà.\n\n### Điều 2. Mục đích\n\nSống vui.",
    );
    await desk.getByText("‘TRƯỞNG KHU PHỐ’").waitFor();
    await expectNoSidewaysScroll(desk);
    await desk.locator('input[type="file"]').setInputFiles({
      name: "hong.docx",
      mimeType: "application/octet-stream",
      buffer: buffer.subarray(0, 40),
    });
    await desk
      .getByRole("alert")
      .getByText(/^Không đọc được tệp này/)
      .waitFor();
  },
);
