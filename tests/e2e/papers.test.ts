import type { CDPSession, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";

import { enrol, keptDrafts, openHousehold, pledge, seeWhole, sign } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { nameOfFocus, tabTo } from "./keys.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, screensOf, WARD, type Glass } from "./stage.ts";
import type { Telephone } from "./telephone.ts";

let app: App;
let office: OfficeClient;
const { open, phoneOf, rest, close } = createStage();

beforeAll(async () => {
  ({ app, office } = await open());
});
// One that failed while the ward was out of reach takes no other along.
beforeEach(() => app.start());
afterEach(rest);
afterAll(close);

async function volunteer(name: string, options = {}): Promise<{ phone: Telephone; page: Page }> {
  const phone = phoneOf(options);
  const page = await phone.open();
  await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), name);
  await seeWhole(page);
  return { phone, page };
}

/** Another household of tổ 1 on each screen; `first` tells the tests from one another. */
const doorOf = ({ viewport }: Glass, first: number) => first + [320, 360, 1280].indexOf(viewport.width);

/** A cheap phone whose memory runs out: the page is told, and then killed; the household is opened again from the round. */
async function killPage(phone: Telephone, page: Page, door: number): Promise<Page> {
  const session = await slow(page);
  await session.send("Memory.simulatePressureNotification", { level: "critical" });
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => undefined);
  await crashed;
  const next = await phone.context().newPage();
  await page.close();
  await slow(next);
  await openHousehold(next, app.origin, `Hộ ${door}, tổ 1`);
  await next.getByText("Có bản cam kết đang ghi dở").waitFor();
  await next.getByRole("link", { name: "Ghi tiếp" }).click();
  return next;
}

async function slow(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  return session;
}

test.each(screensOf(360))(
  "a pledge that is interrupted in each of its steps is found again and kept, on a phone without memory or coverage: $viewport.width px",
  async (glass) => {
    const small = ["--js-flags=--max-old-space-size=192"];
    const { phone, page: first } = await volunteer("Máy cô Sáu", { ...glass, args: small });
    const { width, height } = glass.viewport;
    const door = doorOf(glass, 1);
    const signer = `Hồ Văn Dở Dang ${width}`;
    await app.stop();
    let page = first;

    await openHousehold(page, app.origin, `Hộ ${door}, tổ 1`);
    await page.getByRole("button", { name: "Ký cam kết" }).click();
    await page.getByRole("button", { name: "Đồng ý tất cả" }).click();
    await page.getByRole("checkbox", { name: /^Treo cờ/ }).uncheck();
    await expect.poll(() => keptDrafts(page)).toMatch(/"agreed":\["waste"/);
    page = await killPage(phone, page, door);
    expect(await page.getByRole("checkbox", { name: /^Treo cờ/ }).isChecked()).toBe(false);
    expect(await page.getByRole("checkbox", { name: /^Ký hợp đồng/ }).isChecked()).toBe(true);
    await page.getByRole("button", { name: "Tiếp tục" }).click();

    await page.getByRole("textbox", { name: "Người ký" }).fill(signer);
    await page
      .getByRole("checkbox", { name: /^Hộ đồng ý/ })
      .first()
      .check();
    await expect
      .poll(() => keptDrafts(page))
      .toMatch(new RegExp(`"signer":"${signer}".*"purposes":\\["record"\\]`));
    page = await killPage(phone, page, door);
    expect(await page.getByRole("textbox", { name: "Người ký" }).inputValue()).toBe(signer);
    await page.getByRole("button", { name: "Tiếp tục" }).click();

    await sign(page);
    await expect.poll(() => keptDrafts(page)).toMatch(/"strokes":\[\[\d/);
    // The phone is turned, and turned back.
    await page.setViewportSize({ width: height, height: width });
    expect(await page.getByRole("button", { name: "Ký lại" }).isEnabled()).toBe(true);
    await page.setViewportSize({ width, height });
    page = await killPage(phone, page, door);
    expect(await page.getByRole("button", { name: "Ký lại" }).isEnabled()).toBe(true);
    await page.getByRole("button", { name: "Lưu cam kết" }).click();
    await page.getByRole("heading", { name: "Đã ký cam kết" }).waitFor();

    await app.start();
    await page.goto(`${app.origin}/so-gui`);
    await page.getByRole("button", { name: "Gửi ngay" }).click();
    const mine = async () => (await office.pull()).filter(({ personal }) => personal["signer"] === signer);
    await expect.poll(async () => (await mine()).length).toBe(1);
    const [signed] = await mine();
    expect(signed?.claims.body["declined"]).toEqual(["flag"]);
    expect(signed?.personal["strokes"]).toMatch(/^M/);
  },
);

/** What the app has said to those who hear it, the last last. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const live = element?.closest("output, [role=status], [role=alert], [aria-live]");
        if (live?.textContent) heard.push(live.textContent);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

test.each(screensOf(320))(
  "a pledge is gone through, signed and kept by keyboard alone, and by ear: $viewport.width px",
  async (glass) => {
    const { page } = await volunteer("Máy chị Tư", glass);
    const signer = `Lê Thị Phím ${glass.viewport.width}`;
    await openHousehold(page, app.origin, `Hộ ${doorOf(glass, 4)}, tổ 1`);
    const heard = await listen(page);
    await tabTo(page, /^button Ký cam kết$/);
    await page.keyboard.press("Enter");

    // The screen begins at its heading, and so does each further step.
    await expect.poll(() => nameOfFocus(page)).toBe("heading Cam kết 2026");
    await tabTo(page, /^checkbox Treo cờ/);
    await page.keyboard.press("Space");
    await tabTo(page, /^button Tiếp tục$/);
    await page.keyboard.press("Enter");

    await expect.poll(() => nameOfFocus(page)).toBe("heading Ai ký cho hộ?");
    await tabTo(page, /^textbox Người ký$/);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(signer);
    await tabTo(page, /^checkbox Hộ đồng ý/);
    await page.keyboard.press("Space");
    await tabTo(page, /^button Tiếp tục$/);
    await page.keyboard.press("Enter");

    await expect.poll(() => nameOfFocus(page)).toBe("heading Đại diện hộ ký tên");
    // Saving too early says what is missing, and nothing is lost.
    await tabTo(page, /^button Lưu cam kết$/);
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "Chưa có nét ký" }).waitFor();
    await page.getByRole("heading", { name: "Đại diện hộ ký tên" }).focus();
    await tabTo(page, /^button Ký bằng cách gõ họ tên$/);
    await page.keyboard.press("Enter");
    await expect.poll(() => nameOfFocus(page)).toBe("textbox Người ký gõ họ tên của mình");
    await page.keyboard.type(signer);
    await page.getByText(`Trong ô ký có tên gõ: ${signer}.`).waitFor();
    await tabTo(page, /^button Lưu cam kết$/);
    await page.keyboard.press("Enter");

    await expect.poll(() => nameOfFocus(page)).toBe("heading Đã ký cam kết");
    const words = (await heard()).join("\n");
    expect(words).toContain(`Trong ô ký có tên gõ: ${signer}.`);
    expect(words).toContain("Đã giữ trong máy");
    await expect
      .poll(
        async () => (await office.pull()).find(({ personal }) => personal["signer"] === signer)?.claims.body,
      )
      .toMatchObject({ medium: "screen", hand: "typed" });
  },
);

test.each(screensOf(1280))(
  "two phones sign for one household; one is chosen, a wrong line is put right, and both pledges are printed: $viewport.width px",
  async (glass) => {
    const one = await volunteer("Máy anh Năm", glass);
    const other = await volunteer("Máy anh Sáu", glass);
    const door = `Hộ ${doorOf(glass, 7)}, tổ 1`;
    const chosen = (await office.pull()).filter(({ claims }) => claims.type === "pledge.preferred").length;
    await app.stop();
    for (const [{ page }, signer] of [
      [one, "Người Ký Trước"],
      [other, "Người Ký Sau"],
    ] as const) {
      await openHousehold(page, app.origin, door);
      await pledge(page, signer);
    }
    await app.start();
    for (const { page } of [one, other, one]) {
      await page.goto(`${app.origin}/so-gui`);
      await page.getByRole("button", { name: "Gửi ngay" }).click();
      await page
        .locator("dl div")
        .filter({ hasText: "chờ gửi" })
        .locator("dd")
        .filter({ hasText: /^0$/ })
        .waitFor();
    }

    const { page } = one;
    await openHousehold(page, app.origin, door);
    await page.getByRole("link", { name: "Xem hai bản cam kết" }).click();
    const cards = page.getByRole("main").getByRole("listitem");
    await expect.poll(() => cards.count()).toBe(2);
    const boxes = await Promise.all([cards.nth(0).boundingBox(), cards.nth(1).boundingBox()]);
    // Beside each other also on a phone; one below the other only on the smallest glass, where neither could be read so.
    expect(boxes[0]?.y === boxes[1]?.y).toBe(glass.viewport.width >= 360);
    const later = cards.filter({ hasText: "Người Ký Sau" });
    await later.getByRole("button", { name: /^Chọn bản này/ }).click();
    await later.getByText("Được tính").waitFor();
    await cards.filter({ hasText: "Người Ký Trước" }).getByText("Giữ lại, không tính").waitFor();

    // A wrong line, put right in place of itself.
    await openHousehold(page, app.origin, `Hộ ${doorOf(glass, 10)}, tổ 1`);
    await page.getByRole("button", { name: "Phát sổ tay" }).click();
    await page
      .getByRole("button", { name: /^Sửa bản ghi/ })
      .first()
      .click();
    await page.getByRole("dialog").getByRole("radio", { name: "Chưa đồng ý" }).click();
    await page.getByRole("button", { name: "Giữ bản sửa" }).click();
    await page.getByText("Đã giữ bản sửa trong máy").first().waitFor();
    await page.getByText("Chưa đồng ý · hôm nay").waitFor();

    await openHousehold(page, app.origin, door);
    await page.getByRole("link", { name: "In bản cam kết" }).click();
    await page.getByRole("img", { name: "Người Ký Sau" }).first().waitFor();
    await page.getByRole("figure").first().waitFor();
    for (const [size, box] of [
      ["A4", "594.95996 841.91998"],
      ["A5", "420 594.95996"],
    ] as const) {
      await page.getByRole("button", { name: `Khổ giấy ${size}` }).click();
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      expect(pdf.match(/\/MediaBox \[[^\]]*\]/g)).toEqual([
        `/MediaBox [0 0 ${box}]`,
        `/MediaBox [0 0 ${box}]`,
      ]);
    }
    // One copy a page: the second does not begin below the first.
    await page.emulateMedia({ media: "print" });
    const breaks = await page
      .locator(".sheet")
      .evaluateAll((copies) => copies.map((copy) => getComputedStyle(copy).breakBefore));
    expect(breaks).toEqual(["auto", "page"]);
    await page.emulateMedia({ media: null });

    await expect
      .poll(
        async () => (await office.pull()).filter(({ claims }) => claims.type === "pledge.preferred").length,
      )
      .toBe(chosen + 1);
  },
);
