import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";

import { beAway, enrol, openHousehold, sign } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { photograph } from "./camera.ts";
import { expectSound, SMALL, type Look } from "./eyes.ts";
import { createStage, WARD } from "./stage.ts";

const stage = createStage();
let app: App;
let page: Page;

beforeAll(async () => {
  ({ app } = await stage.open());
  page = await stage.phoneOf({ viewport: SMALL }).open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp2")), "Máy cô Sáu");
});
afterAll(stage.close);

/** Each screen and sheet of a volunteer, in the order of a round. */
const looks: readonly Look[] = [
  ["the round", () => visit("/di-ho", () => page.getByRole("link", { name: /^Nên đi tiếp/ }))],
  [
    "a search that finds nobody",
    async () => {
      await page.getByRole("searchbox", { name: "Tìm theo tên, số nhà" }).fill("khongcoaitenthe");
      await page.getByRole("link", { name: "Thêm hộ chưa có trong danh sách" }).first().waitFor();
    },
  ],
  ["a household", () => openHousehold(page, app.origin, "Hộ 1, tổ 6")],
  ["an appointment", () => openSheet("Hẹn lại", "Hẹn lại lúc nào?")],
  [
    "a refusal",
    async () => {
      await closeSheet();
      await openSheet("Chưa đồng ý", "Hộ chưa đồng ý ký?");
    },
  ],
  [
    "a household that was not at home",
    async () => {
      await closeSheet();
      await page.getByRole("button", { name: "Vắng nhà" }).click();
      await page.getByText("Đã giữ trong máy").first().waitFor();
    },
  ],
  [
    "a line of the diary that is put right",
    async () => {
      await page
        .getByRole("button", { name: /^Sửa bản ghi/ })
        .first()
        .click();
      await page.getByRole("dialog").getByRole("button", { name: "Giữ bản sửa" }).waitFor();
    },
  ],
  [
    "pledge, first step",
    async () => {
      await openHousehold(page, app.origin, "Hộ 2, tổ 6");
      await page.getByRole("button", { name: "Ký cam kết" }).click();
      await page.getByRole("button", { name: "Đồng ý tất cả" }).click();
    },
  ],
  [
    "pledge, second step",
    async () => {
      await page.getByRole("button", { name: "Tiếp tục" }).click();
      await page.getByRole("textbox", { name: "Người ký" }).fill("Người Thử");
      await page
        .getByRole("checkbox", { name: /^Hộ đồng ý/ })
        .first()
        .check();
    },
  ],
  ["the rights of a household", () => openSheet("Quyền của hộ", "Quyền của hộ")],
  [
    "pledge, third step",
    async () => {
      await closeSheet();
      await page.getByRole("button", { name: "Tiếp tục" }).click();
      await sign(page);
    },
  ],
  [
    "a name that is typed",
    async () => {
      await page.getByRole("button", { name: "Ký bằng cách gõ họ tên" }).click();
      await page.getByRole("textbox", { name: "Người ký gõ họ tên của mình" }).fill("Người Thử");
    },
  ],
  [
    "a pledge on paper",
    async () => {
      await page.getByRole("button", { name: "Ghi bản giấy" }).click();
      const buffer = await photograph(page);
      await page
        .getByLabel("Chụp bản giấy")
        .setInputFiles({ name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer });
      await page.getByAltText("Ảnh bản giấy vừa chụp").waitFor();
    },
  ],
  [
    "the photo of a paper that is cut out",
    async () => {
      await openSheet("Cắt, nắn thẳng ảnh", "Cắt, nắn thẳng ảnh");
      await page.getByRole("button", { name: "Góc dưới bên phải" }).waitFor();
    },
  ],
  [
    "receipt",
    async () => {
      await closeSheet();
      await page.getByRole("button", { name: "Ký trên màn hình" }).click();
      await sign(page);
      await page.getByRole("button", { name: "Lưu cam kết" }).click();
      await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();
    },
  ],
  ["two copies of the pledge", () => visitOf("/in", () => page.getByRole("button", { name: "Khổ giấy A5" }))],
  ["what is known of a household", () => visitOf("/thong-tin", () => page.getByLabel("Họ tên chủ hộ"))],
  ["a household that moves", () => openSheet("Chuyển sang tổ khác", "Chuyển sang tổ khác")],
  [
    "a household that is gone",
    async () => {
      await closeSheet();
      await openSheet("Hộ không còn ở đây", "Đưa hộ ra khỏi danh sách?");
    },
  ],
  [
    "two households that become one",
    async () => {
      await closeSheet();
      await page.getByRole("searchbox", { name: "Tìm hộ khác để nhập" }).fill("a");
      await page
        .getByRole("button", { name: /^Nhập vào hộ/ })
        .first()
        .click();
      await page.getByRole("dialog", { name: "Nhập hai hộ làm một?" }).waitFor();
    },
  ],
  [
    "a household that has signed, and signs again",
    async () => {
      await openHousehold(page, app.origin, "Hộ 2, tổ 6");
      await openSheet("Ký cam kết", "Hộ đã ký rồi");
    },
  ],
  [
    "two pledges side by side",
    async () => {
      await page.getByRole("button", { name: "Ký thêm một bản" }).click();
      await page.getByRole("button", { name: "Đồng ý tất cả" }).click();
      await page.getByRole("button", { name: "Tiếp tục" }).click();
      await page.getByRole("textbox", { name: "Người ký" }).fill("Người Thử Hai");
      const consent = page.getByRole("checkbox", { name: /^Hộ đồng ý/ }).first();
      await consent.check();
      await page.getByRole("button", { name: "Tiếp tục" }).click();
      await sign(page);
      await page.getByRole("button", { name: "Lưu cam kết" }).click();
      await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();
      await visitOf("/hai-ban", () => page.getByRole("button", { name: /^Chọn bản này/ }));
    },
  ],
  ["the order of a round", () => visitGroup("/di-ho/thu-tu")],
  ["a meeting", () => visitGroup("/di-ho/hop")],
  [
    "a household at the meeting",
    async () => {
      await page
        .getByRole("button", { name: /^Mời ký/ })
        .first()
        .click();
      await page.getByRole("checkbox", { name: /^Đồng ý cả/ }).check();
    },
  ],
  ["the end of a day", () => visit("/di-ho/cuoi-ngay", () => page.getByText(/^Đã ghé \d+ hộ/))],
  ["a household that is on no list", () => visit("/danh-sach/them", () => page.getByLabel("Họ tên chủ hộ"))],
  [
    "a walk list",
    async () => {
      await visit("/di-ho", () => page.getByRole("button", { name: "Tổ 6", exact: true }));
      await page.getByRole("button", { name: "Tổ 6", exact: true }).click();
      // What is pressed before the shorter list stands is elsewhere when it is let go.
      await page.getByRole("heading", { level: 1, name: "Tổ 6" }).waitFor();
      await page.getByRole("link", { name: "In danh sách" }).click();
      await page.getByRole("button", { name: "In danh sách" }).waitFor();
    },
  ],
  [
    "a link for a household that signs by itself",
    async () => {
      await openHousehold(page, app.origin, "Hộ 1, tổ 6");
      await page.getByRole("link", { name: "Gửi cho hộ tự ký" }).click();
      await page.getByRole("button", { name: "Tạo đường dẫn" }).click();
      await page.getByRole("figure", { name: "Mã QR của đường dẫn" }).waitFor();
    },
  ],
  [
    "writing an opinion down at a door",
    async () => {
      await openHousehold(page, app.origin, "Hộ 3, tổ 6");
      await page.getByRole("button", { name: "Ghi ý kiến của hộ" }).click();
      await page.getByRole("textbox", { name: "Ý kiến của bà con" }).fill("Đèn hẻm 4 hay tắt.");
    },
  ],
  ["outbox", () => visit("/so-gui", () => page.getByRole("button", { name: "Gửi ngay" }))],
  ["me", () => visit("/toi", () => page.getByText(/0\.1\.0\+/).first())],
  [
    "giving the phone up",
    () => visit("/toi/roi-may", () => page.getByText(/^Còn \d+ bản ghi|^Phường đã có mọi/)),
  ],
  [
    "setting a PIN",
    async () => {
      await visit("/toi", () => page.getByRole("button", { name: "Đặt mã PIN" }));
      await openSheet("Đặt mã PIN", "Đặt mã PIN");
    },
  ],
  [
    "the question for the PIN",
    async () => {
      await page.getByLabel(/^Mã mới/).fill("2580");
      await page.getByLabel("Gõ lại mã mới").fill("2580");
      await page.getByRole("button", { name: "Giữ mã này" }).click();
      await page.getByText(/^Đã đặt mã/).waitFor();
      await page.evaluate(beAway);
      await page.getByRole("heading", { name: "Sổ tay đang khoá" }).waitFor();
      await page.getByLabel("Mã PIN").fill("1111");
      await page.getByRole("button", { name: "Mở", exact: true }).click();
      await page.getByRole("alert").waitFor();
    },
  ],
];

describe("every screen of a volunteer at 320 px, by day and by night, and with letters twice the size,", () => {
  // In this order: each begins where the one before stands.
  test.each(looks)("is sound for any eye and any hand: %s", async (_, go) => {
    await go();
    await expectSound(page);
  });
});

async function visit(path: string, stands: () => ReturnType<Page["getByText"]>): Promise<void> {
  await page.goto(`${app.origin}${path}`);
  await stands().first().waitFor();
}

/** With one tổ alone: axe takes its time for each row. */
async function visitGroup(path: string): Promise<void> {
  await visit(path, () => page.getByRole("button", { name: "Tổ 8", exact: true }));
  await page.getByRole("button", { name: "Tổ 8", exact: true }).click();
  await page.getByRole("main").getByRole("listitem").first().waitFor();
}

/** What stands under the address of the household that has signed. */
async function visitOf(part: string, stands: Parameters<typeof visit>[1]): Promise<void> {
  await openHousehold(page, app.origin, "Hộ 2, tổ 6");
  await visit(`${new URL(page.url()).pathname}${part}`, stands);
}

async function openSheet(button: string, title: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.getByRole("dialog", { name: title }).waitFor();
}

async function closeSheet(): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}
