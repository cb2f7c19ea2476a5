import { act, createEvent, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Draft } from "../../src/domain/statement.ts";
import { Household } from "../../src/ui/household/Household.tsx";
import { DAY, demoPhone, EVENING, HOUSEHOLDS, pledgeOf } from "./demo-ward.ts";
import { newId, type MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh, bay] = HOUSEHOLDS;

describe("a household's page", () => {
  test("says who lives where, and which household is next", async () => {
    renderScreen(await demoPhone(), <Household id={anh.id} />);
    expect(await screen.findByRole("heading", { name: "Hộ 18 · Nguyễn Thị Ánh" })).toBeDefined();
    expect(screen.getByText(/12\/4 đường 30\/4 · Tổ 7 · 4 nhân khẩu/)).toBeDefined();
    const next = await screen.findByRole("link", { name: "Hộ tiếp theo: 19 · Trần Văn Bảy" });
    expect(next.getAttribute("href")).toBe(`/ho/${bay.id}`);
  });

  test("has the next household right below what is done here, where nothing that was done moves it", async () => {
    const { user } = renderScreen(await demoPhone(), <Household id={anh.id} />);
    const acts = await screen.findByRole("region", { name: "Việc ở nhà này" });
    const next = await screen.findByRole("link", { name: /^Hộ tiếp theo/ });
    expect(acts.nextElementSibling?.contains(next)).toBe(true);
    await user.click(screen.getByRole("button", { name: "Vắng nhà" }));
    const standing = await screen.findByText("Đã tới nhà này 1 lần, chưa gặp");
    expect(next.compareDocumentPosition(standing)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(acts.nextElementSibling?.contains(next)).toBe(true);
  });

  test("does not say that the ward has opened nothing while only a part of it is here", async () => {
    const phone = await demoPhone({ campaign: false });
    phone.setSending({ whole: false, reached: false, lastSuccess: null });
    renderScreen(phone, <Household id={anh.id} />);
    expect(await screen.findByText(/^Máy mới lấy được một phần dữ liệu của phường, /)).toBeDefined();
    expect(screen.queryByText(/^Phường chưa/)).toBeNull();
    act(() => phone.setSending({ whole: true }));
    expect(await screen.findByText("Phường chưa mở đợt cam kết, nên chưa ký được.")).toBeDefined();
  });

  test("hands over the handbook of the campaign's edition at one tap", async () => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Phát sổ tay" }));
    await waitFor(async () =>
      expect(await diary()).toEqual([expect.stringContaining("Phát sổ tay"), expect.anything()]),
    );
    expect(lastOf(phone)).toMatchObject({ type: "handbook.delivered", body: { edition: 4, how: "hand" } });
    expect(screen.getByText("Đã phát sổ tay · hôm nay")).toBeDefined();
  });

  test("says that the handbook is there from an earlier campaign, and records a further one as such", async () => {
    const phone = await demoPhone();
    const delivered = { type: "handbook.delivered", sub: anh.id, body: { edition: 4, how: "hand" } };
    const lastYear = Date.parse("2025-11-12T09:00:00+07:00") / 1000;
    await phone.wardSays(phone.office, [delivered], lastYear);
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    expect(await screen.findByText("Đã có sổ tay bản 4, phát 12/11/2025")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Phát sổ tay" }));
    expect(await screen.findByText("Đã phát sổ tay · hôm nay")).toBeDefined();
    expect(lastOf(phone)).toMatchObject({ body: { edition: 4, how: "hand", another: true } });
    expect(screen.queryByText(/^Đã có sổ tay bản/)).toBeNull();
  });

  test("does nothing at the second tap of a thumb that taps twice, whatever has come to stand below it meanwhile", async () => {
    const phone = await demoPhone();
    renderScreen(phone, <Household id={anh.id} />);
    const tap = async (name: string, x: number, at: number) => {
      const button = await screen.findByRole("button", { name });
      for (const make of [createEvent.pointerDown, createEvent.click]) {
        const event = make(button, { clientX: x, clientY: 266, detail: 1 });
        Object.defineProperty(event, "timeStamp", { value: at });
        fireEvent(button, event);
      }
    };
    await tap("Vắng nhà", 265, 1_000);
    expect(await screen.findByText("Đã giữ trong máy: vắng nhà", { selector: "p" })).toBeDefined();
    await tap("Phát sổ tay", 268, 1_250);
    await tap("Phát sổ tay", 265, 1_600);
    expect(await diary()).toHaveLength(2);
    expect(lastOf(phone)).toMatchObject({ type: "visit.logged" });
    await tap("Phát sổ tay", 200, 1_700);
    await waitFor(() => expect(lastOf(phone)).toMatchObject({ type: "handbook.delivered" }));
  });

  test("takes a slip of the thumb back within ten seconds, and leaves no line", async () => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Vắng nhà" }));
    expect(await screen.findByText("Đã giữ trong máy: vắng nhà", { selector: "p" })).toBeDefined();
    phone.setNow(EVENING + 8);
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    expect(await screen.findByText("Đã hoàn tác", { selector: "p" })).toBeDefined();
    await waitFor(async () => expect(await diary()).toHaveLength(1));
    expect(lastOf(phone)).toMatchObject({
      type: "statement.retracted",
      in: anh.id,
      body: { reason: "mistake" },
    });
  });

  test("keeps a day and an hour to come back", async () => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Hẹn lại" }));
    const sheet = screen.getByRole("dialog", { name: "Hẹn lại lúc nào?" });
    await user.click(within(sheet).getByRole("button", { name: "Thứ Bảy" }));
    await user.click(within(sheet).getByRole("button", { name: "17:30" }));
    await user.type(within(sheet).getByRole("textbox", { name: /^Ghi chú/ }), "gọi cổng sau");
    await user.click(within(sheet).getByRole("button", { name: "Giữ lịch hẹn" }));
    expect(await screen.findByText("Hẹn lại 17:30 thứ Bảy 28/11")).toBeDefined();
    const at = Date.parse("2026-11-28T17:30:00+07:00") / 1000;
    expect(lastOf(phone)).toMatchObject({ type: "visit.logged", body: { outcome: "comeBack", at } });
    expect(screen.getAllByText("gọi cổng sau").length).toBeGreaterThan(0);
  });

  test("takes no hour that has passed", async () => {
    const { user } = renderScreen(await demoPhone(), <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Hẹn lại" }));
    await user.click(screen.getByRole("button", { name: "Hôm nay" }));
    await user.click(screen.getByRole("button", { name: "08:00" }));
    expect(screen.getByRole("alert").textContent).toBe("Giờ này đã qua. Hãy chọn giờ khác.");
    expect(screen.getByRole("button", { name: "Giữ lịch hẹn" })).toHaveProperty("disabled", true);
  });

  test("asks once before a refusal, which is an answer like any other", async () => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Chưa đồng ý" }));
    const before = phone.entries().length;
    await user.click(screen.getByRole("button", { name: "Thôi" }));
    expect(phone.entries()).toHaveLength(before);
    await user.click(screen.getByRole("button", { name: "Chưa đồng ý" }));
    await user.click(screen.getByRole("button", { name: "Ghi chưa đồng ý" }));
    expect(await screen.findByText("Chưa đồng ý · hôm nay")).toBeDefined();
    expect(lastOf(phone)).toMatchObject({ type: "visit.logged", body: { outcome: "refused" } });
  });

  test("finds an appointment again that was half written down, until it is kept", async () => {
    const phone = await demoPhone();
    const open = async () => {
      const { user, unmount } = renderScreen(phone, <Household id={anh.id} />);
      await user.click(await screen.findByRole("button", { name: "Hẹn lại" }));
      return { user, unmount, sheet: within(await screen.findByRole("dialog")) };
    };
    const first = await open();
    await first.user.click(first.sheet.getByRole("button", { name: "Thứ Bảy" }));
    await first.user.click(first.sheet.getByRole("button", { name: "17:30" }));
    await first.user.type(first.sheet.getByRole("textbox", { name: /^Ghi chú/ }), "gọi cổng sau");
    await first.user.click(first.sheet.getByRole("button", { name: "Đóng" }));
    first.unmount();
    const { user, sheet } = await open();
    expect(sheet.getByRole("textbox", { name: /^Ghi chú/ })).toHaveProperty("value", "gọi cổng sau");
    expect(sheet.getByRole("button", { name: "Thứ Bảy" }).getAttribute("aria-pressed")).toBe("true");
    phone.failSaying("full");
    await user.click(sheet.getByRole("button", { name: "Giữ lịch hẹn" }));
    await sheet.findByRole("alert");
    phone.failSaying(null);
    await user.click(sheet.getByRole("button", { name: "Giữ lịch hẹn" }));
    expect(await screen.findByText("Hẹn lại 17:30 thứ Bảy 28/11")).toBeDefined();
    expect(phone.drafts().size).toBe(0);
  });

  test("keeps the words of an appointment whose hour has passed meanwhile, and proposes another", async () => {
    const phone = await demoPhone();
    const key = `come-back/${phone.ward}/${anh.id}`;
    const kept = { date: "2026-11-20", time: "17:30", other: false, note: "gọi cổng sau" };
    await phone.act.keepDraft(key, kept);
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Hẹn lại" }));
    const sheet = within(await screen.findByRole("dialog"));
    expect(sheet.getByRole("textbox", { name: /^Ghi chú/ })).toHaveProperty("value", "gọi cổng sau");
    expect(sheet.queryByRole("alert")).toBeNull();
    expect(sheet.getByRole("button", { name: "Giữ lịch hẹn" })).toHaveProperty("disabled", false);
  });

  test("finds the words of a refusal again, and drops them with the half-filled pledge once it is kept", async () => {
    const phone = await demoPhone();
    await phone.act.keepDraft(halfOf(phone), { step: 2 });
    const open = async () => {
      const { user, unmount } = renderScreen(phone, <Household id={anh.id} />);
      await user.click(await screen.findByRole("button", { name: "Chưa đồng ý" }));
      return { user, unmount, sheet: within(await screen.findByRole("dialog")) };
    };
    const first = await open();
    await first.user.type(first.sheet.getByRole("textbox", { name: /^Hộ nói gì/ }), "để hỏi lại nhà");
    await first.user.click(first.sheet.getByRole("button", { name: "Thôi" }));
    first.unmount();
    const { user, sheet } = await open();
    expect(sheet.getByRole("textbox", { name: /^Hộ nói gì/ })).toHaveProperty("value", "để hỏi lại nhà");
    await user.click(sheet.getByRole("button", { name: "Ghi chưa đồng ý" }));
    expect(await screen.findByText("Chưa đồng ý · hôm nay")).toBeDefined();
    await waitFor(() => expect(phone.drafts().size).toBe(0));
  });

  test("tells in the diary what, when, by whom, and what the ward has not got yet", async () => {
    const phone = await demoPhone();
    const tu = await phone.addSpeaker({ personName: "Anh Tư", areas: ["kp2"] });
    const said: Draft[] = [
      {
        type: "opinion.given",
        sub: anh.id,
        body: { channel: "door" },
        personal: { text: "đèn hẻm 4 hay tắt" },
      },
    ];
    await phone.wardSays(tu, said, EVENING - 11 * DAY);
    await phone.act.say(phone.ward, [{ type: "visit.logged", sub: anh.id, body: { outcome: "absent" } }]);
    renderScreen(phone, <Household id={anh.id} />);
    await screen.findByText("Nhật ký");
    expect(await diary()).toEqual([
      expect.stringContaining("Vắng nhà23/11 18:30 · Cô Sáu · chờ gửi"),
      expect.stringContaining("Vào danh sách hộBan ngày bán hàng ở chợ Phường 116/11 18:30 · phường"),
      expect.stringContaining("Góp ý: đèn hẻm 4 hay tắt12/11 18:30 · Anh Tư"),
    ]);
  });

  test("keeps a line of a kind that this version does not know", async () => {
    const phone = await demoPhone();
    await phone.wardSays(phone.office, [{ type: "weather.seen", sub: anh.id, body: { rain: true } }]);
    renderScreen(phone, <Household id={anh.id} />);
    expect(await screen.findByText("bản ghi mới hơn máy này")).toBeDefined();
  });

  test("shows two pledges as a conflict that the ward settles", async () => {
    const phone = await demoPhone();
    const tu = await phone.addSpeaker({ personName: "Anh Tư", areas: ["kp2"] });
    await phone.wardSays(tu, [pledge()]);
    await phone.act.say(phone.ward, [pledge()]);
    renderScreen(phone, <Household id={anh.id} />);
    expect(await screen.findByText("Hộ này có hai bản cam kết")).toBeDefined();
  });

  test("asks before a household that has signed signs again", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [pledge()]);
    const { user, where } = renderScreen(phone, <Household id={anh.id} />, { at: `/ho/${anh.id}` });
    await user.click(await screen.findByRole("button", { name: "Ký cam kết" }));
    await user.click(screen.getByRole("button", { name: "Ký thêm một bản" }));
    expect(where()).toBe(`/ho/${anh.id}/ky?lai=1`);
  });

  test("leads back to a half-filled pledge", async () => {
    const phone = await demoPhone();
    await phone.act.keepDraft(`pledge/${phone.ward}/${anh.id}`, { step: 2 });
    renderScreen(phone, <Household id={anh.id} />);
    expect(await screen.findByText("Có bản cam kết đang ghi dở")).toBeDefined();
    expect(screen.getByRole("link", { name: "Ghi tiếp" }).getAttribute("href")).toBe(`/ho/${anh.id}/ky`);
  });

  test("lets go of a half-filled pledge at one tap, and brings it back at another", async () => {
    const phone = await demoPhone();
    await phone.act.keepDraft(halfOf(phone), { step: 2 });
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Bỏ bản đang ghi" }));
    await waitFor(() => expect(screen.queryByText("Có bản cam kết đang ghi dở")).toBeNull());
    expect(screen.getByText("Đã bỏ bản cam kết đang ghi", { selector: "p" })).toBeDefined();
    expect(phone.drafts().size).toBe(0);
    phone.failSaying("full");
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/Máy hết chỗ/);
    phone.failSaying(null);
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    expect(await screen.findByText("Có bản cam kết đang ghi dở")).toBeDefined();
    expect(phone.drafts().get(halfOf(phone))).toEqual({ step: 2 });
  });

  test("has no pledge half filled in any more where it refuses, says so, and has it again once that is undone", async () => {
    const phone = await demoPhone();
    await phone.act.keepDraft(halfOf(phone), { step: 2 });
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await screen.findByText("Có bản cam kết đang ghi dở");
    await user.click(screen.getByRole("button", { name: "Chưa đồng ý" }));
    const sheet = within(await screen.findByRole("dialog"));
    expect(sheet.getByText("Bản cam kết đang ghi dở của hộ cũng được bỏ.")).toBeDefined();
    await user.click(sheet.getByRole("button", { name: "Ghi chưa đồng ý" }));
    expect(
      await screen.findByText("Đã giữ trong máy: chưa đồng ý. Đã bỏ bản ghi dở.", {
        selector: "p",
      }),
    ).toBeDefined();
    expect(phone.drafts().has(halfOf(phone))).toBe(false);
    expect(screen.queryByText("Có bản cam kết đang ghi dở")).toBeNull();
    phone.setNow(EVENING + 8);
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    expect(await screen.findByText("Có bản cam kết đang ghi dở")).toBeDefined();
    expect(phone.drafts().get(halfOf(phone))).toEqual({ step: 2 });
    await waitFor(() => expect(lastOf(phone)?.type).toBe("statement.retracted"));
  });

  test("leaves a pledge that was begun since as it is, when the refusal is undone", async () => {
    const phone = await demoPhone();
    await phone.act.keepDraft(halfOf(phone), { step: 2 });
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await screen.findByText("Có bản cam kết đang ghi dở");
    await user.click(screen.getByRole("button", { name: "Chưa đồng ý" }));
    await user.click(await screen.findByRole("button", { name: "Ghi chưa đồng ý" }));
    const undo = await screen.findByRole("button", { name: "Hoàn tác" });
    await act(() => phone.act.keepDraft(halfOf(phone), { step: 1, signer: "Bà Tư" }));
    await screen.findByText("Có bản cam kết đang ghi dở");
    await user.click(undo);
    await waitFor(() => expect(lastOf(phone)?.type).toBe("statement.retracted"));
    expect(phone.drafts().get(halfOf(phone))).toEqual({ step: 1, signer: "Bà Tư" });
  });

  test("leaves a pledge that was begun since as it is, when letting go of the one before is undone", async () => {
    const phone = await demoPhone();
    await phone.act.keepDraft(halfOf(phone), { step: 2 });
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Bỏ bản đang ghi" }));
    const undo = await screen.findByRole("button", { name: "Hoàn tác" });
    await act(() => phone.act.keepDraft(halfOf(phone), { step: 1 }));
    await screen.findByText("Có bản cam kết đang ghi dở");
    await user.click(undo);
    expect(await screen.findByText("Đã hoàn tác", { selector: "p" })).toBeDefined();
    expect(phone.drafts().get(halfOf(phone))).toEqual({ step: 1 });
  });

  test("speaks of no half-filled pledge to a household that has none, when it refuses", async () => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Chưa đồng ý" }));
    const sheet = within(await screen.findByRole("dialog"));
    expect(sheet.queryByText(/đang ghi dở/)).toBeNull();
    await user.click(sheet.getByRole("button", { name: "Ghi chưa đồng ý" }));
    expect(await screen.findByText("Đã giữ trong máy: chưa đồng ý", { selector: "p" })).toBeDefined();
    phone.setNow(EVENING + 8);
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    expect(await screen.findByText("Đã hoàn tác", { selector: "p" })).toBeDefined();
    expect(phone.drafts().has(halfOf(phone))).toBe(false);
  });

  test.each([
    ["full", /Máy hết chỗ/],
    ["storage", /Trình duyệt không cho giữ dữ liệu/],
    ["not-enrolled", /chưa đăng ký với phường/],
  ] as const)("says in words that nothing was kept: %s", async (error, words) => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    const button = await screen.findByRole("button", { name: "Vắng nhà" });
    phone.failSaying(error);
    await user.click(button);
    expect((await screen.findByRole("alert")).textContent).toMatch(words);
    expect(screen.queryByText("Đã giữ trong máy: vắng nhà")).toBeNull();
  });

  test("signs nothing while no campaign runs, and says so", async () => {
    renderScreen(await demoPhone({ campaign: false }), <Household id={anh.id} />);
    expect(await screen.findByRole("button", { name: "Ký cam kết" })).toHaveProperty("disabled", true);
    expect(screen.getByText("Phường chưa mở đợt cam kết, nên chưa ký được.")).toBeDefined();
  });

  test("says of a household that is not on this phone that it is not", async () => {
    renderScreen(await demoPhone(), <Household id={newId()} />);
    expect(await screen.findByText("Máy này chưa có hộ này")).toBeDefined();
  });
});

async function diary(): Promise<string[]> {
  const region = await screen.findByRole("region", { name: "Nhật ký" });
  return within(region)
    .queryAllByRole("listitem")
    .map((line) => line.textContent);
}

function halfOf(phone: MemoryPhone): string {
  return `pledge/${phone.ward}/${anh.id}`;
}

function lastOf(phone: MemoryPhone) {
  return phone.entries().at(-1)?.statement.claims;
}

const pledge = () => pledgeOf(anh.id);
