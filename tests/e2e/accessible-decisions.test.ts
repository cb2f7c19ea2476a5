import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";

import { enrol, openHousehold } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { expectSound, SMALL, type Look } from "./eyes.ts";
import { createStage, WARD } from "./stage.ts";

const stage = createStage();
let app: App;
let office: Page;
let volunteer: Page;
let viewer: Page;

beforeAll(async () => {
  ({ app } = await stage.open());
  office = await small(["office"], "Văn phòng");
  volunteer = await small(["volunteer", "kp2/t08"], "Máy cô Sáu");
  viewer = await small(["viewer", "kp2"], "Máy Đảng uỷ");
});
afterAll(stage.close);

/** Each screen on which praise, campaigns and meetings are decided, and that of who only looks on; with whose glass. */
const looks: readonly [...Look, () => Page][] = [
  [
    "commendations",
    async () => {
      await office.goto(`${app.origin}/phuong/khen-thuong`);
      await office.getByRole("radio", { name: "Tập thể" }).check();
      await office.getByRole("combobox", { name: "Tập thể ở đâu" }).selectOption("kp2/t08");
      await office.getByRole("textbox", { name: "Khen vì việc gì" }).fill("Giữ sạch tuyến hẻm");
      await office.getByRole("button", { name: "Đề nghị", exact: true }).click();
      await office.getByRole("textbox", { name: "Số quyết định" }).fill("12/QĐ-MTTQ");
      await office.getByRole("button", { name: "Khen 1 đề nghị đã chọn" }).click();
      await office.getByRole("region", { name: /^Bảng đã khen/ }).waitFor();
      await office.getByRole("button", { name: "Đặt quy định" }).first().click();
    },
    () => office,
  ],
  [
    "certificates",
    async () => {
      await office.getByRole("link", { name: "In 1 giấy" }).click();
      await office.getByText("Tên giấy, cơ quan, người ký").click();
    },
    () => office,
  ],
  [
    "a campaign that is being opened",
    async () => {
      await office.goto(`${app.origin}/phuong/so-tay/dot-cam-ket`);
      await office.getByRole("button", { name: "Thêm mục", exact: true }).click();
      await office.getByRole("textbox", { name: "Tiêu đề" }).fill("");
      await office.getByRole("button", { name: "Mở đợt", exact: true }).click();
      await office.getByText(/^Tiêu đề: còn trống/).waitFor();
    },
    () => office,
  ],
  [
    "meetings, and one that is being announced",
    async () => {
      await office.goto(`${app.origin}/phuong/hop`);
      await office.getByRole("button", { name: "Lập buổi họp" }).click();
      await office.getByRole("combobox", { name: "Của ai" }).selectOption("kp2/t08");
      await office.getByRole("textbox", { name: "Họp về việc gì" }).fill("Đọc quy ước mới");
      await office.getByRole("textbox", { name: "Địa điểm" }).fill("Nhà văn hoá khu phố 2");
    },
    () => office,
  ],
  [
    "a meeting's roll",
    async () => {
      await office.getByRole("button", { name: "Báo họp" }).click();
      await office.getByRole("button", { name: "Đọc quy ước mới" }).click();
      await office.getByRole("list", { name: "Các hộ được mời" }).getByRole("button").first().click();
    },
    () => office,
  ],
  [
    "what a meeting came to",
    async () => {
      await office.getByRole("button", { name: "Ghi kết quả" }).click();
      await office.getByRole("textbox", { name: "Kết luận" }).waitFor();
    },
    () => office,
  ],
  [
    "putting a household forward for praise",
    async () => {
      await openHousehold(volunteer, app.origin, "Hộ 3, tổ 8");
      await volunteer.getByRole("button", { name: "Đề nghị khen hộ này" }).click();
      await volunteer.getByRole("textbox", { name: "Khen vì việc gì" }).waitFor();
    },
    () => volunteer,
  ],
  [
    "who only looks on",
    async () => {
      await viewer.goto(`${app.origin}/phuong`);
      await viewer.getByText(/phường đếm/).waitFor();
    },
    () => viewer,
  ],
];

describe("every screen on which something is decided at 320 px, by day and by night, and with letters twice the size,", () => {
  test.each(looks)("is sound for any eye and any hand: %s", async (_, go, glass) => {
    await go();
    await expectSound(glass());
  });
});

async function small(role: readonly string[], name: string): Promise<Page> {
  const page = await stage.phoneOf({ viewport: SMALL }).open();
  await enrol(page, linkIn(app.cli("invite", WARD, ...role)), name);
  return page;
}
