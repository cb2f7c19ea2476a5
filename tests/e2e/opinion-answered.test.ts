import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { enrol } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, deskBeside, expectNoSidewaysScroll, screensOf, WARD } from "./stage.ts";
import { readZip } from "../ui/read-zip.ts";

const WORDS = "Xe rác tới lúc mấy giờ vậy phường?";
const ANSWER = "Xe tới từ 19 giờ các ngày thứ Hai, Tư, Sáu.";
let stage: ReturnType<typeof createStage>;
let app: App;
let log: OfficeClient;
beforeEach(async () => {
  stage = createStage();
  ({ app, office: log } = await stage.open());
});
afterEach(() => stage.close());

async function openArticle(page: Page): Promise<void> {
  await page.goto(`${app.origin}/so-tay/${WARD}/kp2#dieu-11`);
  await page.getByRole("button", { name: "Góp ý về điều này" }).waitFor();
}

/** Gives an opinion as somebody without an account, with a name, to be printed without it; returns its private code. */
async function giveOpinion(page: Page): Promise<string> {
  await openArticle(page);
  await page.getByRole("button", { name: "Góp ý về điều này" }).click();
  await page.getByRole("textbox", { name: "Ý kiến của bà con" }).fill(WORDS);
  await page.getByRole("combobox", { name: /^Đây là/ }).selectOption({ label: "Câu hỏi" });
  await page.getByRole("textbox", { name: /^Tên/ }).fill("Chú Năm");
  await page.getByRole("checkbox", { name: /^Đồng ý cho in/ }).check();
  await page.getByRole("checkbox", { name: /^Tôi đồng ý/ }).check();
  await page.getByRole("button", { name: "Gửi góp ý" }).click();
  await page.getByText("Đã tới phường, đang chờ phường xem.").waitFor();
  await page.getByText("Mã riêng, xoá khỏi máy").click();
  return (await page.locator(".own-opinions-code").textContent()) ?? "";
}

/** The answer to whoever gave it, not what is printed for all. */
async function seeAnswer(page: Page): Promise<void> {
  await page.locator(".own-opinions-answer").getByText(`Phường trả lời: ${ANSWER}`).waitFor();
}

/** The office's page, from the first one by its tab. */
async function openOpinion(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Ý kiến", exact: true }).click();
  await page.getByRole("button", { name: WORDS }).click();
}

test.each(screensOf(320))(
  "a stranger's opinion is held, taken in, forwarded and answered; the stranger reads it by the code, the handbook without a name: $viewport.width px",
  async (glass) => {
    const stranger = await stage.phoneOf(glass).open();
    const office = await stage.phoneOf({ viewport: deskBeside(glass) }).open();
    await enrol(office, linkIn(app.cli("invite", WARD, "office")), "Văn phòng");
    const code = await giveOpinion(stranger);
    expect(code).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
    expect((await log.pull()).filter(({ claims }) => claims.type === "opinion.given")).toEqual([]);

    // Held until the office takes it in.
    await office.goto(`${app.origin}/phuong/cho-xet`);
    await office.getByRole("button", { name: /^Nhận: / }).click();
    await office
      .getByText(/Đã giữ trong máy: nhận/)
      .first()
      .waitFor();
    await openOpinion(office);
    await expectNoSidewaysScroll(office);
    await office.getByRole("button", { name: "Chuyển đi" }).click();
    await office.getByRole("combobox", { name: "Chuyển tới" }).fill("Đội thu gom rác");
    await office.getByRole("dialog").getByRole("button", { name: "Chuyển đi" }).click();
    await office.getByText("Đã giữ trong máy: chuyển ý kiến").first().waitFor();
    await expect
      .poll(async () => (await log.pull()).map(({ claims }) => claims.type), { timeout: 30_000 })
      .toContain("opinion.forwarded");
    await stranger.reload();
    await stranger.getByText(/Phường đã chuyển đi\..*Chuyển tới Đội thu gom rác/).waitFor();

    await office.getByRole("button", { name: WORDS }).click();
    await office.getByRole("button", { name: "Trả lời", exact: true }).click();
    await office.getByRole("textbox", { name: "Phường trả lời" }).fill(ANSWER);
    await office.getByRole("checkbox", { name: "In câu hỏi và câu trả lời vào sổ tay" }).check();
    await office.getByRole("button", { name: "Giữ câu trả lời" }).click();
    await office.getByText("Đã giữ trong máy: trả lời ý kiến").first().waitFor();
    await expect
      .poll(async () => (await log.pull()).map(({ claims }) => claims.type), { timeout: 30_000 })
      .toContain("opinion.answered");

    // Whoever gave it reads the answer, here and by the code on another phone.
    await stranger.reload();
    await seeAnswer(stranger);
    const other = await stage.phoneOf(glass).open();
    await other.goto(`${app.origin}/so-tay/${WARD}/kp2`);
    // The handbook has it for everybody, and nobody's name.
    await other.locator(".opinions").getByText(`“${WORDS}”`).waitFor();
    expect(await other.locator("body").textContent()).not.toContain("Chú Năm");
    const answered = (await log.pull()).find(({ claims }) => claims.type === "opinion.answered");
    expect(JSON.stringify(answered?.claims.body)).not.toContain("Năm");
    await other.getByText("Xem góp ý bằng mã riêng").click();
    await other.getByRole("textbox", { name: "Mã riêng của góp ý" }).fill(code.toLowerCase());
    await other.getByRole("button", { name: "Xem góp ý" }).click();
    await seeAnswer(other);

    // The list for the committees is made where there is no coverage, and tells of it without the name.
    await app.stop();
    await office.getByRole("button", { name: "Lập danh sách" }).click();
    await office.getByRole("textbox", { name: "Họ tên người ký" }).fill("Lê Thị Mai");
    const [file] = await Promise.all([
      office.waitForEvent("download"),
      office.getByRole("button", { name: "Tải tệp .docx" }).click(),
    ]);
    const paper = readZip(readFileSync(await file.path())).get("word/document.xml") ?? "";
    const text = paper.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
    expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    expect(text).toContain(WORDS);
    expect(text).toContain(ANSWER);
    expect(text).toContain("Đội thu gom rác");
    expect(text).not.toContain("Năm");
  },
);
