import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { enrol, openHousehold, pledge, sign } from "./acts.ts";
import { linkIn, type App } from "./app.ts";
import { isSeenWhole } from "./eyes.ts";
import { readAsItStands, readCode } from "./read-code.ts";
import { createStage, screensOf, WARD } from "./stage.ts";
import { waitForWorker } from "./telephone.ts";

let app: App;
const { open, phoneOf, rest, close } = createStage();

beforeAll(async () => {
  ({ app } = await open());
});
afterEach(rest);
afterAll(close);

/** Another household on each screen. */
const DOORS: Record<number, string> = { 320: "Hộ 1, tổ 1", 360: "Hộ 2, tổ 1", 1280: "Hộ 3, tổ 1" };
const NEXT_DOORS: Record<number, string> = { 320: "Hộ 4, tổ 1", 360: "Hộ 5, tổ 1", 1280: "Hộ 6, tổ 1" };

/** The phones on which a receipt is handed over. */
const HANDS = [
  { width: 320, height: 568 },
  { width: 360, height: 640 },
  { width: 360, height: 780 },
] as const;

test.each(screensOf(360))(
  "a household signs by a link that was made without coverage; its receipt is scanned, checked without coverage, and altered: $viewport.width px",
  async (glass) => {
    const door = DOORS[glass.viewport.width] ?? "";
    const volunteer = await phoneOf(glass).open();
    await enrol(volunteer, linkIn(app.cli("invite", WARD, "volunteer", "kp1")), "Máy cô Sáu");
    await openHousehold(volunteer, app.origin, door);

    // At the door there is no coverage.
    await app.stop();
    await volunteer.getByRole("link", { name: "Gửi cho hộ tự ký" }).click();
    await volunteer.getByRole("button", { name: "Tạo đường dẫn" }).click();
    const link = await readCode(volunteer, volunteer.getByRole("figure", { name: "Mã QR của đường dẫn" }));
    expect(link).toMatch(new RegExp(`^${app.origin}/vao#${WARD}\\.[\\w-]+\\.[\\w-]+\\.[\\w-]{86}$`));
    await app.start();

    // At home, on the household's own phone.
    const home = await phoneOf(glass).open();
    await home.goto(link);
    await home.getByText("Cam kết là tự nguyện. Mở ra đọc chưa phải là ký.").waitFor();
    expect(home.url()).not.toContain("eyJ");
    await home.getByRole("button", { name: "Mở sổ tay và bản cam kết" }).click();
    await home.getByRole("heading", { name: "Hộ chưa ký cam kết 2026" }).waitFor();
    await waitForWorker(home);
    await home.getByRole("link", { name: "Đọc và ký cam kết" }).click();
    await home.getByRole("heading", { name: "Gia đình đọc từng điều" }).waitFor();
    await home.getByRole("button", { name: "Đồng ý tất cả" }).click();
    await home.getByRole("button", { name: "Tiếp tục" }).click();
    await home.getByRole("textbox", { name: "Người ký" }).fill("Hồ Văn Tiến");
    await home
      .getByRole("checkbox", { name: /^Đồng ý cho/ })
      .first()
      .check();
    await home.getByRole("button", { name: "Tiếp tục" }).click();
    await sign(home);
    await home.getByRole("button", { name: "Lưu cam kết" }).click();
    await home.getByRole("heading", { name: "Đã ký cam kết 2026" }).waitFor();
    await home.getByText(/^Phường đã nhận, số/).waitFor();
    await home.getByRole("button", { name: "Xem mã biên nhận" }).click();
    const receipt = await readCode(home, home.getByRole("figure", { name: "Mã QR của biên nhận" }));
    expect(receipt).toMatch(new RegExp(`^${app.origin}/bien-nhan#[\\w-]+\\.[\\w-]+\\.[\\w-]{86}$`));

    // The volunteer sees it, not met yet, and meets the household.
    await openHousehold(volunteer, app.origin, door);
    await volunteer.getByText("Hộ tự ký trên máy của hộ, chưa gặp").waitFor();
    await volunteer.getByRole("button", { name: "Đã gặp, đúng là hộ ký" }).click();
    await volunteer.getByText("Hộ tự ký trên máy của hộ, chưa gặp").waitFor({ state: "detached" });

    // The next one signs at the door, and scans its receipt while the slip may still be undone.
    await volunteer.addInitScript(holdUndo);
    await openHousehold(volunteer, app.origin, NEXT_DOORS[glass.viewport.width] ?? "");
    await pledge(volunteer, "Người Ký Thử");
    const code = volunteer.getByRole("figure", { name: "Mã QR của biên nhận" });
    const undo = volunteer.getByRole("button", { name: "Hoàn tác" });
    for (const viewport of HANDS) {
      await volunteer.setViewportSize(viewport);
      await expect.poll(() => code.evaluate(isSeenWhole)).toBe(true);
      await expect.poll(() => undo.evaluate(isSeenWhole)).toBe(true);
      expect(await readAsItStands(volunteer, code)).toMatch(/\/bien-nhan#[\w-]+\.[\w-]+\.[\w-]{86}$/);
    }

    // A neighbour's phone, which has never met the ward.
    const neighbour = await phoneOf(glass).open();
    await neighbour.goto(receipt);
    await neighbour.getByRole("heading", { name: "Chữ ký đúng", exact: true }).waitFor();
    await neighbour
      .getByText(/^Phường đã nhận, số/)
      .first()
      .waitFor();
    await neighbour.getByText(/vừa lấy trang của phường về lần đầu/).waitFor();
    await neighbour.getByRole("button", { name: "Giữ biên nhận trong máy này" }).click();
    await neighbour.getByRole("link", { name: "Hộ của tôi" }).waitFor();
    await waitForWorker(neighbour);
    await app.stop();
    await neighbour.reload();
    await neighbour
      .getByRole("heading", { name: "Chữ ký đúng; hôm nay chưa hỏi được phường", exact: true })
      .waitFor();
    expect(await neighbour.getByText(/^Phường đã nhận/).count()).toBe(0);

    // One letter of the signature, then one of the device's name, is another.
    const swap = (text: string, at: number) =>
      `${text.slice(0, at)}${text[at] === "Q" ? "R" : "Q"}${text.slice(at + 1)}`;
    await neighbour.goto(swap(receipt, receipt.length - 40));
    await neighbour.getByRole("heading", { name: "Biên nhận này đã bị sửa" }).waitFor();
    // The name is changed as such: another letter of its base64url might be no header at all.
    const [page, fragment = ""] = receipt.split("#");
    const [header = "", ...signed] = fragment.split(".");
    const said = JSON.parse(Buffer.from(header, "base64url").toString()) as { kid: string };
    const unknown = Buffer.from(JSON.stringify({ ...said, kid: swap(said.kid, 20) })).toString("base64url");
    await neighbour.goto(`${page}#${[unknown, ...signed].join(".")}`);
    await neighbour.getByRole("heading", { name: "Không rõ máy nào đã ký" }).waitFor();

    // The link opens nothing to whoever finds it now, and says so kindly.
    await app.start();
    await neighbour.goto(link);
    await neighbour.getByRole("button", { name: "Mở sổ tay và bản cam kết" }).click();
    await neighbour.getByRole("heading", { name: "Đường dẫn này đã mở trên điện thoại khác" }).waitFor();
  },
);

/** Runs in the page. The ten seconds of a slip do not pass, so that each glass is looked at within them. */
function holdUndo() {
  const { setTimeout } = globalThis;
  Object.assign(globalThis, {
    setTimeout: (run: () => void, after?: number) => setTimeout(run, after === 10_000 ? 2 ** 30 : after),
  });
}
