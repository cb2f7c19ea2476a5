import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { enrol, sendNow } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, desksOf, expectNoSidewaysScroll, WARD, type Desk } from "./stage.ts";
import { waitForWorker } from "./telephone.ts";

let stage: ReturnType<typeof createStage>;
let app: App;
let client: OfficeClient;

beforeEach(async () => {
  stage = createStage();
  ({ app, office: client } = await stage.open());
});
afterEach(() => stage.close());

test.each(desksOf(1280))(
  "the office hands a round over without coverage, and the other volunteer's phone has it: $width × $height",
  async (desk) => {
    const sau = await volunteer("Cô Sáu", "kp2/t06");
    const ba = await volunteer("Chú Ba", "kp2/t08");
    const office = await openOffice("phan-cong", desk);
    await office.getByText("còn 71 trên 71 hộ").waitFor();
    await app.stop();
    await office.getByRole("button", { name: "Giao lại việc của Cô Sáu cho người khác" }).click();
    await office.getByRole("combobox", { name: "Ai đi" }).last().selectOption({ label: "Chú Ba" });
    await office.getByRole("button", { name: "Giao lại", exact: true }).click();
    await office.getByText("Đã giao cho Chú Ba").first().waitFor();
    await office.getByText("còn 135 trên 135 hộ").waitFor();
    await expectNoSidewaysScroll(office);
    await app.start();
    await sendNow(office, app.origin);

    const log = await client.pull();
    const said = log.filter(({ claims }) => /^(round|device)\.assigned$/.test(claims.type));
    // What devices may do goes to the ward first.
    expect(said.map(({ claims: { type, body } }) => [type, body["areas"]])).toEqual([
      ["device.assigned", []],
      ["device.assigned", ["kp2/t08", "kp2/t06"]],
      ["round.assigned", undefined],
    ]);
    await sendNow(ba, app.origin);
    await ba.goto(`${app.origin}/di-ho`);
    await ba.getByRole("button", { name: "Tổ 6", exact: true }).waitFor();
    await sendNow(sau, app.origin);
    await sau.goto(`${app.origin}/di-ho`);
    await sau.getByText("Chưa có hộ nào trong máy").waitFor();
  },
);

test.each(desksOf(1280))(
  "a gift is recorded without coverage, and residents read it without who gave it: $width × $height",
  async (desk) => {
    const office = await openOffice("dong-gop", desk);
    await office.getByRole("radio", { name: "Đất" }).waitFor();
    await app.stop();
    await office.getByRole("radio", { name: "Đất" }).check();
    await office.getByRole("textbox", { name: "Bao nhiêu" }).fill("15.600");
    await office.getByRole("textbox", { name: /^Quy ra tiền/ }).fill("3.120.000.000");
    await office.getByRole("combobox", { name: /^Cho công trình/ }).fill("Mở rộng lộ ven kênh");
    await office.getByRole("textbox", { name: /^Người góp/ }).fill("Bà Tám Thử");
    await office.getByRole("combobox", { name: "Ở đâu" }).selectOption("kp2");
    await office.getByRole("button", { name: "Ghi lại" }).click();
    await office.getByRole("rowheader", { name: /^Mở rộng lộ ven kênh\s*Khu phố 2/ }).waitFor();
    await office.reload();
    await office.getByText("3 tỷ 120 triệu đồng").first().waitFor();
    await expectNoSidewaysScroll(office);
    await app.start();
    await sendNow(office, app.origin);
    const gift = (await client.pull()).find(({ claims }) => claims.type === "contribution.recorded");
    expect(gift?.personal).toEqual({ by: "Bà Tám Thử" });

    const open = await fetch(`${app.origin}/api/wards/${WARD}/public`);
    const page = await open.text();
    expect(page).toContain(gift?.jws);
    expect(page).not.toContain(gift?.text.split("~")[1]);
    const reader = await stage.phoneOf().open();
    await reader.goto(`${app.origin}/so-tay/${WARD}/kp2`);
    await reader.getByText("Đất: 15.600 m² (quy ra 3 tỷ 120 triệu đồng)").waitFor();
    expect(await reader.getByText("Bà Tám Thử").count()).toBe(0);
  },
);

// In the short form components and the look at every page of the office have these two parts.
test.each(desksOf())(
  "books that came are shared out, and a request that came on paper is answered, both without coverage: $width × $height",
  async (desk) => {
    const office = await openOffice("kho-so-tay", desk);
    await office.getByRole("textbox", { name: "Số cuốn" }).waitFor();
    await app.stop();
    await stock(office, "Phường (nhận từ nhà in)", "400");
    await stock(office, "Khu phố 2", "350");
    await office.getByText("Còn ở phường: 50 cuốn").waitFor();
    await office.getByRole("row", { name: /^Khu phố 2 350 0 350 341 / }).waitFor();
    await expectNoSidewaysScroll(office);

    await office.goto(`${app.origin}/phuong/yeu-cau-du-lieu`);
    await office.getByRole("button", { name: /^Ghi yêu cầu/ }).click();
    const form = office.getByRole("dialog", { name: "Ghi yêu cầu của hộ" });
    await form.getByRole("searchbox").fill("Hai");
    await form.getByRole("radio").first().check();
    await form.getByRole("combobox", { name: "Hộ muốn" }).selectOption({ label: "Sửa chỗ ghi sai" });
    await form.getByRole("combobox", { name: "Đến bằng" }).selectOption({ label: "Đơn giấy" });
    await form.getByRole("textbox", { name: /^Lời của hộ/ }).fill("Số nhà ghi nhầm.");
    await form.getByRole("button", { name: "Giữ yêu cầu" }).click();
    await office.getByRole("heading", { name: "1 yêu cầu chưa xong, 0 quá hạn" }).waitFor();
    await expectNoSidewaysScroll(office);
    await office.getByRole("button", { name: "Sửa chỗ ghi sai" }).click();
    await office.getByRole("radio", { name: "Đã làm xong" }).check();
    await office.getByRole("textbox", { name: "Lời trả lời" }).fill("Đã sửa số nhà.");
    await office.getByRole("button", { name: "Giữ câu trả lời" }).click();
    await office.getByRole("heading", { name: "Đã xong" }).waitFor();

    await app.start();
    await sendNow(office, app.origin);
    const log = await client.pull();
    const stocked = log.filter(({ claims }) => claims.type === "handbook.stocked");
    expect(stocked.map(({ claims }) => [claims.sub, claims.body["copies"]])).toEqual([
      [WARD, 400],
      ["kp2", 350],
    ]);
    const asked = log.find(({ claims }) => claims.type === "request.made");
    expect(asked).toMatchObject({
      claims: { body: { kind: "correct", channel: "paper" } },
      personal: { text: "Số nhà ghi nhầm." },
    });
    expect(log.find(({ claims }) => claims.type === "request.answered")).toMatchObject({
      claims: { sub: asked?.claims.jti, in: asked?.claims.sub, body: { outcome: "done" } },
      personal: { text: "Đã sửa số nhà." },
    });
  },
);

async function stock(office: Page, place: string, copies: string): Promise<void> {
  await office.getByRole("combobox", { name: "Nơi nhận" }).selectOption({ label: place });
  await office.getByRole("textbox", { name: "Số cuốn" }).fill(copies);
  await office.getByRole("button", { name: "Ghi vào kho" }).click();
  await office.getByRole("button", { name: new RegExp(`^Rút lại lần ghi ${copies} cuốn`) }).waitFor();
}

async function volunteer(name: string, area: string): Promise<Page> {
  const page = await stage.phoneOf().open();
  await page.goto(linkIn(app.cli("invite", WARD, "volunteer", area)));
  await page.getByRole("textbox", { name: "Tên thiết bị" }).fill(`Máy ${name}`);
  await page.getByRole("textbox", { name: "Họ tên người dùng máy" }).fill(name);
  await page.getByRole("button", { name: "Đăng ký máy này" }).click();
  await page.waitForURL(/\/di-ho/);
  await waitForWorker(page);
  return page;
}

async function openOffice(section: string, viewport: Desk): Promise<Page> {
  const page = await stage.phoneOf({ viewport }).open();
  await enrol(page, linkIn(app.cli("invite", WARD, "office")), "Máy tính phường");
  await page.goto(`${app.origin}/phuong/${section}`);
  return page;
}
