import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { enrol, openHousehold, sign } from "./acts.ts";
import { createApp, furnish, linkIn, type App } from "./app.ts";
import { readCode } from "./read-code.ts";
import { createTelephone, type Telephone } from "./telephone.ts";

const WARD = "phuong-3";
let app: App;
let volunteer: Telephone;
let office: Telephone;
let stranger: Telephone;
/** Made by the volunteer, opened by the household. */
let link = "";
let pages: { volunteer: Page; office: Page; stranger: Page };

beforeAll(async () => {
  app = await createApp();
  furnish(app);
  await app.start();
  volunteer = createTelephone({ viewport: { width: 320, height: 568 } });
  office = createTelephone({ viewport: { width: 320, height: 568 } });
  stranger = createTelephone({ viewport: { width: 320, height: 568 } });
  pages = { volunteer: await volunteer.open(), office: await office.open(), stranger: await stranger.open() };
  await enrol(pages.volunteer, linkIn(app.cli("invite", WARD, "volunteer", "kp2")), "Máy cô Sáu");
  await enrol(pages.office, linkIn(app.cli("invite", WARD, "office")), "Văn phòng");
});
afterAll(async () => {
  for (const phone of [volunteer, office, stranger]) await phone.remove();
  await app.remove();
});

/** Each screen: who sees it, and how one gets there. */
const screens: readonly [string, "volunteer" | "office" | "stranger", (page: Page) => Promise<unknown>][] = [
  ["welcome", "stranger", (page) => visit(page, "/")],
  ["handbook", "stranger", (page) => visit(page, `/so-tay/${WARD}/kp2`)],
  [
    "article",
    "stranger",
    async (page) => {
      await visit(page, `/so-tay/${WARD}/kp2`);
      await page.getByRole("searchbox", { name: "Tìm trong quy ước" }).fill("rac");
      await page
        .getByRole("link", { name: /Điều 11/ })
        .first()
        .click();
      await page.getByRole("heading", { name: /rác/i }).first().waitFor();
    },
  ],
  ["enrolment", "stranger", (page) => visit(page, "/vao#phuong-3.mot-ma-khong-co-that-nao-ca")],
  ["round", "volunteer", (page) => visit(page, "/di-ho")],
  ["household", "volunteer", (page) => openHousehold(page, app.origin, "Hộ 1, tổ 6")],
  [
    "pledge, first step",
    "volunteer",
    async (page) => {
      await openHousehold(page, app.origin, "Hộ 2, tổ 6");
      await page.getByRole("button", { name: "Ký cam kết" }).click();
      await page.getByRole("button", { name: "Đồng ý tất cả" }).click();
    },
  ],
  [
    "pledge, second step",
    "volunteer",
    async (page) => {
      await page.getByRole("button", { name: "Tiếp tục" }).click();
      await page.getByRole("textbox", { name: "Người ký" }).fill("Người Thử");
      await page
        .getByRole("checkbox", { name: /^Hộ đồng ý/ })
        .first()
        .check();
    },
  ],
  [
    "pledge, third step",
    "volunteer",
    async (page) => {
      await page.getByRole("button", { name: "Tiếp tục" }).click();
      await sign(page);
    },
  ],
  [
    "receipt",
    "volunteer",
    async (page) => {
      await page.getByRole("button", { name: "Lưu cam kết" }).click();
      await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();
    },
  ],
  ["two copies of the pledge", "volunteer", (page) => visitOf(page, "/in")],
  ["what is known of a household", "volunteer", (page) => visitOf(page, "/thong-tin")],
  ["the order of a round", "volunteer", (page) => visitGroup(page, "/di-ho/thu-tu")],
  ["a meeting", "volunteer", (page) => visitGroup(page, "/di-ho/hop")],
  [
    "a household at the meeting",
    "volunteer",
    async (page) => {
      await page
        .getByRole("button", { name: /^Mời ký/ })
        .first()
        .click();
      await page.getByRole("checkbox", { name: /^Đồng ý cả/ }).check();
    },
  ],
  ["the end of a day", "volunteer", (page) => visit(page, "/di-ho/cuoi-ngay")],
  ["a household that is on no list", "volunteer", (page) => visit(page, "/danh-sach/them")],
  [
    "a walk list",
    "volunteer",
    async (page) => {
      await visit(page, "/di-ho");
      await page.getByRole("button", { name: "Tổ 6", exact: true }).click();
      await page.getByRole("link", { name: "In danh sách" }).click();
      await page.getByRole("button", { name: "In danh sách" }).waitFor();
    },
  ],
  [
    "practice",
    "stranger",
    async (page) => {
      await visit(page, "/tap-dung");
      await page.getByRole("link", { name: /^Nên đi tiếp/ }).waitFor();
    },
  ],
  ["'Hộ của tôi' of a reader", "stranger", (page) => visit(page, "/ho-cua-toi")],
  [
    "a link for a household that signs by itself",
    "volunteer",
    async (page) => {
      await openHousehold(page, app.origin, "Hộ 1, tổ 6");
      await page.getByRole("link", { name: "Gửi cho hộ tự ký" }).click();
      await page.getByRole("button", { name: "Tạo đường dẫn" }).click();
      link = (await readCode(page, page.getByRole("figure", { name: "Mã QR của đường dẫn" }))) ?? "";
    },
  ],
  [
    "that link, opened by the household",
    "stranger",
    async (page) => {
      await page.goto(link);
      await page.getByText("Cam kết là tự nguyện. Mở ra đọc chưa phải là ký.").waitFor();
    },
  ],
  [
    "'Hộ của tôi' of a household",
    "stranger",
    async (page) => {
      await page.getByRole("button", { name: "Mở sổ tay và bản cam kết" }).click();
      await page.getByRole("heading", { name: "Hộ chưa ký cam kết 2026" }).waitFor();
    },
  ],
  [
    "the household's own pledge",
    "stranger",
    async (page) => {
      await page.getByRole("link", { name: "Đọc và ký cam kết" }).click();
      await page.getByRole("heading", { name: "Gia đình đọc từng điều" }).waitFor();
    },
  ],
  ["outbox", "volunteer", (page) => visit(page, "/so-gui")],
  ["me", "volunteer", (page) => visit(page, "/toi")],
  ["office", "office", (page) => visit(page, "/phuong")],
  ["households", "office", (page) => visit(page, "/phuong/ho-dan")],
  [
    "a list that is looked through",
    "office",
    async (page) => {
      await visit(page, "/phuong/ho-dan/nhap");
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
  ["households listed twice", "office", (page) => visit(page, "/phuong/ho-dan/trung")],
  ["devices", "office", (page) => visit(page, "/phuong/thiet-bi")],
  ["who goes where", "office", (page) => visit(page, "/phuong/phan-cong")],
  [
    "sending somebody to a few households",
    "office",
    async (page) => {
      await page.getByRole("button", { name: "Phân công Tổ 8", exact: true }).click();
      await page.getByText(/^Chỉ giao vài hộ/).click();
    },
  ],
  [
    "contributions and spending",
    "office",
    async (page) => {
      await visit(page, "/phuong/dong-gop");
      await page.getByRole("radio", { name: "Đất" }).check();
      await page.getByRole("textbox", { name: "Bao nhiêu" }).fill("600");
      await page.getByRole("combobox", { name: /^Cho công trình/ }).fill("Mở rộng hẻm 4");
      await page.getByRole("button", { name: "Ghi lại" }).click();
      await page.getByRole("region", { name: /^Bảng theo công trình/ }).waitFor();
    },
  ],
  [
    "what the ward counts",
    "office",
    async (page) => {
      await visit(page, "/phuong/chi-tieu");
      await page.getByRole("button", { name: "Chỉ tiêu mới" }).click();
      await page.getByRole("textbox", { name: "Tên chỉ tiêu" }).fill("Hộ treo cờ ngày lễ, Tết");
      await page.getByRole("button", { name: "Ghi lại" }).click();
      await page.getByRole("button", { name: /^Đếm từng hộ: / }).click();
      await page.getByRole("combobox", { name: "Tổ", exact: true }).selectOption("kp2/t08");
      await page.getByRole("button", { name: "Ghi lại" }).click();
      await page.getByRole("region", { name: /^Bảng Hộ treo cờ/ }).waitFor();
    },
  ],
  ["stock", "office", (page) => visit(page, "/phuong/kho-so-tay")],
  [
    "writing an opinion down at a door",
    "volunteer",
    async (page) => {
      await openHousehold(page, app.origin, "Hộ 3, tổ 6");
      await page.getByRole("button", { name: "Ghi ý kiến của hộ" }).click();
      await page.getByRole("textbox", { name: "Ý kiến của bà con" }).fill("Đèn hẻm 4 hay tắt.");
    },
  ],
  [
    "opinions",
    "office",
    async (page) => {
      await visit(page, `/so-tay/${WARD}/kp2#dieu-11`);
      await page.getByRole("button", { name: "Góp ý về điều này" }).click();
      await page.getByRole("textbox", { name: "Ý kiến của bà con" }).fill("Xe rác tới mấy giờ?");
      await page.getByRole("checkbox", { name: /^Đồng ý cho in/ }).check();
      await page.getByRole("button", { name: "Gửi góp ý" }).click();
      // The form goes once it is kept.
      await page.getByRole("button", { name: "Gửi góp ý" }).waitFor({ state: "detached" });
      await visit(page, "/phuong/y-kien");
      await page.getByRole("button", { name: "Xe rác tới mấy giờ?" }).waitFor();
    },
  ],
  ["an opinion", "office", async (page) => page.getByRole("button", { name: "Xe rác tới mấy giờ?" }).click()],
  [
    "the answer to an opinion",
    "office",
    async (page) => {
      await page.getByRole("button", { name: "Trả lời", exact: true }).click();
      await page.getByRole("checkbox", { name: /^In câu hỏi/ }).check();
    },
  ],
  [
    "the list of opinions as a paper",
    "office",
    async (page) => {
      await visit(page, "/phuong/y-kien");
      await page.getByRole("button", { name: "Lập danh sách" }).click();
      await page.getByRole("textbox", { name: "Họ tên người ký" }).waitFor();
    },
  ],
  [
    "a request about data that came on paper",
    "office",
    async (page) => {
      await visit(page, "/phuong/yeu-cau-du-lieu");
      await page.getByRole("button", { name: /^Ghi yêu cầu/ }).click();
      await page.getByRole("searchbox").fill("Hai");
      await page.getByRole("dialog").getByRole("radio").first().check();
      await page.getByRole("combobox", { name: "Hộ muốn" }).selectOption({ label: "Rút đồng ý" });
    },
  ],
  [
    "requests about data",
    "office",
    async (page) => {
      await page.getByRole("button", { name: "Giữ yêu cầu" }).click();
      await page.getByRole("button", { name: "Rút đồng ý" }).waitFor();
    },
  ],
  [
    "a request about data",
    "office",
    async (page) => page.getByRole("button", { name: "Rút đồng ý" }).click(),
  ],
  ["changes to covenants", "office", (page) => visit(page, "/phuong/sua-doi")],
  [
    "the file of a change",
    "office",
    async (page) => {
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
    "office",
    async (page) => {
      await page.getByRole("button", { name: /^Lập văn bản/ }).click();
      await page.getByRole("textbox", { name: "Họ tên người ký" }).waitFor();
    },
  ],
  ["covenants", "office", (page) => visit(page, "/phuong/so-tay")],
  [
    "a covenant that is being written",
    "office",
    async (page) => {
      await visit(page, "/phuong/so-tay/kp2");
      await page.getByRole("button", { name: "Công bố bản này" }).waitFor();
    },
  ],
];

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`${app.origin}${path}`);
  await page.getByRole("heading").first().waitFor();
  await page.waitForTimeout(300);
}

/** With one tổ alone: axe takes its time for each row. */
async function visitGroup(page: Page, path: string): Promise<void> {
  await visit(page, path);
  await page.getByRole("button", { name: "Tổ 8", exact: true }).click();
}

/** What stands under the address of the household that has signed. */
async function visitOf(page: Page, part: string): Promise<void> {
  await openHousehold(page, app.origin, "Hộ 2, tổ 6");
  await visit(page, `${new URL(page.url()).pathname}${part}`);
}

describe("every screen at 320 px, by day and by night, and with letters twice the size,", () => {
  // In this order: the steps of the pledge follow one another.
  test.each(screens)("is sound for any eye and any hand: %s", async (_, who, go) => {
    const page = pages[who];
    await go(page);
    const found = await findings(page);
    await page.emulateMedia({ colorScheme: "dark" });
    found.push(...(await findings(page, ["color-contrast"])));
    await page.emulateMedia({ colorScheme: "light" });
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await page.waitForTimeout(200);
    const enlarged = await findings(page);
    await page.evaluate(() => document.documentElement.style.removeProperty("font-size"));
    expect({ found, enlarged }).toEqual({ found: [], enlarged: [] });
  });
});

/** What axe finds, and whether anything runs off the side of the glass. */
async function findings(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth + 1 ? [`${scrollWidth} px wide in ${clientWidth}`] : [];
  });
  const told = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
  return [...told, ...wide];
}
