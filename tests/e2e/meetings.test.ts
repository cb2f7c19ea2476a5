import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { enrol, sendNow } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, WARD } from "./stage.ts";
import type { Telephone } from "./telephone.ts";

let stage: ReturnType<typeof createStage>;
let app: App;
let client: OfficeClient;

beforeEach(async () => {
  stage = createStage();
  ({ app, office: client } = await stage.open());
});
afterEach(() => stage.close());

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
]) {
  test(`a meeting is announced, and its list taken without coverage, on a computer that dies between: ${viewport.width} × ${viewport.height}`, async () => {
    const desk = stage.phoneOf({ viewport });
    let office = await openMeetings(desk);
    await office.getByRole("button", { name: "Lập buổi họp" }).click();
    await office.getByRole("combobox", { name: "Của ai" }).selectOption("kp2/t07");
    await office.getByRole("textbox", { name: "Họp về việc gì" }).fill("Đọc quy ước mới");
    await office.getByRole("textbox", { name: "Địa điểm" }).fill("Nhà văn hoá khu phố 2");
    await app.stop();
    await office.getByRole("button", { name: "Báo họp" }).click();
    await office.getByText("Đã báo buổi họp").first().waitFor();
    await noSidewaysScroll(office);
    await office.getByRole("button", { name: "Đọc quy ước mới" }).click();
    const list = office.getByRole("list", { name: "Các hộ được mời" });
    for (let at = 0; at < 3; at++) await list.getByRole("button").nth(at).click();
    await office.getByText(/^3 \/ \d+ hộ$/).waitFor();
    await noSidewaysScroll(office);

    await desk.kill();
    office = await openAgain(desk);
    await office.getByRole("button", { name: "Đọc quy ước mới" }).click();
    await office.getByText(/^3 \/ \d+ hộ$/).waitFor();
    await office.getByRole("button", { name: "Ghi kết quả" }).click();
    await office.getByRole("textbox", { name: "Kết luận" }).fill("Thống nhất dọn hẻm 4.");
    await office.getByRole("textbox", { name: "Số hộ có mặt đếm được" }).fill("5000");
    await office.getByRole("button", { name: "Lưu buổi họp" }).click();
    await office.getByText(/^Ghi 5000 hộ có mặt, nhưng chỉ có \d+ hộ/).waitFor();
    await office.getByRole("textbox", { name: "Số hộ có mặt đếm được" }).fill("");
    await office.getByRole("button", { name: "Lưu buổi họp" }).click();
    await office.getByText("Đã ghi buổi họp").first().waitFor();

    await app.start();
    await sendNow(office, app.origin);
    const log = await client.pull();
    const words = log.filter(({ claims }) => claims.type === "meeting.held");
    expect(words.map(({ claims: { body } }) => [body["planned"], body["meeting"]])).toEqual([
      [true, undefined],
      [undefined, words[0]?.claims.jti],
      [undefined, words[0]?.claims.jti],
    ]);
    expect(words[2]?.personal).toEqual({ conclusions: "Thống nhất dọn hẻm 4." });
    const attended = log.filter(({ claims }) => claims.type === "meeting.attended");
    expect(new Set(attended.map(({ claims }) => claims.sub)).size).toBe(3);
    expect(attended.every(({ claims }) => claims.body["meeting"] === words[0]?.claims.jti)).toBe(true);
    // Everybody reads that it was, and nobody what was said there.
    const open = await (await fetch(`${app.origin}/api/wards/${WARD}/public`)).text();
    expect(open).toContain(words[2]?.jws);
    expect(open).not.toContain(words[2]?.text.split("~")[1]);
  });
}

async function openMeetings(desk: Telephone): Promise<Page> {
  const page = await desk.open();
  await enrol(page, linkIn(app.cli("invite", WARD, "office")), "Máy tính phường");
  await page.goto(`${app.origin}/phuong/hop`);
  await page.getByRole("button", { name: "Lập buổi họp" }).waitFor();
  return page;
}

async function openAgain(desk: Telephone): Promise<Page> {
  const page = await desk.open();
  await page.goto(`${app.origin}/phuong/hop`);
  return page;
}

async function noSidewaysScroll(page: Page): Promise<void> {
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
}
