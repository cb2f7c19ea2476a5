import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, test } from "vitest";

import { enrol, giveOpinion } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { expectSound, SMALL, type Look } from "./eyes.ts";
import { createStage, WARD } from "./stage.ts";

const WORDS = "Xe rác tới mấy giờ?";
const stage = createStage();
let app: App;
let page: Page;

beforeAll(async () => {
  ({ app } = await stage.open());
  await giveOpinion(await stage.phoneOf().open(), app.origin, "Đèn hẻm 4 hay tắt.");
  const volunteer = await stage.phoneOf().open();
  await volunteer.goto(linkIn(app.cli("invite", WARD, "volunteer", "kp2/t08")));
  await volunteer.getByRole("textbox", { name: "Họ tên người dùng máy" }).fill("Cô Sáu");
  await volunteer.getByRole("button", { name: "Đăng ký máy này" }).click();
  await volunteer.waitForURL(/\/di-ho/);
  page = await stage.phoneOf({ viewport: SMALL }).open();
  await enrol(page, linkIn(app.cli("invite", WARD, "office")), "Văn phòng");
});
afterAll(stage.close);

/** Each page of the office, what opens on it, and what it asks. */
const looks: readonly Look[] = [
  [
    "overview",
    async () => {
      await visit("");
      await page
        .getByText(/1\.003 hộ/)
        .first()
        .waitFor();
      for (const more of await page.locator("summary").all()) await more.click();
    },
  ],
  [
    "households",
    async () => {
      await visit("/ho-dan");
      await page.getByText("1.003 hộ, 3.371 nhân khẩu").waitFor();
    },
  ],
  [
    "a list that is looked through",
    async () => {
      await visit("/ho-dan/nhap");
      await page.getByLabel("Chọn tệp danh sách hộ").setInputFiles({
        name: "ds.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(
          [
            "Khu phố,Tổ,STT,Họ và tên chủ hộ,Số nhà,Đường,Số nhân khẩu,CCCD",
            "1,1,901,Ngô Thị Mới,18,Lê Lợi,3,1",
            "1,1,902,Bùi Văn Lạ,20,Lê Lợi,mấy,2",
            "1,99,1,Đỗ Thị Xa,2,Rạch Cỏ,2,3",
          ].join("\n"),
        ),
      });
      await page.getByRole("button", { name: "Nhận danh sách" }).waitFor();
      await page.getByText("Cột nào là gì").click();
    },
  ],
  [
    "households listed twice",
    async () => {
      await visit("/ho-dan/trung");
      await page
        .getByRole("button", { name: /^Giữ hộ này|^Giữ / })
        .or(page.getByText("Không thấy hộ nào ghi hai lần"))
        .first()
        .waitFor();
    },
  ],
  [
    "devices",
    async () => {
      await visit("/thiet-bi");
      await page.getByRole("button", { name: "Làm mã mời" }).waitFor();
    },
  ],
  [
    "a device that is stopped",
    async () => {
      await page
        .getByRole("button", { name: /^Thu hồi/ })
        .first()
        .click();
      await page.getByRole("dialog", { name: "Thu hồi máy này?" }).waitFor();
    },
  ],
  [
    "an invite",
    async () => {
      await closeDialog();
      await page.getByRole("checkbox", { name: "Khu phố 1" }).check();
      await page.getByRole("button", { name: "Làm mã mời" }).click();
      await page.getByRole("figure", { name: "Mã QR của đường dẫn mời" }).waitFor();
    },
  ],
  [
    "who goes where",
    async () => {
      await visit("/phan-cong");
      await page.getByRole("button", { name: "Phân công Tổ 8", exact: true }).waitFor();
    },
  ],
  [
    "sending somebody to a few households",
    async () => {
      await page.getByRole("button", { name: "Phân công Tổ 8", exact: true }).click();
      await page.getByText(/^Chỉ giao vài hộ/).click();
    },
  ],
  [
    "work that is handed over",
    async () => {
      await page.getByRole("button", { name: /^Giao lại việc của/ }).click();
      await page.getByRole("dialog", { name: /^Giao lại việc của/ }).waitFor();
    },
  ],
  [
    "contributions and spending",
    async () => {
      await visit("/dong-gop");
      await page.getByRole("radio", { name: "Đất" }).check();
      await page.getByRole("textbox", { name: "Bao nhiêu" }).fill("600");
      await page.getByRole("combobox", { name: /^Cho công trình/ }).fill("Mở rộng hẻm 4");
      await page.getByRole("button", { name: "Ghi lại" }).click();
      await page.getByRole("region", { name: /^Bảng theo công trình/ }).waitFor();
    },
  ],
  [
    "what was spent",
    async () => {
      await page.getByRole("button", { name: "Ghi khoản chi" }).click();
      await page.getByRole("textbox", { name: "Số tiền đã chi (đồng)" }).waitFor();
      await page.getByRole("button", { name: "Ghi lại" }).click();
      await page.getByRole("alert").first().waitFor();
    },
  ],
  [
    "what the ward counts",
    async () => {
      await visit("/chi-tieu");
      await page.getByRole("button", { name: "Chỉ tiêu mới" }).click();
      await page.getByRole("textbox", { name: "Tên chỉ tiêu" }).fill("Hộ treo cờ ngày lễ, Tết");
      await page.getByRole("button", { name: "Ghi lại" }).click();
      await page.getByRole("button", { name: /^Đếm từng hộ: / }).click();
      await page.getByRole("combobox", { name: "Tổ", exact: true }).selectOption("kp2/t08");
      await page.getByRole("button", { name: "Ghi lại" }).click();
      await page.getByRole("region", { name: /^Bảng Hộ treo cờ/ }).waitFor();
    },
  ],
  [
    "stock",
    async () => {
      await visit("/kho-so-tay");
      await page.getByRole("textbox", { name: "Số cuốn" }).fill("100");
      await page.getByRole("button", { name: "Ghi vào kho" }).click();
      await page.getByRole("button", { name: /^Rút lại lần ghi/ }).waitFor();
    },
  ],
  [
    "what waits for the ward's word",
    async () => {
      await visit("/cho-xet");
      await page.getByRole("button", { name: /^Nhận: / }).waitFor();
    },
  ],
  [
    "what is not taken",
    async () => {
      await page.getByRole("button", { name: /^Không nhận: / }).click();
      await page.getByRole("dialog", { name: "Không nhận bản ghi này?" }).waitFor();
    },
  ],
  [
    "opinions",
    async () => {
      await closeDialog();
      await giveOpinion(page, app.origin, WORDS);
      await visit("/y-kien");
      await page.getByRole("button", { name: WORDS }).waitFor();
    },
  ],
  ["an opinion", () => page.getByRole("button", { name: WORDS }).click()],
  [
    "an opinion that is forwarded",
    async () => {
      await page.getByRole("button", { name: "Chuyển đi", exact: true }).click();
      await page.getByRole("combobox", { name: "Chuyển tới" }).waitFor();
    },
  ],
  [
    "the answer to an opinion",
    async () => {
      await closeDialog();
      await page.getByRole("button", { name: WORDS }).click();
      await page.getByRole("button", { name: "Trả lời", exact: true }).click();
      await page.getByRole("checkbox", { name: /^In câu hỏi/ }).check();
    },
  ],
  [
    "the list of opinions as a paper",
    async () => {
      await visit("/y-kien");
      await page.getByRole("button", { name: "Lập danh sách" }).click();
      await page.getByRole("textbox", { name: "Họ tên người ký" }).waitFor();
    },
  ],
  [
    "a request about data that came on paper",
    async () => {
      await visit("/yeu-cau-du-lieu");
      await page.getByRole("button", { name: /^Ghi yêu cầu/ }).click();
      await page.getByRole("searchbox").fill("Hai");
      await page.getByRole("dialog").getByRole("radio").first().check();
      await page.getByRole("combobox", { name: "Hộ muốn" }).selectOption({ label: "Rút đồng ý" });
    },
  ],
  [
    "requests about data",
    async () => {
      await page.getByRole("button", { name: "Giữ yêu cầu" }).click();
      await page.getByRole("button", { name: "Rút đồng ý" }).waitFor();
    },
  ],
  ["a request about data", () => page.getByRole("button", { name: "Rút đồng ý" }).click()],
  [
    "changes to covenants",
    async () => {
      await visit("/sua-doi");
      await page.getByRole("textbox", { name: "Về việc gì" }).waitFor();
    },
  ],
  [
    "the file of a change",
    async () => {
      await page.getByRole("textbox", { name: "Về việc gì" }).fill("Giờ đổ rác");
      await page.getByRole("button", { name: "Mở hồ sơ" }).click();
      await page.getByRole("heading", { name: "Giờ đổ rác" }).waitFor();
      await page.getByRole("radio", { name: "Công dân" }).check();
      await page.getByRole("textbox", { name: "Số hộ đồng tình" }).fill("1");
      await page.getByRole("button", { name: "Ghi bước này" }).click();
      await page.getByRole("alert").waitFor();
    },
  ],
  [
    "a paper of a change",
    async () => {
      await page.getByRole("button", { name: /^Lập văn bản/ }).click();
      await page.getByRole("textbox", { name: "Họ tên người ký" }).waitFor();
    },
  ],
  [
    "a report",
    async () => {
      await visit("/bao-cao");
      await page.getByRole("main").getByRole("heading").first().waitFor();
    },
  ],
  [
    "covenants",
    async () => {
      await visit("/so-tay");
      await page.getByRole("link", { name: "Soạn bản mới Khu phố 2" }).waitFor();
    },
  ],
  [
    "the code for a cover",
    async () => {
      await page.getByRole("button", { name: "Mã QR cho bìa Khu phố 2" }).click();
      await page.getByRole("dialog", { name: "Mã QR của Khu phố 2" }).waitFor();
    },
  ],
  [
    "a covenant that is being written",
    async () => {
      await visit("/so-tay/kp2");
      const box = page.getByRole("textbox", { name: "Lời quy ước" });
      await box.fill((await box.inputValue()).replace("Quy ước này", "Từ năm 2027, quy ước này"));
      await page.getByText(/^1 điều có thay đổi/).waitFor();
    },
  ],
  [
    "a covenant that is to be published",
    async () => {
      await page.getByRole("button", { name: "Công bố bản này" }).click();
      await page.getByRole("dialog", { name: "Công bố bản lần thứ 5 của Khu phố 2?" }).waitFor();
    },
  ],
  [
    "a draft that is thrown away",
    async () => {
      await closeDialog();
      await page.getByRole("button", { name: "Bỏ bản nháp" }).click();
      await page.getByRole("dialog", { name: "Bỏ bản nháp này?" }).waitFor();
    },
  ],
];

describe("every page of the office at 320 px, by day and by night, and with letters twice the size,", () => {
  // In this order: each begins where the one before stands.
  test.each(looks)("is sound for any eye and any hand: %s", async (_, go) => {
    await go();
    await expectSound(page);
  });
});

async function visit(path: string): Promise<void> {
  await page.goto(`${app.origin}/phuong${path}`);
  await page.getByRole("navigation", { name: "Các trang của văn phòng" }).waitFor();
}

async function closeDialog(): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}
