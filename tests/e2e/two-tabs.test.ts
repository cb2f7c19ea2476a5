import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { enrol, fillPledge, giveOpinion, seeWhole } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { createStage, expectNoSidewaysScroll, WARD } from "./stage.ts";

let app: App;
const { open, phoneOf, rest, close } = createStage();

beforeAll(async () => {
  ({ app } = await open());
});
afterEach(rest);
afterAll(close);

test("a second page at a pledge says that the first has saved it, and what is half corrected outlives a reload: 360 px", async () => {
  const page = await phoneOf().open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp2/t06")), "Máy cô Sáu");
  await seeWhole(page);
  await page.getByRole("link", { name: /^Nên đi tiếp: / }).click();
  await page.getByRole("button", { name: "Ký cam kết", exact: true, disabled: false }).waitFor();
  const door = page.url();
  await page.getByRole("button", { name: "Vắng nhà", exact: true }).click();
  await correct(page);
  await page.getByRole("textbox", { name: /^Ghi chú/ }).fill("Cổng khoá, hỏi nhà bên: tối mới về");
  await page.reload();
  await correct(page);
  expect(await page.getByRole("textbox", { name: /^Ghi chú/ }).inputValue()).toMatch(/tối mới về$/);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Bỏ phần đang sửa" }).waitFor();
  await page.getByRole("button", { name: "Giữ bản sửa" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await fillPledge(page, "Nguyễn Thị Ánh");
  const second = await page.context().newPage();
  await second.goto(page.url());
  await second.getByRole("button", { name: "Lưu cam kết" }).waitFor();
  await page.bringToFront();
  await page.getByRole("button", { name: "Lưu cam kết" }).click();
  await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();
  await second.bringToFront();
  await second.getByRole("alert").getByText("Bản cam kết này vừa được lưu ở trang khác").waitFor();
  await second.getByRole("link", { name: "Xem trang của hộ" }).click();
  await second.waitForURL(door);
  await second
    .getByText(/^Đã ký cam kết/)
    .first()
    .waitFor();
});

async function correct(page: Page): Promise<void> {
  await page
    .getByRole("button", { name: /^Sửa bản ghi/ })
    .first()
    .click();
  await page.getByRole("dialog", { name: "Sửa bản ghi" }).waitFor();
}

test("a second page of the office is told that the first has answered, and keeps its words: 1280 px", async () => {
  const first = await phoneOf({ viewport: { width: 1280, height: 800 } }).open();
  await enrol(first, linkIn(app.cli("invite", WARD, "office")), "Văn phòng");
  await giveOpinion(first, app.origin, "Đèn hẻm 4 hay tắt.");
  const second = await first.context().newPage();
  for (const page of [first, second]) {
    await page.bringToFront();
    await page.goto(`${app.origin}/phuong/y-kien`);
    await page.getByRole("button", { name: "Đèn hẻm 4 hay tắt." }).click();
    await page.getByRole("button", { name: "Trả lời", exact: true }).click();
  }
  await second.getByRole("textbox", { name: "Phường trả lời" }).fill("Mai thợ tới thay bóng.");
  await first.bringToFront();
  await first.getByRole("textbox", { name: "Phường trả lời" }).fill("Phường đã báo điện lực.");
  await first.getByRole("button", { name: "Giữ câu trả lời" }).click();
  await first.getByRole("dialog").waitFor({ state: "detached" });
  await second.bringToFront();
  const told = second.getByRole("alert");
  await told.getByText("Đã có người trả lời trước").waitFor();
  await told.getByText("Đã trả lời: Phường đã báo điện lực.").waitFor();
  expect(await second.getByRole("button", { name: "Giữ câu trả lời" }).count()).toBe(0);
  expect(await second.getByRole("textbox", { name: "Phường trả lời" }).inputValue()).toBe(
    "Mai thợ tới thay bóng.",
  );
  await second.reload();
  await second.getByRole("button", { name: "Đèn hẻm 4 hay tắt." }).click();
  await second.getByRole("button", { name: "Trả lời lại" }).click();
  await expect
    .poll(() => second.getByRole("textbox", { name: "Phường trả lời" }).inputValue())
    .toBe("Mai thợ tới thay bóng.");
});
