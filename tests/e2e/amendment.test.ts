import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { enrol } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, WARD } from "./stage.ts";
import { readZip } from "../ui/read-zip.ts";

let stage: ReturnType<typeof createStage>;
let app: App;
let client: OfficeClient;

beforeEach(async () => {
  stage = createStage();
  ({ app, office: client } = await stage.open());
});
afterEach(() => stage.close());

/** So many days before today, as a date field has it. */
function ago(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);
}

test.each([
  { width: 1280, height: 800 },
  { width: 900, height: 700 },
])(
  "a covenant is changed from the proposal until it is in force, on a glass of %j",
  async (viewport) => {
    const office = await stage.phoneOf({ viewport }).open();
    await enrol(office, linkIn(app.cli("invite", WARD, "office")), "Máy tính phường");
    await office.goto(`${app.origin}/phuong/sua-doi`);
    await office.getByRole("combobox", { name: "Khu phố" }).selectOption("kp2");
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
    await expect
      .poll(async () => (await client.pull()).map(({ claims }) => claims.body["step"]), { timeout: 30_000 })
      .toContain("posting");
    await reader.goto(`${app.origin}/so-tay/${WARD}/kp2`);
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
      "thông qua việc sửa đổi, bổ sung quy ước Khu phố 2",
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
    await expect
      .poll(async () => (await client.pull()).map(({ claims }) => claims.body["step"]), { timeout: 30_000 })
      .toContain("force");
    const open = await (await fetch(`${app.origin}/api/wards/${WARD}/public?edition=current`)).text();
    const said = (await client.pull()).filter(({ claims }) => claims.type.startsWith("amendment."));
    expect(said.filter(({ jws }) => open.includes(jws))).toEqual([]);
    const whole = await (await fetch(`${app.origin}/api/wards/${WARD}/public`)).text();
    expect(said.every(({ jws }) => whole.includes(jws))).toBe(true);
    expect(Buffer.from(whole).toString()).not.toContain("Tám");
  },
  150_000,
);

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
