import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { enrol, openHousehold, sendNow } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, desksOf, expectNoSidewaysScroll, WARD, type Desk } from "./stage.ts";

let stage: ReturnType<typeof createStage>;
let app: App;
let client: OfficeClient;

beforeEach(async () => {
  stage = createStage();
  ({ app, office: client } = await stage.open());
});
afterEach(() => stage.close());

test.each(desksOf(1280))(
  "a volunteer puts a household forward, the office decides and prints; its name stands in the handbook only while it agrees: $width × $height",
  async (desk) => {
    const volunteer = await stage.phoneOf().open();
    await enrol(volunteer, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy cô Sáu");
    await openHousehold(volunteer, app.origin, "Hộ 1, tổ 1");
    await volunteer.getByRole("button", { name: "Đề nghị khen hộ này" }).click();
    await volunteer.getByRole("textbox", { name: "Khen vì việc gì" }).fill("Hiến 40 m² đất mở hẻm");
    await volunteer.getByRole("button", { name: "Đề nghị", exact: true }).click();
    await volunteer.getByText("Đã giữ đề nghị khen").first().waitFor();
    await sendNow(volunteer, app.origin);

    const office = await openDesk("office", desk, "khen-thuong");
    await office.getByText("Hiến 40 m² đất mở hẻm").waitFor();
    await app.stop();
    // A rule that everybody's phone of the office will have.
    await office.getByRole("button", { name: "Đặt quy định" }).first().click();
    await office.getByRole("textbox", { name: "Tên quy định" }).fill("Tổ tiêu biểu");
    await office.getByRole("radio", { name: "Tổ" }).check();
    await office.getByRole("textbox", { name: /^Ít nhất bao nhiêu phần trăm/ }).fill("90");
    await office.getByRole("button", { name: "Đặt quy định", exact: true }).last().click();
    await office.getByRole("article", { name: "Tổ tiêu biểu" }).getByText("Không còn ai đủ").waitFor();

    await office.getByRole("textbox", { name: "Số quyết định" }).fill("12/QĐ-MTTQ");
    await office.getByRole("button", { name: "Khen 1 đề nghị đã chọn" }).click();
    const praised = office.getByRole("region", { name: /^Bảng đã khen/ });
    await praised.getByText("12/QĐ-MTTQ").waitFor();
    await app.start();
    await sendNow(office, app.origin);
    expect(await namesOnPage()).toEqual([]);

    await office.goto(`${app.origin}/phuong/khen-thuong`);
    await office.getByRole("button", { name: /^Ghi hộ đồng ý nêu tên/ }).click();
    await office.getByRole("textbox", { name: "Ai trong hộ đồng ý" }).fill("Người Trong Hộ");
    await office.getByRole("textbox", { name: /^Nêu tên thế nào/ }).fill("Hộ ông Thử, tổ 1");
    await office.getByRole("checkbox", { name: /^Hộ đồng ý để mọi người/ }).check();
    await office.getByRole("button", { name: "Ghi đồng ý" }).click();
    await praised.getByText("Hộ ông Thử, tổ 1").waitFor();
    await expectNoSidewaysScroll(office);
    await office.getByRole("link", { name: "In 1 giấy" }).click();
    const sheet = office.getByRole("article", { name: /^Hộ / });
    await sheet.getByText("GIẤY BIỂU DƯƠNG").waitFor();
    expect(await printedPages(office)).toEqual([{ wide: true, pages: 1 }]);
    await sendNow(office, app.origin);
    expect(await namesOnPage()).toEqual(["Hộ ông Thử, tổ 1"]);

    const reader = await stage.phoneOf().open();
    await reader.goto(`${app.origin}/so-tay/${WARD}/kp1`);
    await reader.getByText("Hộ ông Thử, tổ 1").waitFor();
    await reader.getByText("Hiến 40 m² đất mở hẻm").waitFor();

    await office.goto(`${app.origin}/phuong/khen-thuong`);
    await office.getByRole("button", { name: /^Thôi nêu tên/ }).click();
    await praised.getByText(/^không nêu tên/).waitFor();
    await sendNow(office, app.origin);
    expect(await namesOnPage()).toEqual([]);
    await reader.reload();
    await expect.poll(() => reader.getByText("Hộ ông Thử, tổ 1").count()).toBe(0);
  },
);

test.each(desksOf(900))(
  "a campaign is opened from the office without coverage, and a volunteer's pledge asks its items: $width × $height",
  async (desk) => {
    const office = await openDesk("office", desk, "so-tay/dot-cam-ket");
    await office.getByRole("textbox", { name: "Tiêu đề" }).waitFor();
    await app.stop();
    await office.getByRole("textbox", { name: "Tên đợt" }).fill("2026-he");
    await office.getByRole("textbox", { name: "Tiêu đề" }).fill("Cam kết mùa nước");
    await office.getByRole("button", { name: "Thêm mục", exact: true }).click();
    await office.getByRole("textbox", { name: "Lời của mục" }).last().fill("Mặc áo phao khi đi xuồng");
    await office.getByRole("button", { name: "Mở đợt", exact: true }).click();
    await office.getByText(/Thuộc điều số: còn trống/).waitFor();
    await expectNoSidewaysScroll(office);
    await office.getByRole("textbox", { name: "Thuộc điều số" }).last().fill("20");
    await expect.poll(() => everythingKept(office)).toMatch(/"article":"20"/);
    await office.reload();
    await office
      .getByRole("region", { name: /^Bước đầu/ })
      .getByText("Mặc áo phao khi đi xuồng")
      .waitFor();
    await office.getByRole("button", { name: "Mở đợt", exact: true }).click();
    await office.getByRole("heading", { name: "Đợt cam kết", exact: true }).waitFor();
    await app.start();
    await sendNow(office, app.origin);
    const said = (await client.pull()).filter(({ claims }) => claims.sub === "2026-he");
    expect(said.map(({ claims }) => [claims.type, claims.body["over"]])).toEqual([["campaign.opened", ""]]);

    const volunteer = await stage.phoneOf().open();
    await enrol(volunteer, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy cô Sáu");
    await openHousehold(volunteer, app.origin, "Hộ 1, tổ 1");
    await volunteer.getByRole("button", { name: "Ký cam kết", exact: true }).click();
    await volunteer.getByRole("checkbox", { name: /^Mặc áo phao/ }).waitFor();

    await office.goto(`${app.origin}/phuong/so-tay`);
    await office.getByText("Cam kết mùa nước").first().waitFor();
    await office.getByRole("button", { name: "Đóng đợt này" }).click();
    await office.getByRole("dialog").getByRole("button", { name: "Đóng đợt này" }).click();
    await office.getByText("Đã đóng Cam kết mùa nước").first().waitFor();
  },
);

test.each(desksOf(900))(
  "a viewer is invited from the office, sees figures and opinions without a name, also without coverage: $width × $height",
  async (desk) => {
    const office = await openDesk("office", desk, "thiet-bi");
    await office.getByRole("combobox", { name: "Việc được giao" }).selectOption("viewer");
    await office.getByRole("checkbox", { name: "Khu phố 1" }).check();
    await office.getByRole("button", { name: "Làm mã mời" }).click();
    const link = await office.getByRole("textbox", { name: "Đường dẫn mời" }).inputValue();
    const viewer = await stage.phoneOf({ viewport: desk }).open();
    await enrol(viewer, link, "Máy Đảng uỷ");
    await viewer.getByText(/^Máy này xem: Khu phố 1\. Chỉ xem/).waitFor();
    await viewer.getByText(/hộ · .* nhân khẩu · phường đếm/).waitFor();
    await expectNoSidewaysScroll(viewer);
    const kept = await everythingKept(viewer);
    const log = await client.pull();
    const names = new Set(log.map(({ personal }) => personal["head"]));
    names.delete(undefined);
    expect(names.size).toBeGreaterThan(100);
    expect([...names].filter((name) => kept.includes(String(name)))).toEqual([]);
    await app.stop();
    await viewer.reload();
    await viewer.getByText(/hộ · .* nhân khẩu · phường đếm/).waitFor();
    await viewer.getByText(/^Đang không gọi được phường/).waitFor();
    for (const name of ["Sổ gửi", "Đi hộ"]) expect(await viewer.getByRole("link", { name }).count()).toBe(0);
  },
);

async function openDesk(name: string, viewport: Desk, slug: string): Promise<Page> {
  const page = await stage.phoneOf({ viewport }).open();
  await enrol(page, linkIn(app.cli("invite", WARD, "office")), name);
  await page.goto(`${app.origin}/phuong/${slug}`);
  return page;
}

/** The names of households that anybody reads of the ward. */
async function namesOnPage(): Promise<string[]> {
  const answer = await fetch(`${app.origin}/api/wards/${WARD}/public?edition=current`);
  return (await answer.text()).split("\n").flatMap((line) => {
    const { s = "" } = line === "" ? {} : (JSON.parse(line) as { s?: string });
    return s
      .split("~")
      .slice(1)
      .filter((part) => part !== "")
      .map((part) => JSON.parse(Buffer.from(part, "base64url").toString()) as [string, string, string])
      .filter(([, field]) => field === "name")
      .map(([, , value]) => value);
  });
}

/** How the page comes out of a printer. */
async function printedPages(page: Page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  return [...new Set(boxes.map(([, width, height]) => Number(width) > Number(height)))].map((wide) => ({
    wide,
    pages: boxes.length,
  }));
}

/** Whatever the database of this phone holds, as text. */
async function everythingKept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open("so-tay");
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.addEventListener("success", () => resolve(opening.result));
      opening.addEventListener("error", () => reject(opening.error));
    });
    const texts: string[] = [];
    for (const store of [...db.objectStoreNames].filter((name) => name !== "keys")) {
      const asking = db.transaction(store).objectStore(store).getAll();
      const rows = await new Promise<unknown[]>((resolve) => {
        asking.addEventListener("success", () => resolve(asking.result));
      });
      texts.push(JSON.stringify(rows));
    }
    db.close();
    return texts.join("\n");
  });
}
