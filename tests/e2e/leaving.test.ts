import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect, test } from "vitest";

import { enrol, openHousehold, seeCount, seeWhole } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import type { OfficeClient } from "./office-client.ts";
import { createStage, expectNoSidewaysScroll, screensOf, WARD } from "./stage.ts";

let app: App;
let office: OfficeClient;
let stage: ReturnType<typeof createStage>;

beforeEach(async () => {
  stage = createStage();
  ({ app, office } = await stage.open());
});
afterEach(() => stage.close());

/** How many rows lie in each table of the app's database, but what is chosen for every page. */
function keptRows(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const ask = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(request.error));
      });
    const db = await ask(indexedDB.open("so-tay"));
    const names = [...db.objectStoreNames].filter((name) => name !== "settings");
    const store = (name: string) => db.transaction(name).objectStore(name);
    const counts = await Promise.all(
      names.map(async (name) => [name, await ask(store(name).count())] as const),
    );
    db.close();
    return Object.fromEntries(counts.filter(([, count]) => count > 0));
  });
}

test.each(screensOf(360))(
  "a phone without coverage hands its records over and is given up: nothing of the ward stays in it: $viewport.width px",
  async (glass) => {
    const phone = stage.phoneOf(glass);
    const page = await phone.open();
    await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy cô Sáu");
    await seeWhole(page);
    await app.stop();
    await openHousehold(page, app.origin, "Hộ 1, tổ 1");
    await page.getByRole("button", { name: "Vắng nhà" }).click();
    await page.getByText("Đã giữ trong máy").first().waitFor();
    expect(await keptRows(page)).toMatchObject({ keys: 1, packs: expect.any(Number), memberships: 1 });

    await page.goto(`${app.origin}/toi`);
    await page.getByRole("link", { name: "Thôi dùng máy này" }).click();
    await page.getByText("Còn 1 bản ghi của máy này chưa tới phường.").waitFor();
    await expectNoSidewaysScroll(page);
    const leave = page.getByRole("button", { name: "Xoá và thôi dùng máy này" });
    expect(await leave.isDisabled()).toBe(true);
    await page.evaluate(() => Object.assign(navigator, { canShare: () => false }));
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Đưa sổ gửi ra tệp" }).click(),
    ]);
    const stq = join(app.dir, download.suggestedFilename());
    await download.saveAs(stq);
    await page.getByRole("checkbox", { name: /^Tôi biết/ }).check();
    await leave.click();
    await page.getByRole("dialog").getByRole("button", { name: "Xoá và thôi dùng máy này" }).click();
    await page.waitForURL(`${app.origin}/`);
    await page
      .getByText(/Chưa gọi được phường|không có mạng|Không gọi được/i)
      .first()
      .waitFor();
    expect(await keptRows(page)).toEqual({});
    await page.reload();
    await page.goto(`${app.origin}/di-ho`);
    expect(await page.getByRole("link", { name: /^Hộ / }).count()).toBe(0);

    // What it said is not lost with it.
    await app.start();
    app.cli("take", stq);
    const log = await office.pull();
    expect(log.filter(({ claims }) => claims.type === "visit.logged")).toHaveLength(1);
    // Another person gets it: a device of its own, which numbers its records from the first.
    await enrol(page, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy anh Tư");
    await seeWhole(page);
    await openHousehold(page, app.origin, "Hộ 1, tổ 1");
    await page.getByRole("button", { name: "Vắng nhà" }).click();
    await page.getByText("Đã giữ trong máy").first().waitFor();
    await page.goto(`${app.origin}/so-gui`);
    await seeCount(page, "phường đã nhận", 1);
  },
);
