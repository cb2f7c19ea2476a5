import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { enrolClient } from "../faults/plain-client.ts";
import { enrol, seeWhole, sendNow } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, expectNoSidewaysScroll, firstOrAll, WARD } from "./stage.ts";
import type { Telephone } from "./telephone.ts";

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

for (const { area, ...viewport } of firstOrAll(
  { width: 900, height: 700, area: "kp1/t01" },
  { width: 1280, height: 800, area: "kp2/t07" },
)) {
  test(`a meeting is announced, and its list taken without coverage, on a computer that dies between: ${viewport.width} × ${viewport.height}`, async () => {
    const subject = `Đọc quy ước mới ở ${area}`;
    const desk = stage.phoneOf({ viewport });
    let office = await openMeetings(desk);
    await office.getByRole("button", { name: "Lập buổi họp" }).click();
    await office.getByRole("combobox", { name: "Của ai" }).selectOption(area);
    await office.getByRole("textbox", { name: "Họp về việc gì" }).fill(subject);
    await office.getByRole("textbox", { name: "Địa điểm" }).fill("Nhà văn hoá khu phố 2");
    await app.stop();
    await office.getByRole("button", { name: "Báo họp" }).click();
    await office.getByText("Đã báo buổi họp").first().waitFor();
    await expectNoSidewaysScroll(office);
    await office.getByRole("button", { name: subject }).click();
    const list = office.getByRole("list", { name: "Các hộ được mời" });
    for (let at = 0; at < 3; at++) await list.getByRole("button").nth(at).click();
    await office.getByText(/^3 \/ \d+ hộ$/).waitFor();
    await expectNoSidewaysScroll(office);

    await desk.kill();
    office = await openAgain(desk);
    await office.getByRole("button", { name: subject }).click();
    await office.getByText(/^3 \/ \d+ hộ$/).waitFor();
    await office.getByRole("button", { name: "Ghi kết quả" }).click();
    await office.getByRole("textbox", { name: "Kết luận" }).fill("Thống nhất dọn hẻm 4.");
    await office.getByRole("textbox", { name: "Số hộ có mặt đếm được" }).fill("5000");
    await office.getByRole("button", { name: "Lưu buổi họp" }).click();
    await office.getByText(/^Ghi 5000 hộ có mặt, nhưng chỉ có \d+ hộ/).waitFor();
    await office.getByRole("textbox", { name: "Số hộ có mặt đếm được" }).fill("");
    await office.getByRole("button", { name: "Lưu buổi họp" }).click();
    await office.getByText("Đã ghi buổi họp").first().waitFor();

    await app.start();
    await sendNow(office, app.origin);
    const log = await client.pull();
    const words = log.filter(({ claims }) => claims.type === "meeting.held" && claims.sub === area);
    expect(words.map(({ claims: { body } }) => [body["planned"], body["meeting"]])).toEqual([
      [true, undefined],
      [undefined, words[0]?.claims.jti],
      [undefined, words[0]?.claims.jti],
    ]);
    expect(words[2]?.personal).toEqual({ conclusions: "Thống nhất dọn hẻm 4." });
    const attended = log.filter(({ claims }) => claims.body["meeting"] === words[0]?.claims.jti);
    const there = attended.filter(({ claims }) => claims.type === "meeting.attended");
    expect(new Set(there.map(({ claims }) => claims.sub)).size).toBe(3);
    // Everybody reads that it was, and nobody what was said there.
    const open = await (await fetch(`${app.origin}/api/wards/${WARD}/public`)).text();
    expect(open).toContain(words[2]?.jws);
    expect(open).not.toContain(words[2]?.text.split("~")[1]);
  });
}

test("two phones without coverage begin two meetings in one hall, and the office makes them one", async () => {
  const hall = await openHall();
  await hall.context().setOffline(true);
  // The second household came past both phones; the other one's records come by a client of its own.
  const taken = hall.getByRole("button", { name: /^Có mặt: / });
  for (const at of [0, 1]) await taken.nth(at).click();
  await hall.getByText(/^2 \/ \d+ hộ có mặt$/).waitFor();
  const here = (await client.pull()).filter(({ claims }) => claims.body["area"] === HALL);
  await begunByAnother(here.slice(1, 3).map(({ claims }) => claims.sub));
  await hall.context().setOffline(false);
  await sendNow(hall, app.origin);

  const office = await openMeetings(stage.phoneOf({ viewport: { width: 1280, height: 800 } }));
  await office.getByRole("heading", { name: "Có thể là cùng một buổi họp" }).waitFor();
  await office.getByRole("button", { name: /^Gộp làm một buổi/ }).click();
  const line = office.getByRole("row").filter({ hasText: "Gộp từ 2 buổi" });
  await line.getByRole("cell", { name: /^3 \/ \d+ hộ$/ }).waitFor();
  const matches = async () =>
    (await client.pull()).flatMap(({ claims }) => (claims.type === "meeting.matched" ? [claims.body] : []));
  await expect.poll(matches, { timeout: 30_000 }).toHaveLength(1);
  const log = await client.pull();
  const begun = log.filter(({ claims }) => claims.type === "meeting.held" && claims.sub === HALL);
  const meetings = begun.map(({ claims }) => claims.jti).toSorted();
  expect(await matches()).toEqual([{ meetings, same: true }]);
  // The phone hears that it is at one meeting with the other.
  await hall.goto(`${app.origin}/di-ho/hop`);
  await hall.getByText(/^3 \/ \d+ hộ có mặt$/).waitFor();
});

/** Where two phones meet. */
const HALL = "kp3/t11";

/** A volunteer's phone there. */
async function openHall(): Promise<Page> {
  const page = await stage.phoneOf({ viewport: { width: 360, height: 780 } }).open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", HALL)), "Máy cô Sáu");
  await seeWhole(page);
  await page.goto(`${app.origin}/di-ho/hop`);
  await page.getByText(/^Buổi họp bắt đầu ghi khi có hộ đầu tiên/).waitFor();
  return page;
}

/** Another volunteer's phone has begun the meeting there with these households. */
async function begunByAnother(households: readonly string[]): Promise<void> {
  const link = linkIn(app.cli("invite", WARD, "volunteer", HALL));
  const other = await enrolClient(app, link, "127.0.0.1", WARD, "Chú Tư");
  const date = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
  const body = { kind: "residents", date, place: "", subject: "Đọc quy ước, ký cam kết" };
  const begun = await other.say({ type: "meeting.held", sub: HALL, body });
  const texts = [begun.text];
  for (const sub of households) {
    const there = { meeting: begun.jti, present: true };
    texts.push((await other.say({ type: "meeting.attended", sub, body: there })).text);
  }
  const { results } = await other.push(texts);
  expect(results.map(({ status }) => status)).toEqual(texts.map(() => "accepted"));
}

async function openMeetings(desk: Telephone): Promise<Page> {
  const page = await desk.open();
  await enrol(page, linkIn(app.cli("invite", WARD, "office")), "Máy tính phường");
  await page.goto(`${app.origin}/phuong/hop`);
  await page.getByRole("button", { name: "Lập buổi họp" }).waitFor();
  return page;
}

async function openAgain(desk: Telephone): Promise<Page> {
  const page = await desk.open();
  await page.goto(`${app.origin}/phuong/hop`);
  return page;
}
