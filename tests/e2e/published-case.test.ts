import { readFileSync } from "node:fs";
import mammoth from "mammoth";
import type { Page } from "playwright-core";
import readExcelFile from "read-excel-file/node";
import { afterEach, beforeEach, expect, test } from "vitest";

import figures from "../../demo/chi-tieu.json" with { type: "json" };
import { enrolClient, type Client } from "../faults/plain-client.ts";
import { enrol } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, desksOf, expectNoSidewaysScroll, WARD } from "./stage.ts";
import type { Draft } from "../../src/domain/statement.ts";
import type { InviteAnswer } from "../../src/wire/answers.ts";

let stage: ReturnType<typeof createStage>;
let app: App;
let log: OfficeClient;
beforeEach(async () => {
  stage = createStage();
  ({ app, office: log } = await stage.open());
});
afterEach(() => stage.close());

test.each(desksOf(1280))(
  "the published case: from the list of households to the report, whose files show the published figures: $width × $height",
  async (viewport) => {
    const client = await enrolClient(app, linkIn(app.cli("invite", WARD, "office")), "127.0.0.1", WARD);
    const households = (await log.pull())
      .filter(({ claims }) => claims.type === "household.registered")
      .map(({ claims }) => claims.sub);
    expect(households).toHaveLength(1003);
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const year = today.slice(0, 4);

    // The mass by a real client; one act of each part on the office's screens below.
    await pushAll(client, [
      ...households.slice(0, 940).map(delivered),
      ...households.slice(0, 780).map(pledged),
      ...figures.definitions.map(({ id, name, unit, better }): Draft => ({
        type: "indicator.defined",
        sub: id,
        body: { name, unit, better },
      })),
      ...figures.observations
        .filter(
          ({ area, indicator, period }) => !(area === "ward" && indicator === "flags" && period === "2026"),
        )
        .map(({ area, period, ...body }): Draft => ({
          type: "indicator.observed",
          sub: placeOf(area),
          body: { ...body, period: period === "2026" ? year : String(Number(year) - 1) },
        })),
      ...figures.contributions
        .filter(({ kind }) => kind !== "cash")
        .map(({ area, ...body }): Draft => ({
          type: "contribution.recorded",
          sub: placeOf(area),
          body: { ...body, on: today },
        })),
      ...["kp1", "kp2", "kp3"].map((area): Draft => ({
        type: "meeting.held",
        sub: area,
        body: {
          kind: "residents",
          date: today,
          place: "Nhà văn hoá",
          subject: "Đọc lại quy ước",
          households: 340,
          present: 180,
        },
      })),
      {
        type: "meeting.held",
        sub: WARD,
        body: { kind: "summary", date: today, place: "Hội trường phường", subject: "Hội nghị tổng kết năm" },
      },
      {
        type: "opinion.given",
        sub: "kp2",
        body: { channel: "meeting", article: 11 },
        personal: { text: "Xe rác tới mấy giờ?" },
      },
      {
        type: "commendation.granted",
        sub: "kp3/t14",
        body: { level: "khuPho", period: year, on: today, decision: "05/QĐ-MTTQ" },
        personal: { for: "Hiến đất làm đường" },
      },
      ...households.slice(0, 2).map((sub): Draft => ({
        type: "commendation.granted",
        sub,
        body: { level: "phuong", period: year, on: today, decision: "05/QĐ-MTTQ" },
        personal: { for: "Thực hiện tốt quy ước" },
      })),
    ]);

    const page = await stage.phoneOf({ viewport }).open();
    await enrol(page, linkIn(app.cli("invite", WARD, "office")), "Máy tính phường");
    await assign(page, client);
    await recordCash(page);
    await countFlags(page);
    await answer(page);

    await page.goto(`${app.origin}/phuong/bao-cao?ky=nam-${year}`);
    const sheet = page.getByRole("article", { name: "Bản xem trước của báo cáo" });
    await sheet.getByRole("link", { name: "940 hộ" }).first().waitFor();
    await expectNoSidewaysScroll(page);
    // '1.003' on two lines is read as '1.0'.
    const links = sheet.getByRole("table").getByRole("link");
    expect(
      await links.evaluateAll((all) => all.filter((one) => one.getClientRects().length > 1).length),
    ).toBe(0);
    // Without coverage from here on.
    await page.getByRole("button", { name: "Lấy báo cáo .docx" }).waitFor();
    // What writes the papers comes with the page.
    await page.waitForFunction(() =>
      performance.getEntriesByType("resource").some(({ name }) => name.includes("administrative-paper")),
    );
    await app.stop();
    await page.getByRole("textbox", { name: "Số, ký hiệu" }).fill("12/BC-MTTQ-BTT");
    await page.getByRole("textbox", { name: "Họ tên người ký" }).fill("Lê Thị Mai");
    const docx = await download(page, "Lấy báo cáo .docx");
    const xlsx = await download(page, "Lấy bảng số liệu .xlsx");
    const { value: text } = await mammoth.extractRawText({ buffer: docx });
    for (const words of PUBLISHED) expect(text).toContain(words);
    expect(text).toContain(`Kết quả xây dựng, thực hiện quy ước khu phố năm ${year}`);

    const [list] = (await readExcelFile(xlsx)) as { data: unknown[][] }[];
    const value = (name: string, place = "Phường 3") =>
      list?.data.find((one) => one[2] === name && one[1] === place)?.[3];
    expect(value("Hộ")).toBe(1003);
    expect(value("Nhân khẩu")).toBe(3371);
    expect(value("Hộ đã nhận sổ tay")).toBe(940);
    expect(value("Hộ đã cam kết")).toBe(780);
    expect(value("Đất hiến làm đường, công trình")).toBe(15_600);
    expect(value("Đất, ngày công, hiện vật quy ra tiền")).toBe(3_120_000_000);
    expect(value("Trụ đèn chiếu sáng")).toBe(45);
    expect([value("Ngày công", "Khu phố 2"), value("Ngày công", "Khu phố 3")]).toEqual([10, 20]);
    expect(value("Tiền mặt đóng góp")).toBe(6_000_000);
    const share = (name: string, column: number) =>
      list?.data.find((one) => one[2] === name && one[1] === "Phường 3")?.[column];
    expect(
      [
        "Hộ treo cờ ngày lễ, Tết",
        "Hộ ký hợp đồng thu gom rác",
        "Thu thuế đất phi nông nghiệp so với kế hoạch",
      ].map((name) => share(name, 6)),
    ).toEqual([81.85, 98.06, 195.2]);
    expect(["Hộ treo cờ ngày lễ, Tết", "Hộ ký hợp đồng thu gom rác"].map((name) => share(name, 9))).toEqual([
      70, 93,
    ]);
    expect([share("Người sử dụng ma tuý", 7), value("Người sử dụng ma tuý")]).toEqual([25, 17]);

    // From a figure to its records by one tap.
    await sheet.getByRole("link", { name: "15.600 m²" }).first().click();
    await page.getByRole("heading", { name: /: 15\.600 m²$/ }).waitFor();
    await page.getByRole("link", { name: /8\.600 m² cho “Làm đường vào vườn, vào ruộng”/ }).waitFor();

    // The conference that sums up shows the same on the wall.
    await page.goto(`${app.origin}/phuong/hop`);
    await page.getByRole("button", { name: "Hội nghị tổng kết năm" }).click();
    await page.getByRole("button", { name: /^Trình chiếu/ }).click();
    for (const words of ["940 hộ (93,72% số hộ)", "15.600 m²", "81,85%"]) await turnTo(page, words);
  },
  90_000,
);

/** Goes on to the picture that has these words. */
async function turnTo(page: Page, words: string): Promise<void> {
  const wall = page.getByRole("dialog");
  for (let turned = 0; turned < 40; turned++) {
    if ((await wall.textContent())?.includes(words)) return;
    await page.keyboard.press("ArrowRight");
  }
  throw new Error(`no picture says ${words}`);
}

const PUBLISHED = [
  "12/BC-MTTQ-BTT",
  "1.003 hộ",
  "3.371 người",
  "940 hộ (93,72% số hộ)",
  "780 hộ (77,77% số hộ)",
  "4 cuộc họp",
  "540 lượt hộ",
  "15.600 m²",
  "3 tỷ 120 triệu đồng",
  "45 trụ",
  "6 triệu đồng",
  "81,85%",
  "98,06%",
  "195,2%",
  "17 người",
  "25 người",
  "Tiếp nhận 1 ý kiến",
  "đã trả lời, giải quyết 1 ý kiến",
  "Biểu dương 2 hộ và 1 tập thể",
];

function delivered(sub: string): Draft {
  return { type: "handbook.delivered", sub, body: { edition: 4, how: "hand" } };
}

function pledged(sub: string): Draft {
  return {
    type: "pledge.signed",
    sub,
    body: {
      campaign: "2026",
      edition: 4,
      agreed: ["flag"],
      declined: [],
      medium: "screen",
      consent: "019abc00-0000-7000-8000-000000000001",
    },
    personal: { signer: "Người Thử", relation: "chủ hộ", strokes: "M0 0L9 9" },
  };
}

function placeOf(area: string): string {
  return area === "ward" ? WARD : area;
}

async function pushAll(client: Client, drafts: readonly Draft[]): Promise<void> {
  const texts = [];
  for (const draft of drafts) texts.push((await client.say(draft)).text);
  for (let at = 0; at < texts.length; at += 400) {
    const { results } = await client.push(texts.slice(at, at + 400));
    expect(results.filter(({ status }) => status !== "accepted")).toEqual([]);
  }
}

/** Gives a khu phố to one volunteer and a tổ beside their own to another, and sees that both may record there from then on. */
async function assign(page: Page, clerk: Client): Promise<void> {
  const [sau, ba] = [
    await volunteer("Cô Sáu", "kp3/t11", clerk),
    await volunteer("Chú Ba", "kp3/t13", clerk),
  ];
  const households = (await log.pull()).filter(({ claims }) => claims.type === "household.registered");
  const visitIn = async (area: string, by: Client) => {
    const home = households.find(({ claims }) => claims.body["area"] === area)?.claims.sub ?? "";
    const { text } = await by.say({ type: "visit.logged", sub: home, body: { outcome: "absent" } });
    return (await by.push([text])).results[0]?.status;
  };
  expect([await visitIn("kp1/t02", sau), await visitIn("kp3/t14", ba)]).toEqual(["held", "held"]);

  await page.goto(`${app.origin}/phuong/phan-cong`);
  const send = async (name: string) => {
    await page.getByRole("combobox", { name: "Ai đi" }).selectOption({ label: name });
    await page.getByRole("button", { name: "Giao", exact: true }).click();
    await page.getByText(`Đã giao cho ${name}`).first().waitFor();
  };
  const form = page
    .locator("form")
    .filter({ has: page.getByRole("heading", { name: "Phân công người đi" }) });
  await form.getByRole("checkbox", { name: "Khu phố 1" }).check();
  await send("Cô Sáu");
  await page.getByRole("button", { name: "Phân công Tổ 14" }).click();
  await send("Chú Ba");
  const line = (place: string) => page.getByRole("row").filter({ hasText: place });
  await line("Tổ 14").getByRole("cell", { name: "Chú Ba", exact: true }).waitFor();
  await expect
    .poll(async () => (await log.pull()).filter(({ claims }) => claims.type === "round.assigned").length, {
      timeout: 30_000,
    })
    .toBe(2);
  expect([await visitIn("kp1/t02", sau), await visitIn("kp3/t14", ba)]).toEqual(["accepted", "accepted"]);
}

/** Somebody's phone that may record in one tổ. */
async function volunteer(name: string, area: string, clerk: Client): Promise<Client> {
  const invited = await clerk.call("/invites", {
    method: "POST",
    body: JSON.stringify({ role: "volunteer", areas: [area] }),
  });
  const { url } = (await invited.json()) as InviteAnswer;
  return enrolClient(app, url, "127.0.0.1", WARD, name);
}

async function recordCash(page: Page): Promise<void> {
  await page.goto(`${app.origin}/phuong/dong-gop`);
  await page.getByRole("textbox", { name: /^(Bao nhiêu|Số tiền)/ }).fill("6.000.000");
  await page.getByRole("combobox", { name: /^Cho công trình/ }).fill("Kéo dây, thay bóng đèn hẻm");
  await page.getByRole("combobox", { name: "Ở đâu" }).selectOption("kp1");
  await page.getByRole("button", { name: "Ghi lại" }).click();
  await page
    .getByRole("rowheader", { name: /^Kéo dây, thay bóng đèn hẻm/ })
    .first()
    .waitFor();
}

async function countFlags(page: Page): Promise<void> {
  await page.goto(`${app.origin}/phuong/chi-tieu`);
  await page.getByRole("button", { name: "Ghi số: Hộ treo cờ ngày lễ, Tết" }).click();
  await page.getByRole("textbox", { name: "Số đạt" }).fill("821");
  await page.getByRole("textbox", { name: "Tổng số" }).fill("1003");
  await page.getByRole("button", { name: "Ghi lại" }).click();
  await page.getByText("81,85%").first().waitFor();
}

async function answer(page: Page): Promise<void> {
  await page.goto(`${app.origin}/phuong/y-kien`);
  await page.getByRole("button", { name: "Xe rác tới mấy giờ?" }).click();
  await page.getByRole("button", { name: "Trả lời", exact: true }).click();
  await page.getByRole("textbox", { name: "Phường trả lời" }).fill("Xe tới từ 19 giờ.");
  await page.getByRole("button", { name: "Giữ câu trả lời" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

async function download(page: Page, button: string): Promise<Buffer> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  return readFileSync(await (await coming).path());
}
