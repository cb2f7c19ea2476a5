import { screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { PRACTICE_WARD } from "../../src/phone/api/practice-ward.ts";
import { Walk } from "../../src/ui/walk/Walk.tsx";
import { DAY, demoPhone, EVENING, HOUSEHOLDS } from "./demo-ward.ts";
import { always } from "./render-at.tsx";
import { renderScreen } from "./render-screen.tsx";

const [anh, bay, dung, dao] = HOUSEHOLDS;

test("the day's end says what was done, what is still to be sent, and who waits tomorrow", async () => {
  const phone = await demoPhone();
  phone.setSending({ reached: false });
  const said = await phone.act.say(phone.ward, [
    { type: "handbook.delivered", sub: anh.id, body: { edition: 4, how: "hand" } },
    { type: "visit.logged", sub: bay.id, body: { outcome: "absent" } },
    { type: "visit.logged", sub: dung.id, body: { outcome: "comeBack", at: EVENING + DAY } },
    { type: "visit.logged", sub: dao.id, body: { outcome: "comeBack", at: EVENING - 60 } },
    { type: "visit.logged", sub: bay.id, body: { outcome: "refused" } },
  ]);
  const slip = said.ok ? said.value.at(-1) : undefined;
  await phone.act.retract(phone.ward, slip ?? "", bay.id);
  renderScreen(phone, <Walk part="cuoi-ngay" />);
  const done = await screen.findByRole("region", { name: "Hôm nay đã làm" });
  expect(within(done).getByText("Đã ghé 4 hộ.")).toBeDefined();
  expect([...done.querySelectorAll("dl > div")].map(({ textContent }) => textContent)).toEqual([
    "phát sổ tay1",
    "hẹn lại2",
    "vắng nhà1",
  ]);
  expect(screen.getByText("6 bản ghi")).toBeDefined();
  const tomorrow = screen.getByRole("region", { name: "Ngày mai hẹn ai" });
  expect(within(tomorrow).getByRole("link").getAttribute("aria-label")).toBe(
    "Hộ 20, tổ 7: Lê Hoàng Dũng, 16 Lý Thường Kiệt, Hẹn 18:30 mai",
  );
  const left = screen.getByRole("region", { name: "Đã hẹn, chưa ghé lại" });
  expect(within(left).getByRole("link").getAttribute("href")).toBe(`/ho/${dao.id}`);
});

test("hands what waits to another phone as one sealed file", async () => {
  vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:file");
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
  const phone = await demoPhone();
  const { user } = renderScreen(phone, <Walk part="cuoi-ngay" />);
  await screen.findByText("Đã gửi hết. Phường đã nhận.");
  expect(screen.queryByRole("button", { name: "Chuyển cho máy khác" })).toBeNull();
  await phone.act.say(phone.ward, [{ type: "visit.logged", sub: anh.id, body: { outcome: "absent" } }]);
  await user.click(await screen.findByRole("button", { name: "Chuyển cho máy khác" }));
  expect(await screen.findByText(/so-gui-2026-11-23-1830\.stq/)).toBeDefined();
});

test("does not say that the ward has all while there is a record that it did not take", async () => {
  const phone = await demoPhone();
  const outbox = always([
    {
      jti: crypto.randomUUID(),
      type: "pledge.signed",
      sub: anh.id,
      household: { id: anh.id, number: anh.number, head: anh.head },
      at: EVENING,
      standing: "rejected" as const,
      seq: null,
      reason: "bad-signature",
    },
  ]);
  renderScreen({ ...phone, watch: { ...phone.watch, outbox: () => outbox } }, <Walk part="cuoi-ngay" />);
  expect(await screen.findByRole("link", { name: "Xem 1 bản ghi phường chưa nhận" })).toBeDefined();
  expect(screen.queryByText("Đã gửi hết. Phường đã nhận.")).toBeNull();
});

test("counts a day of more records than the outbox lists at first, and no record of the day before", async () => {
  const phone = await demoPhone();
  const line = (at: number) => ({
    jti: crypto.randomUUID(),
    type: "handbook.delivered",
    sub: crypto.randomUUID(),
    household: null,
    at,
    standing: "received" as const,
    seq: 1,
    reason: null,
  });
  const said = Array.from({ length: 1500 }, (_, i) => line(i < 700 ? EVENING - i : EVENING - DAY - i));
  const asked: number[] = [];
  const outbox = (_ward: string, most = 300) => {
    asked.push(most);
    return always(said.slice(0, most));
  };
  renderScreen({ ...phone, watch: { ...phone.watch, outbox } }, <Walk part="cuoi-ngay" />);
  expect(await screen.findByText("Đã ghé 700 hộ.")).toBeDefined();
  // What was said on other days is not read for it.
  expect(Math.max(...asked)).toBe(1200);
});

test("a practice says that it sends nothing, whatever was recorded", async () => {
  const phone = await demoPhone({ ward: PRACTICE_WARD });
  renderScreen(phone, <Walk part="cuoi-ngay" />);
  const send = within(await screen.findByRole("region", { name: "Còn phải gửi" }));
  expect(send.getByText("Tập dùng thì không gửi gì đi.")).toBeDefined();
  expect(send.queryByText("Đã gửi hết. Phường đã nhận.")).toBeNull();
  await phone.act.say(phone.ward, [{ type: "visit.logged", sub: anh.id, body: { outcome: "absent" } }]);
  await screen.findByText("Đã ghé 1 hộ.");
  expect(send.queryByText("1 bản ghi")).toBeNull();
  expect(send.queryByRole("button")).toBeNull();
});
