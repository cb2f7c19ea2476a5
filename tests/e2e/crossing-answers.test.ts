import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { enrol, sendNow } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { createStage, desksOf, expectNoSidewaysScroll, WARD, type Desk } from "./stage.ts";

let stage: ReturnType<typeof createStage>;
let app: App;

beforeEach(async () => {
  stage = createStage();
  ({ app } = await stage.open());
});
afterEach(() => stage.close());

test.each(desksOf(1280))(
  "two offices answer one request without coverage: both are told of it, and one of them settles it: $width × $height",
  async (desk) => {
    const [mai, tam] = [await openOffice("Lê Thị Mai", desk), await openOffice("Ngô Văn Tám", desk)];
    await mai.getByRole("button", { name: "Ghi yêu cầu đến bằng giấy, điện thoại" }).click();
    await mai.getByRole("searchbox").fill("1");
    await mai.getByRole("radio").first().check();
    await mai.getByRole("combobox", { name: "Hộ muốn" }).selectOption("Sửa chỗ ghi sai");
    await mai.getByRole("button", { name: "Giữ yêu cầu" }).click();
    await mai.getByRole("heading", { name: "1 yêu cầu chưa xong, 0 quá hạn" }).waitFor();
    for (const one of [mai, tam]) await sendNow(one, app.origin);
    for (const one of [mai, tam]) await one.goto(`${app.origin}/phuong/yeu-cau-du-lieu`);

    await tam.getByRole("heading", { name: "1 yêu cầu chưa xong, 0 quá hạn" }).waitFor();
    await app.stop();
    await answer(mai, "Đã làm xong", "Đã sửa số nhà thành 12/5.");
    await answer(tam, "Không làm được", "Sổ đỏ ghi số 12, chưa có giấy đổi số nhà.");
    await app.start();
    for (const one of [mai, tam, mai]) await sendNow(one, app.origin);

    await mai.goto(`${app.origin}/phuong`);
    await mai.getByRole("link", { name: "Xem yêu cầu có câu trả lời khác nhau" }).click();
    await mai.getByRole("heading", { name: "1 yêu cầu có câu trả lời khác nhau" }).waitFor();
    await mai.getByRole("button", { name: "Sửa chỗ ghi sai" }).click();
    const told = mai.getByRole("region", { name: "Các câu trả lời khác nhau" });
    expect(await told.getByRole("listitem").count()).toBe(2);
    await told.getByText("Ngô Văn Tám · hôm nay").waitFor();
    await told.getByText("Sổ đỏ ghi số 12").waitFor();
    await expectNoSidewaysScroll(mai);
    await told.getByRole("button", { name: "Giữ câu này" }).first().click();
    await mai
      .getByRole("heading", { name: "1 yêu cầu có câu trả lời khác nhau" })
      .waitFor({ state: "detached" });

    for (const one of [mai, tam]) await sendNow(one, app.origin);
    await tam.goto(`${app.origin}/phuong/yeu-cau-du-lieu`);
    await tam.getByRole("heading", { name: "Đã xong" }).waitFor();
    expect(await tam.getByText("Câu trả lời khác nhau").count()).toBe(0);
    expect(await tam.getByRole("row").last().textContent()).toMatch(/Đã làm xong$/);
  },
);

async function answer(page: Page, outcome: string, words: string): Promise<void> {
  await page.getByRole("button", { name: "Sửa chỗ ghi sai" }).click();
  await page.getByRole("radio", { name: outcome }).check();
  await page.getByRole("textbox", { name: "Lời trả lời" }).fill(words);
  await page.getByRole("button", { name: "Giữ câu trả lời" }).click();
  await page.getByRole("heading", { name: "Đã xong" }).waitFor();
}

async function openOffice(person: string, viewport: Desk): Promise<Page> {
  const page = await stage.phoneOf({ viewport }).open();
  await enrol(page, linkIn(app.cli("invite", WARD, "office")), person);
  await page.goto(`${app.origin}/phuong/yeu-cau-du-lieu`);
  return page;
}
