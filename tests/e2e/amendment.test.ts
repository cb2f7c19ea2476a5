import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import type { Draft } from "../../src/domain/statement.ts";
import { enrolClient } from "../faults/plain-client.ts";
import { newId } from "../server/speaker.ts";
import { enrol } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, firstOrAll, WARD } from "./stage.ts";
import { readZip } from "../ui/read-zip.ts";

let stage: ReturnType<typeof createStage>;
let app: App;
let client: OfficeClient;

beforeAll(async () => {
  stage = createStage();
  ({ app, office: client } = await stage.open());
});
beforeEach(() => app.start());
afterEach(() => stage.rest());
afterAll(() => stage.close());

/** So many days before today, as a date field has it. */
function ago(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
}

test.each(
  firstOrAll(
    { width: 900, height: 700, area: "kp1", name: "Khu phố 1" },
    { width: 1280, height: 800, area: "kp2", name: "Khu phố 2" },
  ),
)(
  "a covenant is changed from the proposal until it is in force, on a glass of $width × $height",
  async ({ area, name: place, ...viewport }) => {
    const office = await stage.phoneOf({ viewport }).open();
    await enrol(office, linkIn(app.cli("invite", WARD, "office")), "Máy tính phường");
    await office.goto(`${app.origin}/phuong/sua-doi`);
    await office.getByRole("combobox", { name: "Khu phố" }).selectOption(area);
    await office.getByRole("textbox", { name: "Về việc gì" }).fill("Giờ đổ rác");
    await office.getByRole("button", { name: "Mở hồ sơ" }).click();
    await office.getByRole("heading", { name: "Giờ đổ rác" }).waitFor();

    const fill = (name: string, value: string) =>
      office.getByRole("textbox", { name, exact: true }).fill(value);
    const tick = (name: RegExp) => office.getByRole("checkbox", { name }).check();
    const step = async (name: string, day: string) => {
      await office.getByRole("heading", { name, level: 2 }).waitFor();
      await office.getByLabel("Ngày", { exact: true }).fill(day);
    };
    const record = () => office.getByRole("button", { name: "Ghi bước này" }).click();

    await step("Đề nghị sửa đổi", ago(60));
    await tick(/^Ban công tác Mặt trận cùng/);
    await record();

    await step("Niêm yết dự thảo", ago(50));
    await tick(/^Đã niêm yết/);
    await fill("Tên bản dự thảo", "Quy ước khu phố 2 (dự thảo)");
    await fill("Toàn văn dự thảo", "## Môi trường\n\n### Điều 11. Rác\n\nĐổ rác từ 18 giờ đến 19 giờ.");
    await record();

    // Residents read it in their handbook as soon as the ward has it.
    await step("Tổng hợp ý kiến", ago(15));
    const reader = await stage.phoneOf().open();
    await expect.poll(() => stepsOf(area), { timeout: 30_000 }).toContain("posting");
    await reader.goto(`${app.origin}/so-tay/${WARD}/${area}`);
    await reader.getByRole("heading", { name: "Dự thảo đang lấy ý kiến" }).waitFor();
    await reader.getByText("Đọc bản dự thảo", { exact: true }).click();
    await reader.getByText("Đổ rác từ 18 giờ đến 19 giờ.").waitFor();

    // From here on without coverage.
    await app.stop();
    await record();
    await office.getByRole("button", { name: "Thông báo họp", exact: true }).waitFor();
    await step("Thông báo họp", ago(14));
    await office.getByLabel("Ngày họp").fill(ago(13));
    await record();
    await office.getByText(/^Ở ô “Ngày họp”: phải báo trước ít nhất 2 ngày/).waitFor();
    await office.getByLabel("Ngày họp").fill(ago(10));
    await fill("Giờ họp", "19 giờ");
    await fill("Nơi họp", "Nhà văn hoá khu phố 2");
    await tick(/^Đã gửi tài liệu/);
    await record();

    await step("Cuộc họp", ago(10));
    await fill("Tổng số hộ của khu phố", "335");
    await fill("Số hộ có mặt", "336");
    await record();
    await office.getByText(/^Ở ô “Số hộ có mặt”: 336 hộ, nhiều hơn 335 hộ của khu phố/).waitFor();
    await fill("Số hộ có mặt", "220");
    await record();

    await step("Biểu quyết tại họp", ago(10));
    await fill("Số hộ đồng ý", "167");
    await office.getByRole("radio", { name: "Thông qua", exact: true }).check();
    await record();
    await office.getByText(/167 trên 335 hộ đồng ý, chưa đủ để thông qua\. Cần 168 hộ/).waitFor();
    await fill("Số hộ đồng ý", "190");
    await fill("Số hộ không đồng ý", "30");
    await record();

    await step("Biên bản", ago(10));
    await fill("Nội dung đã bàn và điều đã quyết định", "Đổi giờ đổ rác sang 18 giờ.");
    await fill("Trưởng khu phố (ký biên bản)", "Lê Văn Tám");
    await fill("Trưởng Ban công tác Mặt trận (ký biên bản)", "Võ Thị Chín");
    await fill("Đại diện hộ thứ nhất (ký biên bản)", "Trần Văn Một");
    await fill("Đại diện hộ thứ hai (ký biên bản)", "Ngô Thị Hai");
    await record();
    await office.getByRole("button", { name: "Đề nghị UBND công nhận" }).waitFor();
    const minutes = await paper(office, "biên bản cuộc họp");
    for (const words of [
      "BIÊN BẢN",
      "tổng số hộ của khu phố 335; có mặt 220 hộ; vắng 115 hộ",
      "biểu quyết giơ tay",
      "190 hộ đồng ý, 30 hộ không đồng ý; đạt 56,72% tổng số 335 hộ",
      "Đổi giờ đổ rác sang 18 giờ.",
      `thông qua việc sửa đổi, bổ sung quy ước ${place}`,
      "Lê Văn Tám",
      "Võ Thị Chín",
      "Trần Văn Một",
      "Ngô Thị Hai",
    ])
      expect(minutes).toContain(words);

    await step("Đề nghị UBND công nhận", ago(9));
    for (const name of [/^Có văn bản đề nghị/, /^Có biên bản/, /^Có dự thảo/]) await tick(name);
    await record();
    await office.getByRole("button", { name: "Quyết định của UBND", exact: true }).waitFor();
    expect(await paper(office, "văn bản đề nghị công nhận")).toContain("Kính đề nghị xem xét, công nhận");

    await step("Quyết định của UBND", ago(5));
    await office.getByRole("radio", { name: "Công nhận", exact: true }).check();
    await fill("Số quyết định, văn bản", "12/QĐ-UBND");
    await record();
    await step("Gửi quyết định, có hiệu lực", ago(4));
    await tick(/^Đã gửi trưởng khu phố/);
    await tick(/^Đã gửi Mặt trận/);
    await record();
    await office.getByText("Đã có hiệu lực").waitFor();

    // Everything stood in the device; it goes out once there is coverage, and the draft is nobody's any more.
    await office.reload();
    await office.getByText("Đã có hiệu lực").waitFor();
    await app.start();
    await office.goto(`${app.origin}/so-gui`);
    await office.getByRole("button", { name: "Gửi ngay" }).click();
    await expect.poll(() => stepsOf(area), { timeout: 30_000 }).toContain("force");
    const open = await (await fetch(`${app.origin}/api/wards/${WARD}/public?edition=current`)).text();
    const said = (await client.pull()).filter(({ claims }) => claims.type.startsWith("amendment."));
    expect(said.filter(({ jws }) => open.includes(jws))).toEqual([]);
    const whole = await (await fetch(`${app.origin}/api/wards/${WARD}/public`)).text();
    expect(said.every(({ jws }) => whole.includes(jws))).toBe(true);
    expect(Buffer.from(whole).toString()).not.toContain("Tám");
  },
  150_000,
);

test("a resident speaks about a posted draft; what was recognised becomes an edition, is suspended, and holds again", async () => {
  const clerk = await enrolClient(app, linkIn(app.cli("invite", WARD, "office")), "127.0.0.1", WARD);
  const file = newId();
  const push = async (...drafts: readonly Draft[]) => {
    const texts = await Promise.all(drafts.map(async (draft) => (await clerk.say(draft)).text));
    const { results } = await clerk.push(texts);
    expect(results.map(({ status }) => status)).toEqual(drafts.map(() => "accepted"));
  };
  const step = (name: string, days: number, figures: object = {}, draft?: object): Draft => ({
    type: "amendment.stepped",
    sub: file,
    in: "kp3",
    body: { step: name, date: ago(days), figures, ...(draft ? { draft } : {}) },
  });
  const opened = { covenant: "kp3", kind: "change", title: "Giờ đổ rác" };
  await push(
    { type: "amendment.opened", sub: file, in: "kp3", body: opened },
    step("proposal", 60, { by: "head", front: true }),
    step("posting", 50, { house: true }, DRAFT),
  );

  const reader = await stage.phoneOf().open();
  await reader.goto(`${app.origin}/so-tay/${WARD}/kp3`);
  await reader.getByRole("button", { name: "Góp ý về dự thảo này" }).click();
  await reader.getByRole("textbox", { name: "Ý kiến của bà con" }).fill("Đổ từ 19 giờ thì hơn.");
  await reader.getByRole("checkbox", { name: /^Tôi đồng ý/ }).check();
  await reader.getByRole("button", { name: "Gửi góp ý" }).click();
  await reader.getByText("Đã tới phường, đang chờ phường xem.").waitFor();

  // The office takes it in, and finds it in the file of the change.
  const office = await stage.phoneOf({ viewport: { width: 1280, height: 800 } }).open();
  await enrol(office, linkIn(app.cli("invite", WARD, "office")), "Máy tính phường");
  await office.goto(`${app.origin}/phuong/cho-xet`);
  await office.getByRole("button", { name: /^Nhận: / }).click();
  await expect
    .poll(() => bodiesOf("opinion.given"), { timeout: 30_000 })
    .toMatchObject([{ amendment: file }]);
  await push(
    step("opinions", 15, { app: 1 }),
    step("notice", 14, { meetingDate: ago(10), documents: true }),
    step("meeting", 10, { households: 335, present: 220 }),
    step("result", 10, { agreed: 190, against: 30, form: "hands", outcome: "adopted" }),
    step("minutes", 10),
    step("request", 9, { letter: true, minutes: true, text: true }),
    step("decision", 5, { outcome: "recognised", number: "12/QĐ-UBND", authority: "UBND phường" }),
  );
  await office.goto(`${app.origin}/phuong/sua-doi/${file}`);
  await office.getByRole("heading", { name: "Góp ý về dự thảo này (1)" }).waitFor();
  await office.getByText("Đổ từ 19 giờ thì hơn.").waitFor();

  await office.getByRole("button", { name: "Soạn và công bố bản mới" }).click();
  await office.getByText(/Bản này soạn từ hồ sơ sửa đổi/).waitFor();
  await office.getByRole("button", { name: "Công bố bản này" }).click();
  await office.getByRole("button", { name: "Công bố", exact: true }).click();
  await expect
    .poll(() => bodiesOf("covenant.published"), { timeout: 30_000 })
    .toContainEqual(expect.objectContaining({ edition: 5, amendment: file }));

  // What the People's Committee decides of it stands at its cover, and no longer once it holds again.
  await office.goto(`${app.origin}/phuong/sua-doi`);
  await decide(office, "Tạm ngừng thực hiện", { number: "15/QĐ-UBND", date: ago(2) });
  await expect.poll(() => bodiesOf("covenant.decided"), { timeout: 30_000 }).toHaveLength(1);
  await reader.reload();
  await reader.getByText(/ấn bản lần thứ 5/).waitFor();
  await reader.getByText(/^Quy ước này tạm ngừng thực hiện từ .* theo Quyết định số 15\/QĐ-UBND/).waitFor();
  await decide(office, "Cho thực hiện trở lại", { number: "16/QĐ-UBND", date: ago(1) });
  await expect
    .poll(() => bodiesOf("covenant.decided"), { timeout: 30_000 })
    .toMatchObject([
      { outcome: "suspended", from: ago(2) },
      { outcome: "resumed", from: ago(1) },
    ]);
  await reader.reload();
  await reader.getByText(/^Quy ước này tạm ngừng thực hiện/).waitFor({ state: "detached" });
  await reader.getByText(/ấn bản lần thứ 5/).waitFor();
}, 120_000);

const DRAFT = {
  title: "Quy ước khu phố 3 (dự thảo)",
  chapters: [
    {
      title: "Môi trường",
      articles: [{ number: 11, title: "Rác", text: "Đổ rác từ 18 giờ đến 19 giờ." }],
    },
  ],
};

/** Records what was decided of the covenant of khu phố 3. */
async function decide(
  office: Page,
  outcome: string,
  { number, date }: { readonly number: string; readonly date: string },
): Promise<void> {
  await office.getByRole("combobox", { name: "Quy ước nào" }).selectOption("kp3");
  await office.getByRole("radio", { name: outcome }).check();
  await office.getByRole("textbox", { name: "Số quyết định", exact: true }).fill(number);
  await office.getByLabel("Ngày ký quyết định").fill(date);
  await office.getByRole("button", { name: "Ghi quyết định" }).click();
  await office.getByText(`Đã ghi quyết định số ${number}`).first().waitFor();
}

/** The bodies of all statements of a type that the ward has. */
async function bodiesOf(type: string) {
  const log = await client.pull();
  return log.filter(({ claims }) => claims.type === type).map(({ claims }) => claims.body);
}

/** The steps that the ward has of changes in an area. */
async function stepsOf(area: string) {
  const log = await client.pull();
  return log.filter(({ claims }) => claims.in === area).map(({ claims }) => claims.body["step"]);
}

/** Makes a paper of a recorded step, and reads its words back from the file. */
async function paper(office: Page, name: string): Promise<string> {
  await office
    .getByRole("button", { name: `Lập văn bản: ${name}` })
    .first()
    .click();
  const [file] = await Promise.all([
    office.waitForEvent("download"),
    office.getByRole("button", { name: "Tải tệp .docx" }).click(),
  ]);
  const xml = readZip(readFileSync(await file.path())).get("word/document.xml") ?? "";
  await office.getByRole("dialog").getByRole("button", { name: "Đóng" }).click();
  return xml.replaceAll(/<[^>]+>/g, " ").replaceAll(/\s+/g, " ");
}
