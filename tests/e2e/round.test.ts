import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { enrol, pledge, seeCount, seeWhole, sign } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, firstOrAll, screensOf, WARD, type Glass } from "./stage.ts";

let app: App;
let office: OfficeClient;
const { open, phoneOf, rest, close } = createStage();

beforeAll(async () => {
  ({ app, office } = await open());
});
beforeEach(() => app.start());
afterEach(rest);
afterAll(close);

/** A volunteer's phone in the round of one tổ, and then out of reach of the ward. */
async function openRound(area: string, glass: Glass) {
  const page = await phoneOf(glass).open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", area)), "Máy cô Sáu");
  await seeWhole(page);
  await app.stop();
  return page;
}

/** What becomes of each door, in turn. */
const OUTCOMES = ["absent", "given", "comeBack", "refused", "signed"] as const;

/** Another tổ on each screen. */
const ROUNDS: Record<number, string> = { 320: "kp2/t06", 360: "kp1/t01", 1280: "kp3/t11" };
const MEETINGS: Record<number, string> = { 320: "kp1/t02", 360: "kp2/t07", 1280: "kp3/t12" };

test.each(screensOf(320))(
  "a round of twenty households comes to every outcome without coverage, from one proposed door to the next: $viewport.width px",
  async (glass) => {
    const page = await openRound(ROUNDS[glass.viewport.width] ?? "", glass);
    await page.getByRole("link", { name: /^Nên đi tiếp: / }).click();
    const doors: string[] = [];
    for (let at = 0; at < 20; at++) {
      const outcome = OUTCOMES[at % OUTCOMES.length] ?? "absent";
      await page
        .getByRole("group", { name: "Ở cửa nhà này" })
        .or(page.getByText("Nhật ký"))
        .first()
        .waitFor();
      const door = new URL(page.url()).pathname;
      doors.push(door);
      await ACTS[outcome](page);
      // A slip of the thumb is taken back with one tap.
      if (at === 0) {
        await page.getByRole("button", { name: "Hoàn tác" }).click();
        await page.getByText("Đã hoàn tác").first().waitFor();
        await ACTS.absent(page);
      }
      if (at === 19) break;
      await page.getByRole("link", { name: /^Hộ tiếp theo/ }).click();
      await page.waitForURL((url) => url.pathname.startsWith("/ho/") && !url.pathname.startsWith(door));
    }
    // Nobody is proposed twice on one way.
    expect(new Set(doors).size).toBe(20);

    await page.goto(`${app.origin}/di-ho/cuoi-ngay`);
    await page.getByText("Đã ghé 20 hộ.").waitFor();
    const counts = await page.locator(".day-counts > div").allTextContents();
    expect(counts).toEqual(["ký cam kết4", "phát sổ tay4", "hẹn lại4", "vắng nhà4", "chưa đồng ý4"]);
    const waiting = page.getByRole("region", { name: "Ngày mai hẹn ai" });
    expect(await waiting.getByRole("link", { name: /^Hộ / }).count()).toBe(4);
    // The battery goes: what waits leaves the phone as a file.
    const leaving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Chuyển cho máy khác" }).click();
    expect((await leaving).suggestedFilename()).toMatch(/^so-gui-.*\.stq$/);

    await app.start();
    await page.getByRole("button", { name: "Gửi ngay" }).click();
    await page.getByText("Đã gửi hết. Phường đã nhận.").first().waitFor();
    const met = new Set(doors.map((door) => door.split("/")[2]));
    const log = (await office.pull()).filter(({ claims }) => met.has(claims.sub));
    const visits = log.filter(({ claims }) => claims.type === "visit.logged");
    expect(countBy(visits.map(({ claims }) => String(claims.body["outcome"])))).toEqual({
      // One of them taken back.
      absent: 5,
      comeBack: 4,
      refused: 4,
    });
    expect(log.filter(({ claims }) => claims.type === "pledge.signed")).toHaveLength(4);
  },
);

test.each(screensOf(360))(
  "thirty households of a tổ sign at a meeting without coverage, at most five taps and a signature each: $viewport.width px",
  async (glass) => {
    const area = MEETINGS[glass.viewport.width] ?? "";
    const page = await openRound(area, glass);
    await page.getByRole("link", { name: "Ký tại buổi họp" }).click();
    const list = page.getByRole("list", { name: "Các hộ trong tổ" });
    await list.waitFor();
    const order = await list.getByRole("listitem").locator(".household-item-number").allTextContents();
    let most = 0;
    for (let at = 0; at < 30; at++) {
      let taps = 0;
      const tap = async (role: "button" | "checkbox", name: string | RegExp) => {
        taps += 1;
        await page.getByRole(role, { name }).first().click();
      };
      await tap("button", /^Mời ký: Hộ/);
      await tap("checkbox", /^Đồng ý cả/);
      await tap("checkbox", /^Hộ đồng ý cho/);
      if (!(await page.getByRole("checkbox", { name: "Hộ nhận sổ tay" }).isChecked()))
        await tap("checkbox", "Hộ nhận sổ tay");
      await sign(page);
      await tap("button", "Lưu, mời hộ tiếp");
      await page.getByText(`${at + 1} / ${order.length} hộ đã ký`).waitFor();
      most = Math.max(most, taps);
    }
    expect(most).toBeLessThanOrEqual(5);
    // The list is as it was, but for how each stands.
    expect(await list.getByRole("listitem").locator(".household-item-number").allTextContents()).toEqual(
      order,
    );
    expect(await list.getByRole("listitem").filter({ hasText: "Đã ký" }).count()).toBe(30);

    // Who has signed is here; whoever only came is tapped. The battery goes, and the list stands.
    await page.getByText(`30 / ${order.length} hộ có mặt`).waitFor();
    await page
      .getByRole("button", { name: /^Có mặt: Hộ/, pressed: false })
      .first()
      .click();
    await page.getByText(`31 / ${order.length} hộ có mặt`).waitFor();
    await page.getByRole("button", { name: "Ghi buổi họp" }).click();
    await page.getByRole("textbox", { name: "Họp ở đâu" }).fill("Nhà văn hoá khu phố 2");
    await page.getByRole("textbox", { name: /^Biên bản/ }).fill("Thống nhất dọn hẻm 4.");
    await page.getByRole("button", { name: "Lưu buổi họp" }).click();
    await page.getByText("Đã giữ buổi họp trong máy").first().waitFor();

    await app.start();
    await page.goto(`${app.origin}/so-gui`);
    await page.getByRole("button", { name: "Gửi ngay" }).click();
    // Handbook, consent, pledge and presence of each, one more presence, and the meeting as begun and as written down; the
    // phone may have sent them before it was asked to.
    await seeCount(page, "phường đã nhận", 123);
    const log = await office.pull();
    const [begun, written] = log.filter(
      ({ claims }) => claims.type === "meeting.held" && claims.sub === area,
    );
    expect(begun?.claims).toMatchObject({ sub: area, body: { households: order.length } });
    expect(written?.claims.body).toMatchObject({
      meeting: begun?.claims.jti,
      place: "Nhà văn hoá khu phố 2",
    });
    // Minutes are for those who work there alone.
    expect(JSON.stringify(written?.claims)).not.toContain("hẻm 4");
    const attended = log.filter(
      ({ claims }) => claims.type === "meeting.attended" && claims.body["meeting"] === begun?.claims.jti,
    );
    expect(attended).toHaveLength(31);
    const here = new Set(
      log.filter(({ claims }) => claims.body["area"] === area).map(({ claims }) => claims.sub),
    );
    const handed = log.filter(({ claims }) => claims.body["how"] === "meeting" && here.has(claims.sub));
    expect(handed).toHaveLength(30);
    const signed = new Set(handed.map(({ claims }) => claims.sub));
    expect(
      log.filter(({ claims }) => claims.type === "pledge.signed" && signed.has(claims.sub)),
    ).toHaveLength(30);
  },
);

test("whoever is not enrolled practises on invented households, of which nothing leaves the phone or stays on it", async () => {
  const phone = phoneOf();
  const page = await phone.open();
  const before = (await office.pull()).length;
  await page.goto(`${app.origin}/toi`);
  await page.getByRole("link", { name: "Tập dùng với hộ mẫu" }).click();
  const band = page.getByText("Tập dùng: hộ không có thật, không gửi đi đâu.");
  await page.getByRole("link", { name: /^Nên đi tiếp: .*, số 2, tổ 1\./ }).waitFor();
  expect(await page.getByRole("link", { name: /^Hộ \d+, tổ 1/ }).count()).toBe(10);

  const sent: string[] = [];
  page.on("request", (request) => request.url().includes("/api/") && sent.push(request.url()));
  await page.getByRole("link", { name: /^Hộ 1, tổ 1/ }).click();
  await ACTS.signed(page);
  await band.waitFor();
  await page.getByRole("link", { name: /^Hộ tiếp theo/ }).click();
  await ACTS.absent(page);
  await band.waitFor();
  await page.goto(`${app.origin}/tap-dung/so-gui`);
  await band.waitFor();
  expect(sent).toEqual([]);

  await page.getByRole("button", { name: /^Thoát tập dùng/ }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/tap-dung"));
  await band.waitFor({ state: "detached" });
  await page.waitForFunction(
    async () => !(await indexedDB.databases()).some(({ name }) => name === "so-tay-tap-dung"),
  );
  expect((await office.pull()).length).toBe(before);
});

test.each(screensOf(1280, 6))(
  "a household that no list has is likened to one that stands there, added without coverage, and known to the office: $viewport.width px",
  async (glass) => {
    const place = `Nhà mới cất bên kênh ${glass.viewport.width}`;
    const page = await phoneOf(glass).open();
    await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp2/t06")), "Máy cô Sáu");
    const neighbour = page.getByRole("link", { name: /^Hộ 1, tổ 6/ });
    const name = (await neighbour.locator("b").first().textContent()) ?? "";
    await app.stop();

    await page.getByRole("searchbox", { name: "Tìm theo tên, số nhà" }).fill("khongcoaitenthe");
    await page.getByRole("link", { name: "Thêm hộ chưa có trong danh sách" }).first().click();
    await page.getByLabel("Họ tên chủ hộ").fill(name);
    const alike = page.getByRole("list", { name: "Có thể hộ này đã có trong danh sách" });
    await alike
      .getByRole("link", { name: new RegExp(name) })
      .first()
      .waitFor();
    await page.getByLabel("Địa chỉ").fill(place);
    await page.getByLabel("Số người trong hộ").fill("3");
    await page.getByRole("button", { name: "Không phải hộ nào ở trên, thêm hộ mới" }).click();
    await page.waitForURL((url) => url.pathname.startsWith("/ho/"));
    await page.getByText(place).first().waitFor();

    await app.start();
    await page.goto(`${app.origin}/so-gui`);
    await page.getByRole("button", { name: "Gửi ngay" }).click();
    await seeCount(page, "phường đã nhận", 1);
    const log = await office.pull();
    const added = log.find(({ personal }) => personal["address"] === place);
    expect(added?.claims).toMatchObject({
      type: "household.registered",
      body: { area: "kp2/t06", members: 3 },
    });
    expect(added?.personal["head"]).toBe(name);
  },
);

const ACTS = {
  absent: (page: Page) => once(page, "Vắng nhà"),
  async given(page: Page) {
    await page.getByRole("button", { name: "Gặp được" }).click();
    await once(page, "Phát sổ tay");
  },
  async comeBack(page: Page) {
    await page.getByRole("button", { name: "Hẹn lại" }).click();
    await page.getByRole("button", { name: "Mai", exact: true }).click();
    await once(page, "Giữ lịch hẹn");
  },
  async refused(page: Page) {
    await page.getByRole("button", { name: "Chưa đồng ý" }).click();
    await once(page, "Ghi chưa đồng ý");
  },
  async signed(page: Page) {
    await page.getByRole("button", { name: "Gặp được" }).click();
    await pledge(page, "Người Ký Thử");
  },
} as const;

/** Taps, and waits until the phone has it. */
async function once(page: Page, button: string): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await page.locator(".toast").getByText("Đã giữ trong máy").waitFor();
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

test.each(firstOrAll(360, 320, 412))(
  "what is pushed into sight stays under the finger: %i px",
  async (width) => {
    const page = await openRound("kp2", { viewport: { width, height: 780 }, slow: 1 });
    for (const area of ["Tổ 6", "Mọi tổ"]) {
      await page.getByRole("button", { name: area, exact: true }).click();
      const below = page.getByRole("link", { name: "In danh sách" });
      await below.waitFor();
      const moved = await below.evaluate(async (link) => {
        link.scrollIntoView({ block: "center", behavior: "instant" });
        const before = link.getBoundingClientRect().top;
        for (let frame = 0; frame < 10; frame++) await new Promise((done) => requestAnimationFrame(done));
        return Math.abs(link.getBoundingClientRect().top - before);
      });
      // Half a finger's breadth.
      expect(moved).toBeLessThan(22);
    }
  },
);

test("how a household stands is told without colour, too: on the wall, in its legend and in the bars", async () => {
  const page = await openRound("kp2", { viewport: { width: 360, height: 780 }, slow: 1 });
  await page.locator(".groups-bar").first().waitFor();
  const bars = await page
    .locator(".groups-bar > *")
    .evaluateAll((all) => all.map(({ className }) => className));
  await page.getByRole("button", { name: "Tổ 6", exact: true }).click();
  await page.locator(".legend-mark").first().waitFor();
  const marks = await page.locator(".legend-mark").evaluateAll((all) =>
    all.map((mark) => {
      const { backgroundImage, boxShadow } = getComputedStyle(mark);
      return `${backgroundImage} ${boxShadow}`.replaceAll(/rgba?\([^)]*\)/g, "");
    }),
  );
  expect(marks).toHaveLength(5);
  expect(new Set(marks).size).toBe(5);
  // The same classes draw cells and bars.
  const cells = await page.locator(".wall-cell").evaluateAll((all) => all.map(({ className }) => className));
  for (const name of [...bars, ...cells]) expect(name).toMatch(/status-(signed|given|again|refused|none)$/);
});
