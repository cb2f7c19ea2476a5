import { afterEach, beforeEach, expect, test } from "vitest";

import { enrol } from "./acts.ts";
import { createApp, furnish, linkIn, type App } from "./app.ts";
import { expectSound } from "./eyes.ts";
import { expectNoSidewaysScroll, firstOrAll } from "./stage.ts";
import { createTelephone, type Telephone } from "./telephone.ts";

const WARD = "phuong-3";
let app: App;
let office: Telephone | null;

beforeEach(async () => {
  office = null;
  app = await createApp();
  furnish(app);
  await app.start();
});
afterEach(async () => {
  await office?.remove();
  await app.remove();
});

test.each(firstOrAll({ width: 360, height: 780 }, { width: 1280, height: 800 }))(
  "the office tries what is printed with coverage and without, and everything is to be read and printed: $width px",
  async (viewport) => {
    office = createTelephone({ viewport });
    const desk = await office.open();
    await enrol(desk, linkIn(app.cli("invite", WARD, "office")), "Văn phòng");
    await desk.goto(`${app.origin}/phuong/so-tay`);
    await desk.getByRole("link", { name: "Địa chỉ đã in" }).click();
    await desk.getByRole("button", { name: "Thử tất cả" }).click();
    await desk.getByText("Cả 5 địa chỉ đều mở được.").waitFor();
    await desk.getByText(/^Mở được, đúng sổ tay của phường · thử lúc/).waitFor();
    expect(await desk.getByText(/^Mở được, đúng sổ tay của khu phố · thử lúc/).count()).toBe(3);
    await expectNoSidewaysScroll(desk);
    await expectSound(desk);

    // On the office's paper stands the list, and nothing to tap.
    await desk.emulateMedia({ media: "print" });
    expect(await desk.getByRole("button", { name: "Thử tất cả" }).isVisible()).toBe(false);
    await desk.getByText(/^In ngày \d\d\/\d\d\/\d{4}$/).waitFor();
    await desk.emulateMedia({ media: "screen" });

    await app.stop();
    await desk.getByRole("button", { name: "Thử tất cả" }).click();
    await desk.getByText("5 trong 5 địa chỉ không mở được như đã in.").waitFor();
    await desk.reload();
    await desk.getByText("5 trong 5 địa chỉ không mở được như đã in.").waitFor();
  },
);
