import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { enrol, openHousehold } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { readCode } from "./read-code.ts";
import { createStage, screensOf, WARD } from "./stage.ts";

let app: App;
const { open, phoneOf, rest, close } = createStage();

beforeAll(async () => {
  ({ app } = await open());
});
afterEach(rest);
afterAll(close);

const ERASED = /^Thông tin cá nhân của hộ đã được xoá theo yêu cầu. Máy không còn biết/;

test.each(screensOf(360).slice(0, 1))(
  "the office erases a household: the link that it was given opens nothing, and no page of it asks for anything",
  async (glass) => {
    const volunteer = await phoneOf(glass).open();
    await enrol(volunteer, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy cô Sáu");
    await openHousehold(volunteer, app.origin, "Hộ 2, tổ 1");
    const house = volunteer.url();
    const head = (await volunteer.getByRole("heading", { level: 1 }).innerText()).split("· ")[1] ?? "";
    await volunteer.getByRole("link", { name: "Gửi cho hộ tự ký" }).click();
    await volunteer.getByRole("button", { name: "Tạo đường dẫn" }).click();
    const link = await readCode(volunteer, volunteer.getByRole("figure", { name: "Mã QR của đường dẫn" }));

    const office = await phoneOf({ viewport: { width: 1280, height: 800 } }).open();
    await enrol(office, linkIn(app.cli("invite", WARD, "office")), "Máy tính phường");
    await office.goto(`${app.origin}/phuong/yeu-cau-du-lieu`);
    await office.getByRole("button", { name: /^Ghi yêu cầu đến bằng giấy/ }).click();
    await office.getByRole("searchbox", { name: "Tìm hộ theo tên, số nhà" }).fill(head);
    await office
      .getByRole("radio", { name: /^Hộ 2 ·/ })
      .first()
      .check();
    await office.getByRole("combobox", { name: "Hộ muốn" }).selectOption("erase");
    await office.getByRole("button", { name: "Giữ yêu cầu" }).click();
    await office.getByRole("button", { name: "Xoá dữ liệu của hộ" }).click();
    await office.getByRole("radio", { name: "Đã làm xong" }).check();
    await office.getByRole("checkbox", { name: /^Xoá ngay dữ liệu/ }).check();
    await office.getByRole("button", { name: "Trả lời và xoá hẳn" }).click();
    await office.getByRole("dialog").waitFor({ state: "detached" });

    // The phone asks the ward again, as it does whenever it is taken up.
    await volunteer.reload();
    await volunteer.getByText(ERASED).waitFor();
    await volunteer.getByText(/^Đường dẫn đã đưa cho hộ trước đây/).waitFor();
    expect(await volunteer.getByRole("figure").count()).toBe(0);
    for (const page of ["in", "hai-ban", "thong-tin"]) {
      await volunteer.goto(`${house}/${page}`);
      await volunteer.getByText(ERASED).waitFor();
      expect(await volunteer.getByRole("textbox").count()).toBe(0);
    }
    await office.goto(`${house}/in`);
    await office.getByText(ERASED).waitFor();

    // Whoever finds the slip is let in to nothing.
    const stranger = await phoneOf(glass).open();
    await stranger.goto(link);
    await stranger.getByRole("button", { name: "Mở sổ tay và bản cam kết" }).click();
    await stranger.getByRole("heading", { name: "Đường dẫn này không còn dùng được" }).waitFor();
  },
);
