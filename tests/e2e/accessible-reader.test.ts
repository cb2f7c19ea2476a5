import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";

import { enrol, openHousehold, sendNow, sign } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { expectSound, SMALL, type Look } from "./eyes.ts";
import { readCode } from "./read-code.ts";
import { createStage, WARD } from "./stage.ts";

const stage = createStage();
let app: App;
let page: Page;
/** Made by a volunteer, opened by the household. */
let link = "";

beforeAll(async () => {
  ({ app } = await stage.open());
  const volunteer = await stage.phoneOf().open();
  await enrol(volunteer, linkIn(app.cli("invite", WARD, "volunteer", "kp2")), "Máy cô Sáu");
  await openHousehold(volunteer, app.origin, "Hộ 1, tổ 6");
  await volunteer.getByRole("link", { name: "Gửi cho hộ tự ký" }).click();
  await volunteer.getByRole("button", { name: "Tạo đường dẫn" }).click();
  link = await readCode(volunteer, volunteer.getByRole("figure", { name: "Mã QR của đường dẫn" }));
  page = await stage.phoneOf({ viewport: SMALL }).open();
});
afterAll(stage.close);

/** The pages of an article, which is read at noon by old eyes. */
const READ = new Set([
  "article",
  "an opinion about an article, and how pages look",
  "an opinion that was given",
  "an article that does not hold for now",
]);

/** Each screen of somebody without an account, who then opens the link of a household. */
const looks: readonly Look[] = [
  ["welcome", () => visit("/")],
  ["an address that is none", () => visit("/xyz")],
  ["the choice of a khu phố", () => visit(`/so-tay/${WARD}`, "Chọn khu phố")],
  [
    "handbook",
    async () => {
      await visit(`/so-tay/${WARD}/kp2`);
      await page.getByText("Đã có trong máy").waitFor();
    },
  ],
  [
    "a search in the handbook",
    async () => {
      await page.getByRole("searchbox", { name: "Tìm trong quy ước" }).fill("rac");
      await page
        .getByRole("link", { name: /Điều 11/ })
        .first()
        .waitFor();
    },
  ],
  [
    "article",
    async () => {
      await page
        .getByRole("link", { name: /Điều 11/ })
        .first()
        .click();
      await page.getByRole("heading", { name: /rác/i }).first().waitFor();
    },
  ],
  [
    "an opinion about an article, and how pages look",
    async () => {
      await page.getByRole("button", { name: "Chữ và màu" }).click();
      await page.getByRole("button", { name: "Góp ý về điều này" }).click();
      await page.getByRole("textbox", { name: "Ý kiến của bà con" }).fill("Xe rác tới mấy giờ?");
      await page.getByRole("checkbox", { name: /^Tôi đồng ý/ }).check();
    },
  ],
  [
    "an opinion that was given",
    async () => {
      await page.getByRole("button", { name: "Gửi góp ý" }).click();
      await page.getByText("Đã tới phường, đang chờ phường xem.").waitFor();
      await page.getByText("Mã riêng, xoá khỏi máy").click();
    },
  ],
  [
    "what a new edition changed",
    async () => {
      const text = readFileSync("demo/quy-uoc-kp2.md", "utf8");
      const file = join(app.dir, "quy-uoc-kp2-5.md");
      writeFileSync(
        file,
        text
          .replace("edition: 4", "edition: 5")
          .replace("number: 1527/", "number: 1600/")
          .replace("đúng giờ xe tới", "có nắp đậy, đúng giờ xe tới"),
      );
      app.cli("publish", WARD, file);
      await visit(`/so-tay/${WARD}/kp2`);
      await page.getByText("ấn bản lần thứ 5").waitFor();
      await page.getByText("Xem từng điều đã đổi").click();
      await page.getByText(/^1 điều có thay đổi/).waitFor();
    },
  ],
  [
    "an edition that stood before",
    async () => {
      await page.getByText(/^Bản lần thứ 4, có hiệu lực từ/).click();
      await page.getByText("Đây là bản cũ, chỉ để xem lại.").waitFor();
    },
  ],
  [
    "an article that does not hold for now",
    async () => {
      const office = await stage.phoneOf().open();
      await enrol(office, linkIn(app.cli("invite", WARD, "office")), "Máy phường");
      await office.goto(`${app.origin}/phuong/sua-doi`);
      await office.getByRole("combobox", { name: "Quy ước nào" }).selectOption("kp3");
      await office.getByRole("radio", { name: "Tạm ngừng thực hiện" }).check();
      await office.getByRole("textbox", { name: "Số quyết định", exact: true }).fill("15/QĐ-UBND");
      const lately = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);
      await office.getByLabel("Ngày ký quyết định").fill(lately);
      await office.getByRole("button", { name: "Ghi quyết định" }).click();
      await office.getByText("Đã ghi quyết định số 15/QĐ-UBND").first().waitFor();
      // Kept in the office's browser is not yet read by anybody.
      await sendNow(office, app.origin);
      await page.goto(`${app.origin}/so-tay/${WARD}/kp3?dieu=11`);
      await page
        .getByText(/tạm ngừng thực hiện/)
        .first()
        .waitFor();
    },
  ],
  ["an invite that is pasted", () => visit("/vao", "Nhập mã mời")],
  [
    "enrolment by a code that nobody gave out",
    async () => {
      await visit("/vao#phuong-3.mot-ma-khong-co-that-nao-ca");
      await page.getByRole("textbox", { name: "Tên thiết bị" }).waitFor();
      await page.getByRole("button", { name: "Đăng ký máy này" }).click();
      await page.getByRole("alert").first().waitFor();
    },
  ],
  [
    "practice",
    async () => {
      await visit("/tap-dung");
      await page.getByRole("link", { name: /^Nên đi tiếp/ }).waitFor();
    },
  ],
  [
    "me of a reader",
    async () => {
      await visit("/toi");
      await page.getByRole("link", { name: "Tập dùng với hộ mẫu" }).waitFor();
    },
  ],
  ["'Hộ của tôi' of a reader", () => visit("/ho-cua-toi", "Quyền của hộ")],
  [
    "the link of a household",
    async () => {
      await page.goto(link);
      await page.getByText("Cam kết là tự nguyện. Mở ra đọc chưa phải là ký.").waitFor();
    },
  ],
  [
    "'Hộ của tôi' of a household",
    async () => {
      await page.getByRole("button", { name: "Mở sổ tay và bản cam kết" }).click();
      await page.getByRole("heading", { name: "Hộ chưa ký cam kết 2026" }).waitFor();
    },
  ],
  [
    "the household's own pledge, first step",
    async () => {
      await page.getByRole("link", { name: "Đọc và ký cam kết" }).click();
      await page.getByRole("heading", { name: "Gia đình đọc từng điều" }).waitFor();
      await page.getByRole("button", { name: "Đồng ý tất cả" }).click();
    },
  ],
  [
    "the household's own pledge, second step",
    async () => {
      await page.getByRole("button", { name: "Tiếp tục" }).click();
      await page.getByRole("textbox", { name: "Người ký" }).fill("Hồ Văn Tiến");
      await page
        .getByRole("checkbox", { name: /^Đồng ý cho/ })
        .first()
        .check();
    },
  ],
  [
    "the household's own pledge, third step",
    async () => {
      await page.getByRole("button", { name: "Tiếp tục" }).click();
      await sign(page);
    },
  ],
  [
    "a household that has signed, and its receipt",
    async () => {
      await page.getByRole("button", { name: "Lưu cam kết" }).click();
      await page.getByRole("heading", { name: "Đã ký cam kết 2026" }).waitFor();
      await page.getByText(/^Phường đã nhận, số/).waitFor();
      await page.getByRole("button", { name: "Xem mã biên nhận" }).click();
      await page.getByRole("figure", { name: "Mã QR của biên nhận" }).waitFor();
    },
  ],
  [
    "a pledge that is withdrawn",
    async () => {
      link = await readCode(page, page.getByRole("figure", { name: "Mã QR của biên nhận" }));
      await openDialog("Rút bản cam kết", "Rút bản cam kết?");
    },
  ],
  [
    "a household that asks to have something put right",
    async () => {
      await closeDialog();
      await openDialog("Sửa chỗ ghi sai", "Sửa chỗ ghi sai");
    },
  ],
  [
    "a household that asks to be erased",
    async () => {
      await closeDialog();
      await openDialog("Xoá dữ liệu của hộ", "Xoá dữ liệu của hộ?");
    },
  ],
  [
    "a receipt that is checked",
    async () => {
      await closeDialog();
      await page.goto(link);
      await page.getByRole("heading", { name: "Chữ ký đúng", exact: true }).waitFor();
      await page
        .getByText(/^Phường đã nhận, số/)
        .first()
        .waitFor();
      await page.getByText("Những gì biên nhận ghi").click();
    },
  ],
];

describe("every screen of a reader and of a household at 320 px, by day and by night, and with letters twice the size,", () => {
  // In this order: each begins where the one before stands.
  test.each(looks)("is sound for any eye and any hand: %s", async (name, go) => {
    await go();
    await expectSound(page, READ.has(name));
  });
});

async function visit(path: string, words?: string): Promise<void> {
  await page.goto(`${app.origin}${path}`);
  await page.getByRole("heading").first().waitFor();
  if (words !== undefined) await page.getByText(words, { exact: true }).first().waitFor();
}

async function openDialog(button: string, title: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.getByRole("dialog", { name: title }).waitFor();
}

async function closeDialog(): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}
