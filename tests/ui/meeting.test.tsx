import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { personalOf } from "../../src/domain/statement.ts";
import type { ReceiptCheck } from "../../src/phone/api/phone.ts";
import { receiptOf } from "../../src/ui/receipt/receipt-link.ts";
import { Walk } from "../../src/ui/walk/Walk.tsx";
import { demoPhone, EVENING, HOUSEHOLDS } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh, bay] = HOUSEHOLDS;
const ANH = /^Mời ký: Hộ 18, tổ 7, Nguyễn Thị Ánh/;
const BAY = /^Mời ký: Hộ 19, tổ 7, Trần Văn Bảy/;
// jsdom has no canvas to draw on; tests in a browser do that.
const STROKES = [[20, 120, 60, 40, 100, 130, 180, 60, 300, 110]];

describe("at a meeting", () => {
  test("nobody waits for a list that has come, and is empty", async () => {
    renderScreen(await demoPhone({ households: [] }), <Walk part="hop" />);
    expect(await screen.findByText(/^Phường chưa nhập hộ nào/)).toBeDefined();
    expect(screen.queryByText(/đang được lấy/)).toBeNull();
  });

  test("a household takes a handbook and signs on one sheet, and the list stays", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await user.click(screen.getByRole("button", { name: ANH }));
    const sheet = await screen.findByRole("dialog", { name: "Hộ 18 · Nguyễn Thị Ánh" });
    expect(within(sheet).getByText("Người ký: Nguyễn Thị Ánh, chủ hộ")).toBeDefined();
    // Nothing is ticked for anybody.
    const ticked = within(sheet).getAllByRole<HTMLInputElement>("checkbox");
    expect(ticked.filter(({ checked }) => checked)).toEqual([]);
    await user.click(within(sheet).getByRole("checkbox", { name: "Đồng ý cả 8 điều" }));
    await user.click(within(sheet).getByRole("checkbox", { name: /^Hộ đồng ý/ }));
    await user.click(within(sheet).getByRole("checkbox", { name: "Hộ nhận sổ tay" }));
    await drawn(phone, anh.id);
    await user.click(screen.getByRole("button", { name: "Lưu, mời hộ tiếp" }));
    expect(
      await screen.findByText("Đã giữ trong máy: hộ 18 ký cam kết", { selector: ".toast p" }),
    ).toBeDefined();

    const [delivery, consent, pledge, attended] = saidOn(phone, anh.id);
    expect(delivery).toMatchObject({ type: "handbook.delivered", body: { edition: 4, how: "meeting" } });
    expect(consent).toMatchObject({ type: "consent.given", body: { purposes: ["record"] } });
    expect(pledge).toMatchObject({
      type: "pledge.signed",
      body: { declined: [], medium: "screen", consent: consent?.jti },
      personal: { signer: "Nguyễn Thị Ánh", relation: "chủ hộ" },
    });
    // Who signs here is here, and with the first of them the meeting has begun.
    const [held] = heldOn(phone);
    expect(held).toMatchObject({
      sub: "kp2/t07",
      body: {
        kind: "residents",
        date: "2026-11-23",
        place: "",
        subject: "Đọc quy ước, ký cam kết",
        households: 3,
      },
    });
    expect(attended).toMatchObject({ type: "meeting.attended", body: { meeting: held?.jti, present: true } });
    expect(phone.drafts().size).toBe(0);

    // Same list, same order; who has signed cannot be tapped by mistake.
    const list = screen.getByRole("list", { name: "Các hộ trong tổ" });
    const [first] = within(list).getAllByRole("listitem");
    expect(first?.textContent).toContain("Đã ký 23/11");
    expect(within(list).getAllByRole("button", { name: /^Mời ký/ })).toHaveLength(3);
    expect(thereOf("Hộ 18, tổ 7, Nguyễn Thị Ánh").getAttribute("aria-pressed")).toBe("true");
    expect(screen.getByText(/1 \/ 4 hộ đã ký/)).toBeDefined();
    // Its button is gone: what follows it has the focus.
    await waitFor(() => expect(document.activeElement).toBe(thereOf("Hộ 18, tổ 7, Nguyễn Thị Ánh")));
  });

  test("all of one household is taken back in one tap for ten seconds", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await signs(phone, user, anh.id, ANH);
    phone.setNow(EVENING + 6);
    await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
    await screen.findByText("Đã hoàn tác hộ 18", { selector: ".toast p" });
    await screen.findByRole("button", { name: ANH });
    const said = saidOn(phone, anh.id).map(({ type }) => type);
    expect(said).toEqual([
      "consent.given",
      "pledge.signed",
      "meeting.attended",
      ...Array.from({ length: 3 }, () => "statement.retracted"),
    ]);
    // Nobody else has come: the meeting has not begun.
    await screen.findByText(/^Buổi họp bắt đầu ghi khi có hộ đầu tiên/);
  });

  test("whoever takes a handbook alone is recorded as that, and hands out to the next one too", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await user.click(screen.getByRole("button", { name: ANH }));
    await user.click(await screen.findByRole("checkbox", { name: "Hộ nhận sổ tay" }));
    await user.click(screen.getByRole("button", { name: "Chỉ nhận sổ tay, chưa ký" }));
    await waitFor(() =>
      expect(saidOn(phone, anh.id).map(({ type }) => type)).toEqual([
        "handbook.delivered",
        "meeting.attended",
      ]),
    );
    await user.click(screen.getByRole("button", { name: BAY }));
    const next = await screen.findByRole<HTMLInputElement>("checkbox", { name: "Hộ nhận sổ tay" });
    expect(next.checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /^Hộ đồng ý/ }).checked).toBe(false);
  });

  test("takes no pledge without items, consent or signature, and says which", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await user.click(screen.getByRole("button", { name: ANH }));
    const save = await screen.findByRole("button", { name: "Lưu, mời hộ tiếp" });
    await user.click(save);
    expect(screen.getByRole("alert").textContent).toBe("Chưa có điều nào được đánh dấu.");
    await user.click(screen.getByRole("checkbox", { name: "Đồng ý cả 8 điều" }));
    await user.click(save);
    expect(screen.getByRole("alert").textContent).toMatch(/^Hộ chưa đồng ý cho lưu/);
    await user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
    await user.click(save);
    expect(screen.getByRole("alert").textContent).toMatch(/^Chưa có nét ký/);
    expect(saidOn(phone, anh.id)).toEqual([]);
  });

  test("a household may decline an item, and somebody else may sign", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await user.click(screen.getByRole("button", { name: ANH }));
    await user.click(await screen.findByRole("button", { name: "Đổi người ký" }));
    const signer = screen.getByRole("textbox", { name: "Người ký" });
    await user.clear(signer);
    await user.type(signer, "Trần Văn Con");
    await user.selectOptions(screen.getByRole("combobox", { name: "Quan hệ với chủ hộ" }), "con");
    await user.click(screen.getByRole("checkbox", { name: "Đồng ý cả 8 điều" }));
    await user.click(screen.getByText("Chọn từng điều"));
    await user.click(screen.getByRole("checkbox", { name: /^Nộp thuế đất/ }));
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Đồng ý cả 8 điều" }).checked).toBe(false);
    await user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
    await drawn(phone, anh.id);
    await user.click(screen.getByRole("button", { name: "Lưu, mời hộ tiếp" }));
    await waitFor(() => expect(saidOn(phone, anh.id)).toHaveLength(3));
    expect(saidOn(phone, anh.id)[1]).toMatchObject({
      body: { declined: ["tax"] },
      personal: { signer: "Trần Văn Con", relation: "con" },
    });
  });

  test("each household is heard with its address and how it stands", async () => {
    await openMeeting(await demoPhone());
    const list = screen.getByRole("list", { name: "Các hộ trong tổ" });
    const [first] = within(list).getAllByRole("button", { name: /^Mời ký/ });
    const chip = within(list).getAllByRole("listitem")[0]?.querySelector(".chip")?.textContent ?? "";
    expect(chip).not.toBe("");
    expect(first?.getAttribute("aria-label")).toBe(
      `Mời ký: Hộ 18, tổ 7, Nguyễn Thị Ánh, 12/4 đường 30/4, ${chip.toLowerCase()}`,
    );
  });

  test("what is typed for the next household stays while the words about the last one go", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    const before = screen.getByRole<HTMLInputElement>("searchbox");
    await user.type(before, "ánh");
    await signs(phone, user, anh.id, ANH);
    await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
    // Emptied for the next household.
    const search = screen.getByRole<HTMLInputElement>("searchbox");
    expect(search.value).toBe("");
    await user.type(search, "bảy");
    const toast = document.querySelector(".toast");
    expect(toast).not.toBeNull();
    await waitFor(() => expect(document.querySelector(".toast")).toBeNull());
    expect(document.activeElement).toBe(search);
    expect(search.value).toBe("bảy");
    const list = screen.getByRole("list", { name: "Các hộ trong tổ" });
    expect(within(list).getAllByRole("button", { name: /^Mời ký/ })).toEqual([
      screen.getByRole("button", { name: BAY }),
    ]);
  });

  test("says in words that nothing was kept, and keeps the sheet", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await user.click(screen.getByRole("button", { name: BAY }));
    await user.click(await screen.findByRole("checkbox", { name: "Đồng ý cả 8 điều" }));
    await user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
    await drawn(phone, bay.id);
    phone.failSaying("storage");
    await user.click(screen.getByRole("button", { name: "Lưu, mời hộ tiếp" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/Trình duyệt không cho giữ dữ liệu/);
    expect(screen.getByRole("dialog", { name: "Hộ 19 · Trần Văn Bảy" })).toBeDefined();
  });
});

describe("who is there", () => {
  test("is tapped, one after the other, and another tap takes it back without a trace", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    // Faster than the phone writes.
    thereOf("Hộ 18, tổ 7, Nguyễn Thị Ánh").click();
    thereOf("Hộ 19, tổ 7, Trần Văn Bảy").click();
    await screen.findByText("2 / 3 hộ có mặt");
    expect(screen.getByText(/quá nửa số hộ/)).toBeDefined();
    const [held, ...others] = heldOn(phone);
    expect(others).toEqual([]);
    for (const { id } of [anh, bay])
      expect(saidOn(phone, id)).toMatchObject([{ type: "meeting.attended", body: { meeting: held?.jti } }]);

    await user.click(thereOf("Hộ 18, tổ 7, Nguyễn Thị Ánh"));
    await screen.findByText("1 / 3 hộ có mặt");
    expect(screen.getByText(/còn thiếu 1 hộ nữa mới quá nửa/)).toBeDefined();
    expect(saidOn(phone, anh.id).map(({ type }) => type)).toEqual([
      "meeting.attended",
      "statement.retracted",
    ]);
  });

  test("a household that another device recorded is taken back by another word", async () => {
    const phone = await demoPhone();
    const meeting = id7(1);
    await phone.wardSays(phone.office, [
      { jti: meeting, type: "meeting.held", sub: "kp2", body: { ...HELD, subject: "Họp khu phố" } },
      { type: "meeting.attended", sub: anh.id, body: { meeting, present: true } },
    ]);
    const { user } = await openMeeting(phone);
    await screen.findByText(/^Họp khu phố · Khu phố 2/);
    await user.click(thereOf("Hộ 18, tổ 7, Nguyễn Thị Ánh"));
    await waitFor(() =>
      expect(saidOn(phone, anh.id)).toMatchObject([
        { type: "meeting.attended", body: { meeting, present: false } },
      ]),
    );
  });

  test("a meeting that was announced for today begins with the first household, under its own id", async () => {
    const phone = await demoPhone();
    const meeting = id7(2);
    const plan = { ...HELD, subject: "Họp tổ 7", place: "Nhà ông Năm", time: "19:00", planned: true };
    await phone.wardSays(phone.office, [
      { jti: meeting, type: "meeting.held", sub: "kp2/t07", body: plan },
      { jti: id7(3), type: "meeting.held", sub: "kp2/t07", body: { ...plan, date: "2026-11-24" } },
    ]);
    const { user } = await openMeeting(phone);
    await screen.findByText(/^Họp tổ 7 · Tổ 7 · đã báo họp hôm nay/);
    await user.click(thereOf("Hộ 18, tổ 7, Nguyễn Thị Ánh"));
    await screen.findByText("1 / 4 hộ có mặt");
    const [held] = heldOn(phone);
    expect(held?.body).toMatchObject({ meeting, place: "Nhà ông Năm", time: "19:00", households: 4 });
    expect(held?.body).not.toHaveProperty("planned");
    expect(saidOn(phone, anh.id)).toMatchObject([{ body: { meeting, present: true } }]);
  });

  test("at the ward's conference a volunteer records who is there, and leaves the meeting to the ward", async () => {
    const phone = await demoPhone();
    const meeting = id7(4);
    await phone.wardSays(phone.office, [
      { jti: meeting, type: "meeting.held", sub: phone.ward, body: { ...HELD, planned: true } },
    ]);
    const { user } = await openMeeting(phone);
    await user.click(thereOf("Hộ 18, tổ 7, Nguyễn Thị Ánh"));
    await waitFor(() => expect(saidOn(phone, anh.id)).toMatchObject([{ body: { meeting } }]));
    expect(heldOn(phone)).toEqual([]);
    await user.click(screen.getByRole("button", { name: "Ghi buổi họp" }));
    await screen.findByText("Buổi này do phường ghi. Máy này chỉ ghi hộ nào có mặt.");
    // Another meeting of the same day is the volunteer's own.
    await user.click(screen.getByRole("button", { name: "Buổi họp mới" }));
    await screen.findByRole("textbox", { name: "Họp về việc gì" });
  });

  test("a meeting is written down, with more present than there are households refused where it stands", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await user.click(screen.getByRole("button", { name: "Ghi buổi họp" }));
    const counted = await screen.findByRole("textbox", { name: /^Đếm được bao nhiêu hộ/ });
    await user.type(counted, "5");
    await user.type(screen.getByRole("textbox", { name: /^Biên bản/ }), "Thống nhất dọn hẻm.");
    await user.click(screen.getByRole("button", { name: "Lưu buổi họp" }));
    expect(screen.getByRole("alert").textContent).toBe(
      "Ghi 5 hộ có mặt, nhưng ở đây chỉ có 3 hộ. Hãy xem lại số này.",
    );
    await user.clear(counted);
    await user.type(counted, "ba");
    await user.click(screen.getByRole("button", { name: "Lưu buổi họp" }));
    expect(screen.getByRole("alert").textContent).toMatch(/phải là số nguyên/);
    expect(heldOn(phone)).toEqual([]);
    await user.clear(counted);
    await user.type(counted, "3");
    await user.click(screen.getByRole("button", { name: "Lưu buổi họp" }));
    await screen.findByText("Đã giữ buổi họp trong máy", { selector: ".toast p" });
    const [held] = heldOn(phone);
    expect(held).toMatchObject({ body: { present: 3 }, personal: { minutes: "Thống nhất dọn hẻm." } });
    expect(JSON.stringify(held?.body)).not.toContain("dọn hẻm");
    await screen.findByText("3 / 3 hộ có mặt");

    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    await screen.findByText(/^Buổi họp bắt đầu ghi khi có hộ đầu tiên/);
  });

  test("half a record of a meeting is found again", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await user.click(screen.getByRole("button", { name: "Ghi buổi họp" }));
    await user.type(await screen.findByRole("textbox", { name: "Họp ở đâu" }), "Chợ");
    await user.click(screen.getByRole("button", { name: "Đóng" }));
    await user.click(screen.getByRole("button", { name: "Ghi buổi họp" }));
    expect((await screen.findByRole<HTMLInputElement>("textbox", { name: "Họp ở đâu" })).value).toBe("Chợ");
  });

  test("a receipt finds its household; what is none, or of elsewhere, does nothing", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    phone.setReceipt(() => ({ ...GOOD }));
    await signs(phone, user, anh.id, ANH);
    await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
    await screen.findByText(/^Buổi họp bắt đầu ghi khi có hộ đầu tiên/);
    const receipt = receiptOf(
      (await phone.act.statementText(
        phone.ward,
        saidOn(phone, anh.id).find(({ type }) => type === "pledge.signed")?.jti ?? "",
      )) ?? "",
    );
    await user.click(screen.getByRole("button", { name: "Quét biên nhận" }));
    // jsdom has no camera.
    await screen.findByText(/^Máy này không cho dùng máy ảnh ở đây/);
    const field = screen.getByRole("textbox", { name: "Đường dẫn biên nhận" });
    await user.type(field, "https://phuong-3.example/vao#x{Enter}");
    await screen.findByText(/^Đây không phải biên nhận cam kết/, { selector: ".trouble" });
    phone.setReceipt(() => ({ ...GOOD, signature: "changed" }));
    await reads(user, field, receipt);
    await screen.findByText(/^Biên nhận này đã bị sửa/, { selector: ".trouble" });
    expect(saidOn(phone, anh.id).filter(({ type }) => type === "meeting.attended")).toHaveLength(1);
    phone.setReceipt(() => ({ ...GOOD }));
    await reads(user, field, `https://phuong-3.example/bien-nhan#${receipt}`);
    await screen.findByText("Hộ 18 có mặt", { selector: ".scan-good" });
    expect(saidOn(phone, anh.id).filter(({ type }) => type === "meeting.attended")).toHaveLength(2);
    await reads(user, field, receipt);
    await screen.findByText("Hộ 18 đã ghi có mặt rồi", { selector: ".scan-good" });
    expect(saidOn(phone, anh.id).filter(({ type }) => type === "meeting.attended")).toHaveLength(2);
  });
});

describe("two phones in one hall", () => {
  test("the second is offered the meeting that has begun before it begins another", async () => {
    const phone = await demoPhone();
    const meeting = await begunByAnother(phone);
    const { user } = await openMeeting(phone);
    const hall = within(
      screen.getByRole("heading", { name: "Buổi họp hôm nay" }).parentElement as HTMLElement,
    );
    await hall.findByText("Hôm nay ở đây đã có buổi họp do máy khác bắt đầu ghi:");
    expect(hall.getByText(/^bắt đầu lúc 18:20, Chú Tư ghi · 1 \/ 4 hộ có mặt$/)).toBeDefined();
    expect(hall.getAllByRole("button").map(({ textContent }) => textContent)).toEqual([
      "Vào buổi họp đã bắt đầu",
      "Bắt đầu buổi họp mới",
      "Quét biên nhận",
      "Ghi buổi họp",
    ]);
    await user.click(hall.getByRole("button", { name: "Vào buổi họp đã bắt đầu" }));
    await waitFor(() => expect(hall.queryByRole("button", { name: "Bắt đầu buổi họp mới" })).toBeNull());
    // What was tapped is gone: what follows it has the focus.
    expect(document.activeElement).toBe(hall.getByRole("button", { name: "Quét biên nhận" }));
    await user.click(thereOf("Hộ 19, tổ 7, Trần Văn Bảy"));
    await hall.findByText("2 / 4 hộ có mặt");
    expect(heldOn(phone)).toEqual([]);
    expect(saidOn(phone, bay.id)).toMatchObject([{ body: { meeting, present: true } }]);
  });

  test("a tap without an answer goes to the meeting that has begun, and nothing is asked any more", async () => {
    const phone = await demoPhone();
    const meeting = await begunByAnother(phone);
    const { user } = await openMeeting(phone);
    await screen.findByRole("button", { name: "Vào buổi họp đã bắt đầu" });
    await user.click(thereOf("Hộ 19, tổ 7, Trần Văn Bảy"));
    await screen.findByText("2 / 4 hộ có mặt", { selector: "b" });
    expect(screen.queryByRole("button", { name: "Vào buổi họp đã bắt đầu" })).toBeNull();
    expect(saidOn(phone, bay.id)).toMatchObject([{ body: { meeting } }]);
  });

  test("another meeting of the same day is begun where somebody wants one, and the way back stays", async () => {
    const phone = await demoPhone();
    const meeting = await begunByAnother(phone);
    const { user } = await openMeeting(phone);
    await user.click(await screen.findByRole("button", { name: "Bắt đầu buổi họp mới" }));
    await screen.findByText(/^Buổi họp bắt đầu ghi khi có hộ đầu tiên/, { selector: "section p" });
    expect(screen.getByRole("button", { name: "Vào buổi họp đã bắt đầu" })).toBeDefined();
    await user.click(thereOf("Hộ 19, tổ 7, Trần Văn Bảy"));
    await screen.findByText("1 / 3 hộ có mặt");
    const [held] = heldOn(phone);
    expect(held?.body).not.toHaveProperty("meeting");
    expect(saidOn(phone, bay.id)).toMatchObject([{ body: { meeting: held?.jti } }]);
    expect(held?.jti).not.toBe(meeting);
    expect(
      screen.getByText(/^Máy khác cũng ghi một buổi họp ở đây hôm nay: Họp, bắt đầu lúc 18:20/),
    ).toBeDefined();
  });

  test("a meeting begun here without coverage stays this phone's when another's is heard of; joined, each counts once", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await user.click(thereOf("Hộ 18, tổ 7, Nguyễn Thị Ánh"));
    await screen.findByText("1 / 3 hộ có mặt");
    const [own] = heldOn(phone);
    const meeting = await begunByAnother(phone);
    await screen.findByText(/^Máy khác cũng ghi một buổi họp ở đây hôm nay/);
    await user.click(thereOf("Hộ 19, tổ 7, Trần Văn Bảy"));
    await screen.findByText("2 / 3 hộ có mặt");
    expect(saidOn(phone, bay.id)).toMatchObject([{ body: { meeting: own?.jti } }]);

    phone.deliver();
    await phone.wardSays(phone.office, [
      { type: "meeting.matched", sub: "kp2/t07", body: { meetings: [own?.jti, meeting], same: true } },
    ]);
    // Household 18 was recorded by both.
    await screen.findByText("2 / 4 hộ có mặt");
    expect(screen.queryByText(/^Máy khác cũng ghi/)).toBeNull();
    // What this phone writes down is its own part of it: it may not read all that the other wrote.
    await user.click(screen.getByRole("button", { name: "Ghi buổi họp" }));
    await user.type(await screen.findByRole("textbox", { name: /^Biên bản/ }), "Dọn hẻm.");
    await user.click(screen.getByRole("button", { name: "Lưu buổi họp" }));
    await screen.findByText("Đã giữ buổi họp trong máy", { selector: ".toast p" });
    expect(heldOn(phone)).toMatchObject([{ body: { meeting: own?.jti }, personal: { minutes: "Dọn hẻm." } }]);
    await user.click(thereOf("Hộ 18, tổ 7, Nguyễn Thị Ánh"));
    await screen.findByText("1 / 4 hộ có mặt");
    const said = saidOn(phone, anh.id).map(({ type, body }) => [type, body["meeting"]]);
    expect(said).toHaveLength(2);
    expect(said).toContainEqual(["statement.retracted", undefined]);
    expect(said).toContainEqual(["meeting.attended", meeting]);
  });
});

/** Chú Tư's phone has begun the meeting of tổ 7, ten minutes ago, with household 18. */
async function begunByAnother(phone: MemoryPhone): Promise<string> {
  const tu = await phone.addSpeaker({ personName: "Chú Tư", areas: ["kp2/t07"] });
  const [meeting = ""] = await phone.wardSays(
    tu,
    [{ jti: id7(20), type: "meeting.held", sub: "kp2/t07", body: HELD }],
    EVENING - 600,
  );
  const body = { meeting, present: true };
  await phone.wardSays(tu, [{ type: "meeting.attended", sub: anh.id, body }], EVENING - 600);
  return meeting;
}

const HELD = { kind: "residents", date: "2026-11-23", place: "", subject: "Họp", households: 4 };
const GOOD: ReceiptCheck = {
  words: null,
  signature: "good",
  by: "volunteer",
  revokedAt: null,
  listedAt: null,
  firstMet: false,
  asking: false,
  standing: null,
};

/** As a hand scanner does. */
async function reads(user: User, field: HTMLElement, text: string) {
  await user.click(field);
  await user.paste(text);
  await user.keyboard("{Enter}");
}

function id7(number: number): string {
  return `019aaf10-5c00-7000-8000-${number.toString(16).padStart(12, "0")}`;
}

function thereOf(name: string): HTMLElement {
  return screen.getByRole("button", { name: `Có mặt: ${name}` });
}

function heldOn(phone: MemoryPhone) {
  return phone
    .entries()
    .filter(({ standing, statement }) => standing === "unsent" && statement.claims.type === "meeting.held")
    .map(({ statement }) => ({ ...statement.claims, personal: personalOf(statement) }));
}

type User = ReturnType<typeof renderScreen>["user"];

async function openMeeting(phone: MemoryPhone) {
  const opened = renderScreen(phone, <Walk part="hop" />);
  await screen.findByRole("list", { name: "Các hộ trong tổ" });
  return opened;
}

async function signs(phone: MemoryPhone, user: User, id: string, name: RegExp) {
  await user.click(screen.getByRole("button", { name }));
  await user.click(await screen.findByRole("checkbox", { name: "Đồng ý cả 8 điều" }));
  await user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
  await drawn(phone, id);
  await user.click(screen.getByRole("button", { name: "Lưu, mời hộ tiếp" }));
}

/** Puts strokes into the draft that is open, as a finger would, and draws the sheet anew. */
async function drawn(phone: MemoryPhone, id: string) {
  const key = `pledge/${phone.ward}/${id}`;
  await waitFor(() =>
    expect((phone.drafts().get(key) as { purposes?: unknown[] } | undefined)?.purposes).toEqual(["record"]),
  );
  const close = screen.getByRole("button", { name: "Đóng" });
  const name = screen.getByRole("dialog").getAttribute("aria-labelledby");
  const title = document.getElementById(name ?? "")?.textContent ?? "";
  close.closest("dialog")?.dispatchEvent(new Event("close"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await phone.act.keepDraft(key, { ...(phone.drafts().get(key) as object), strokes: STROKES });
  screen
    .getByRole("button", { name: (heard) => heard.startsWith(`Mời ký: ${title.split(" · ")[0]},`) })
    .click();
  await screen.findByRole("dialog", { name: title });
}

function saidOn(phone: MemoryPhone, id: string) {
  return phone
    .entries()
    .filter(
      ({ standing, statement }) =>
        standing === "unsent" && [statement.claims.sub, statement.claims.in].includes(id),
    )
    .map(({ statement }) => ({ ...statement.claims, personal: personalOf(statement) }));
}
