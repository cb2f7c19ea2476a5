import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { personalOf, type Draft } from "../../src/domain/statement.ts";
import { namedConsentDraft } from "../../src/domain/ward/commendations.ts";
import { MoreScreens } from "../../src/ui/MoreScreens.tsx";
import { OwnPledge } from "../../src/ui/own/OwnPledge.tsx";
import { OwnScreen } from "../../src/ui/own/OwnScreen.tsx";
import { Screen } from "../../src/ui/parts/Screen.tsx";
import { makeTexts } from "../../src/ui/text/i18n.ts";
import { vi as firstWords } from "../../src/ui/text/vi.ts";
import {
  CAMPAIGN,
  CHANGED_CAMPAIGN,
  DAY,
  demoPhone,
  EVENING,
  HOUSEHOLDS,
  WARD,
  pledgeOf,
} from "./demo-ward.ts";
import { newId, type MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh, bay] = HOUSEHOLDS;
afterEach(() => vi.useRealTimers());

const STROKES = [[40, 60, 90, 120, 140, 60]];

/** The phone of hộ 18: it sees its own household and no other. */
async function homePhone(): Promise<MemoryPhone> {
  const self = {
    personName: "",
    deviceName: "Điện thoại của hộ",
    role: "household",
    areas: [anh.area],
  } as const;
  return demoPhone({ self, households: [anh] });
}

const said = (phone: MemoryPhone) =>
  phone
    .entries()
    .filter(({ standing }) => standing === "unsent")
    .map(({ statement }) => ({ ...statement.claims, personal: personalOf(statement) }));

async function signed(phone: MemoryPhone) {
  const first = renderScreen(phone, <OwnPledge />);
  await first.user.click(await screen.findByRole("button", { name: "Đồng ý tất cả" }));
  await first.user.click(screen.getByRole("button", { name: "Tiếp tục" }));
  await first.user.type(screen.getByRole("textbox", { name: "Người ký" }), "Nguyễn Thị Ánh");
  await first.user.click(screen.getByRole("checkbox", { name: /^Đồng ý cho Mặt trận Phường 3/ }));
  await first.user.click(screen.getByRole("button", { name: "Tiếp tục" }));
  first.unmount();
  const key = `pledge/${WARD}/${anh.id}`;
  await waitFor(() => expect(phone.drafts().get(key)).toMatchObject({ step: 3 }));
  // jsdom has no canvas to draw on; tests in a browser do that.
  await phone.act.keepDraft(key, { ...(phone.drafts().get(key) as object), strokes: STROKES });
  const second = renderScreen(phone, <OwnPledge />);
  expect(await screen.findByRole("heading", { name: "Ký tên" })).toBeDefined();
  expect(screen.queryByRole("button", { name: "Ghi bản giấy" })).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
  await second.user.click(screen.getByRole("button", { name: "Lưu cam kết" }));
  await waitFor(() => expect(second.where()).toBe("/ho-cua-toi"));
  second.unmount();
}

const onPaper = (kind: string) => ({ type: "request.made", sub: anh.id, body: { kind, channel: "paper" } });

/** What a screen reader says. */
const heard = (words: string) =>
  waitFor(() => expect(document.querySelector("output.only-heard")?.textContent).toBe(words));

describe("the pledge in the household's own hand", () => {
  test("is read in its own words, with no name in it before somebody writes one", async () => {
    const { user } = renderScreen(await homePhone(), <OwnPledge />);
    expect(await screen.findByRole("heading", { name: "Gia đình đọc từng điều" })).toBeDefined();
    expect(screen.queryByText("Đọc cho hộ nghe")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Đồng ý tất cả" }));
    await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    expect(screen.getByRole("textbox", { name: "Người ký" })).toHaveProperty("value", "");
    for (const box of screen.getAllByRole("checkbox")) expect(box).toHaveProperty("checked", false);
    // Nor does it come by a way round.
    const relation = screen.getByRole("combobox", { name: "Quan hệ với chủ hộ" });
    await user.selectOptions(relation, "con");
    await user.selectOptions(relation, "chủ hộ");
    expect(screen.getByRole("textbox", { name: "Người ký" })).toHaveProperty("value", "");
  });

  test("is said by link, by this phone, with its consent and no delivery", async () => {
    const phone = await homePhone();
    await signed(phone);
    expect(said(phone).map(({ type }) => type)).toEqual(["consent.given", "pledge.signed"]);
    expect(said(phone)[1]).toMatchObject({
      sub: anh.id,
      body: { campaign: "2026", medium: "link", declined: [] },
      personal: { signer: "Nguyễn Thị Ánh", strokes: expect.stringMatching(/^M/) },
    });
  });

  test("can be taken back by words that came with its page, where that is opened by its address", async () => {
    const phone = await homePhone();
    await signed(phone);
    renderScreen(phone, <MoreScreens />, { at: "/ho-cua-toi", texts: makeTexts(firstWords) });
    expect((await screen.findByRole("button", { name: "Hoàn tác" })).parentElement?.textContent).toContain(
      "Ký nhầm?",
    );
  });

  test("without consent nothing is kept", async () => {
    const phone = await homePhone();
    const { user, where } = renderScreen(phone, <OwnPledge />);
    await user.click(await screen.findByRole("button", { name: "Đồng ý tất cả" }));
    await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    await user.type(screen.getByRole("textbox", { name: "Người ký" }), "Nguyễn Thị Ánh");
    await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    expect(await screen.findByText("Gia đình chưa đồng ý cho lưu họ tên, chữ ký")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Thôi, về “Hộ của tôi”" }));
    await waitFor(() => expect(where()).toBe("/ho-cua-toi"));
    expect(said(phone)).toEqual([]);
    expect(phone.drafts().size).toBe(0);
  });

  test("is read in English as well", async () => {
    const phone = await homePhone();
    await phone.act.set({ language: "en" });
    renderScreen(phone, <OwnPledge />);
    expect(await screen.findByRole("heading", { name: "Read each item" })).toBeDefined();
  });

  test("says in English whom it lets do what, and marks the ward's own words as Vietnamese", async () => {
    const phone = await homePhone();
    await phone.act.set({ language: "en" });
    const { user } = renderScreen(phone, <OwnPledge />);
    await user.click(await screen.findByRole("button", { name: "Agree to all" }));
    await user.click(screen.getByRole("button", { name: "Continue" }));
    const name = "We let the Front of Phường 3 do this: lưu họ tên, chữ ký để theo dõi cam kết";
    const box = await screen.findByRole("checkbox", { name });
    const words = within(box.closest("label")!).getByText(/^lưu họ tên/);
    expect(words.closest("[lang]")?.getAttribute("lang")).toBe("vi");
    expect(
      screen
        .getByText(/^We let the Front/)
        .closest("[lang]")
        ?.getAttribute("lang"),
    ).toBe("en");
  });

  test("leads any other phone away", async () => {
    const { where } = renderScreen(await demoPhone(), <OwnPledge />);
    await waitFor(() => expect(where()).toBe("/ho-cua-toi"));
  });
});

describe("'Hộ của tôi'", () => {
  test("invites to read and sign, without pressing", async () => {
    renderScreen(await homePhone(), <OwnScreen />);
    expect(await screen.findByRole("heading", { name: "Hộ chưa ký cam kết 2026" })).toBeDefined();
    expect(screen.getByText(/Cam kết là tự nguyện/)).toBeDefined();
    expect(screen.getByRole("link", { name: "Đọc và ký cam kết" }).getAttribute("href")).toBe(
      "/ho-cua-toi/ky",
    );
    expect(screen.getByRole("link", { name: "Đọc quy ước" }).getAttribute("href")).toBe(`/so-tay/${WARD}`);
  });

  test("shows the pledge, that it was not met yet, and its receipt as a code and to be sent on", async () => {
    const phone = await homePhone();
    await signed(phone);
    const { user } = renderScreen(phone, <OwnScreen />);
    expect(await screen.findByRole("heading", { name: "Đã ký cam kết 2026" })).toBeDefined();
    expect(screen.getByText("Người ký: Nguyễn Thị Ánh")).toBeDefined();
    expect(screen.getByText(/^Hộ tự ký, chưa gặp\./)).toBeDefined();
    expect(screen.getByText("Đã giữ trong máy · chờ gửi")).toBeDefined();
    await user.click(await screen.findByRole("button", { name: "Xem mã biên nhận" }));
    const figure = screen.getByRole("figure", { name: "Mã QR của biên nhận" });
    // The button is gone: what it brought is heard, and the next tab goes on from there.
    await waitFor(() => expect(document.activeElement?.contains(figure)).toBe(true));
    expect(document.activeElement).not.toBe(document.body);
    await user.click(screen.getByRole("button", { name: "Gửi biên nhận" }));
    expect(await navigator.clipboard.readText()).toMatch(/\/bien-nhan#[\w-]+\.[\w-]+\.[\w-]{86}$/);
    phone.deliver();
    expect(await screen.findByText(/^Phường đã nhận, số \d+/)).toBeDefined();
    const pledge = phone.entries().at(-1)?.statement.claims.jti;
    await phone.wardSays(phone.office, [
      { type: "pledge.preferred", sub: anh.id, body: { campaign: "2026", pledge } },
    ]);
    expect(await screen.findByText("Phường đã xác nhận bản hộ tự ký.")).toBeDefined();
  });

  test("keeps the words that were signed, whatever the office asks since", async () => {
    const phone = await homePhone();
    await signed(phone);
    await phone.wardSays(phone.office, [CHANGED_CAMPAIGN], EVENING + 86_400);
    const { user } = renderScreen(phone, <OwnScreen />);
    await user.click(await screen.findByText("Các nội dung đã đồng ý"));
    expect(screen.getByText("Treo cờ Tổ quốc ngày lễ, Tết")).toBeDefined();
    // Nobody is asked it any more.
    expect(screen.getByText(/^Ký hợp đồng thu gom rác/)).toBeDefined();
    expect(screen.queryByText("Treo cờ mới")).toBeNull();
    expect(screen.getByText("Khi ký, hộ đã đồng ý cho phường:")).toBeDefined();
    expect(screen.getByText("Lưu họ tên, chữ ký để theo dõi cam kết")).toBeDefined();
    expect(screen.queryByText("Lưu mọi thứ")).toBeNull();
  });

  test("shows what it was praised for, and lets it be named no more", async () => {
    const phone = await homePhone();
    const consent = newId();
    await phone.wardSays(phone.office, [
      { ...namedConsentDraft(anh.id, "Nguyễn Thị Ánh", 1), jti: consent } as Draft,
      {
        type: "commendation.granted",
        sub: anh.id,
        body: { level: "phuong", period: "2026", on: "2026-11-18", decision: "12/QĐ", consent, area: "kp2" },
        personal: { for: "Hiến đất mở hẻm", name: "Hộ bà Ánh" },
      },
    ]);
    const { user } = renderScreen(phone, <OwnScreen />);
    expect(await screen.findByText("Hiến đất mở hẻm")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Thôi nêu tên hộ trong sổ tay" }));
    await waitFor(() =>
      expect(said(phone)).toMatchObject([{ type: "consent.withdrawn", body: { purposes: ["praise"] } }]),
    );
    expect(screen.queryByText(/Sổ tay của khu phố nêu/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    expect(await screen.findByText("Sổ tay của khu phố nêu: Hộ bà Ánh.")).toBeDefined();
  });

  test("keeps what was pledged in an earlier campaign to be seen and withdrawn, also where none runs any more", async () => {
    const phone = await homePhone();
    await phone.wardSays(phone.office, [pledgeOf(anh.id)], EVENING - DAY);
    const next = {
      ...CAMPAIGN,
      sub: "2027",
      body: { ...CAMPAIGN.body, from: "2026-11-23", to: "2027-06-30" },
    };
    await phone.wardSays(phone.office, [next]);
    const { user } = renderScreen(phone, <OwnScreen />);
    expect(await screen.findByRole("heading", { name: "Hộ chưa ký cam kết 2027" })).toBeDefined();
    const former = /^Cam kết 2026: hộ ký ngày 22\/11\/2026, đồng ý \d+ trên \d+ nội dung\.$/;
    await user.click(screen.getByText("Cam kết của các đợt trước"));
    expect(screen.getByText(former)).toBeDefined();
    const receipt = await screen.findByRole("link", { name: "Xem biên nhận cam kết 2026" });
    expect(receipt.getAttribute("href")).toMatch(/^\/bien-nhan#/);
    const close = (sub: string) => ({ type: "campaign.closed", sub, body: {} });
    await phone.wardSays(phone.office, [close("2026"), close("2027")]);
    await screen.findByText("Phường chưa mở đợt cam kết nào.");
    expect(await screen.findByText(former)).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Rút bản cam kết" }));
    const sure = within(await screen.findByRole("dialog"));
    await user.click(sure.getByRole("button", { name: "Rút bản cam kết" }));
    await waitFor(() =>
      expect(said(phone).at(-1)).toMatchObject({ type: "pledge.withdrawn", body: { campaign: "2026" } }),
    );
    await waitFor(() => expect(screen.queryByText(former)).toBeNull());
  });

  test("lets the household withdraw, after one question", async () => {
    const phone = await homePhone();
    await signed(phone);
    const { user } = renderScreen(phone, <OwnScreen />);
    await user.click(await screen.findByRole("button", { name: "Rút bản cam kết" }));
    const dialog = await screen.findByRole("dialog", { name: "Rút bản cam kết?" });
    expect(said(phone)).toHaveLength(2);
    await user.click(within(dialog).getByRole("button", { name: "Rút bản cam kết" }));
    const heading = await screen.findByRole("heading", { name: "Hộ chưa ký cam kết 2026" });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    await heard("Đã rút bản cam kết.");
    expect(said(phone).at(-1)).toMatchObject({
      type: "pledge.withdrawn",
      sub: anh.id,
      body: { campaign: "2026" },
    });
  });

  test("shows the household's opinions, the last first, and their answers", async () => {
    const phone = await homePhone();
    const [first = ""] = await phone.wardSays(phone.office, [
      {
        type: "opinion.given",
        sub: anh.id,
        body: { channel: "door", article: 11 },
        personal: { text: "Xe rác tới trễ" },
      },
    ]);
    await phone.act.say(WARD, [
      {
        type: "opinion.given",
        sub: anh.id,
        body: { channel: "app" },
        personal: { text: "Xin thêm đèn đường" },
      },
    ]);
    await phone.wardSays(phone.office, [
      {
        type: "opinion.answered",
        sub: first,
        in: anh.id,
        body: { status: "answered" },
        personal: { answer: "Đã nhắc tổ thu gom" },
      },
    ]);
    renderScreen(phone, <OwnScreen />);
    expect(await screen.findByText("Trả lời: Đã nhắc tổ thu gom")).toBeDefined();
    expect(screen.getByText("“Xin thêm đèn đường”")).toBeDefined();
    expect(screen.getByText("Chờ phường đọc")).toBeDefined();
    expect(screen.getByText(/Về Điều 11/)).toBeDefined();
  });

  test("asks the ward for a right in one tap, and before erasing once more", async () => {
    const phone = await homePhone();
    const { user } = renderScreen(phone, <OwnScreen />);
    await user.click(await screen.findByRole("button", { name: "Xem phường đang giữ gì" }));
    expect(await screen.findByText("Đã yêu cầu hôm nay: Xem phường đang giữ gì")).toBeDefined();
    expect(screen.getByText("Đang chờ phường trả lời.")).toBeDefined();
    // What is asked and waits is not asked twice.
    expect(screen.getByRole("button", { name: "Xem phường đang giữ gì" })).toHaveProperty("disabled", true);
    await user.click(screen.getByRole("button", { name: "Xoá dữ liệu của hộ" }));
    expect(said(phone)).toHaveLength(1);
    await user.click(await screen.findByRole("button", { name: "Gửi yêu cầu xoá" }));
    await waitFor(() => expect(said(phone)).toHaveLength(2));
    expect(said(phone).map(({ type, body }) => [type, body["kind"]])).toEqual([
      ["request.made", "see"],
      ["request.made", "erase"],
    ]);
  });

  test("asks for a correction in its own words, takes it back at a tap, and reads the ward's answer", async () => {
    const phone = await homePhone();
    const { user } = renderScreen(phone, <OwnScreen />);
    const ask = async (words: string) => {
      await user.click(await screen.findByRole("button", { name: "Sửa chỗ ghi sai" }));
      await user.type(screen.getByRole("textbox", { name: "Chỗ nào ghi sai, đúng ra là gì" }), words);
      await user.click(screen.getByRole("button", { name: "Gửi yêu cầu sửa" }));
    };
    await ask("Số nhà 12/5");
    await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
    await waitFor(() => expect(screen.queryByText(/Số nhà 12\/5/)).toBeNull());
    await ask("Số nhà 12/6");
    expect(await screen.findByText(/“Số nhà 12\/6”/)).toBeDefined();
    const made = said(phone).at(-1);
    expect(made).toMatchObject({ body: { kind: "correct" }, personal: { text: "Số nhà 12/6" } });
    await phone.wardSays(phone.office, [
      {
        type: "request.answered",
        sub: made?.jti ?? "",
        in: anh.id,
        body: { outcome: "done" },
        personal: { text: "Đã sửa số nhà." },
      },
    ]);
    expect(await screen.findByText("Phường đã làm xong. Đã sửa số nhà.")).toBeDefined();
    // Answered, it may be asked anew.
    expect(screen.getByRole("button", { name: "Sửa chỗ ghi sai" })).toHaveProperty("disabled", false);
    await user.click(screen.getByRole("button", { name: "Rút đồng ý đã cho" }));
    await waitFor(() => expect(said(phone).at(-1)?.body).toEqual({ kind: "withdraw" }));
  });

  test("asks for no correction without words", async () => {
    const phone = await homePhone();
    const { user } = renderScreen(phone, <OwnScreen />);
    await user.click(await screen.findByRole("button", { name: "Sửa chỗ ghi sai" }));
    await user.click(screen.getByRole("button", { name: "Gửi yêu cầu sửa" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/^Chưa có chữ nào\. /);
    expect(said(phone)).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: "Chỗ nào ghi sai, đúng ra là gì" }), "Số 12/6");
    expect(screen.queryByRole("alert")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Gửi yêu cầu sửa" }));
    await waitFor(() => expect(said(phone)).toHaveLength(1));
  });

  test("learns where a request is, until when it is answered, and when it was; what waits can be taken back later, too", async () => {
    const phone = await homePhone();
    const { user } = renderScreen(phone, <OwnScreen />);
    await user.click(await screen.findByRole("button", { name: "Ngừng dùng dữ liệu" }));
    const mine = (await screen.findByText("Đã yêu cầu hôm nay: Ngừng dùng dữ liệu")).closest("li")!;
    expect(within(mine).getByText("Yêu cầu còn giữ trong máy này, có mạng sẽ tự gửi.")).toBeDefined();
    // The ward wrote these down: today, before the day of culture, and five days ago.
    const [today] = await phone.wardSays(phone.office, [onPaper("see")], EVENING);
    await phone.wardSays(phone.office, [onPaper("correct")], EVENING - 5 * DAY);
    const has = (words: string) => screen.findByText(words);
    await has("Yêu cầu đã tới phường, có trả lời chậm nhất là hết ngày 26/11/2026.");
    await has("Đã quá hạn, lẽ ra xong trước hết ngày 20/11/2026. Hộ cứ gọi hoặc ghé phường để hỏi.");
    const answer = { outcome: "refused" };
    await phone.wardSays(phone.office, [
      { type: "request.answered", sub: today ?? "", in: anh.id, body: answer, personal: { text: "Vì sao." } },
    ]);
    await has("Phường không làm được. Vì sao.");
    await has("Trả lời ngày 23/11/2026.");
    // What the ward wrote down is the ward's to take back.
    const [only, ...others] = screen.getAllByRole("button", { name: "Rút lại yêu cầu" });
    expect(others).toEqual([]);
    await user.click(only!);
    await waitFor(() => expect(screen.queryByText("Đã yêu cầu hôm nay: Ngừng dùng dữ liệu")).toBeNull());
    await heard("Đã rút lại yêu cầu.");
  });

  test("on a phone that only reads, keeps receipts and lets them go", async () => {
    const phone = await demoPhone({ self: null });
    const first = renderScreen(phone, <OwnScreen />);
    expect(await screen.findByText("Máy này chưa có gì của hộ")).toBeDefined();
    expect(screen.queryByRole("button", { name: "Xem phường đang giữ gì" })).toBeNull();
    first.unmount();
    const volunteer = await demoPhone();
    await volunteer.act.say(WARD, [pledgeOf(bay.id)]);
    const jws = volunteer.entries().at(-1)?.statement.jws ?? "";
    await phone.act.keepDraft("receipts", [jws]);
    const { user } = renderScreen(phone, <OwnScreen />);
    const link = await screen.findByRole("link", {
      name: /^Xem biên nhận cam kết 2026 · 23\/11\/2026 18:30/,
    });
    expect(link.getAttribute("href")).toBe(`/bien-nhan#${jws}`);
    await user.click(screen.getByRole("button", { name: "Bỏ biên nhận này khỏi máy" }));
    expect(await screen.findByText("Máy này chưa có gì của hộ")).toBeDefined();
    expect(phone.drafts().has("receipts")).toBe(false);
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    expect(await screen.findByRole("link", { name: /^Xem biên nhận cam kết 2026/ })).toBeDefined();
    expect(phone.drafts().get("receipts")).toEqual([jws]);
  });

  test("a receipt that was removed by mistake comes back to its place, for ten seconds", async () => {
    const phone = await demoPhone({ self: null });
    await phone.act.keepDraft("receipts", ["a.b.c", "d.e.f", "g.h.i"]);
    const { user } = renderScreen(phone, <OwnScreen />);
    const removals = await screen.findAllByRole("button", { name: "Bỏ biên nhận này khỏi máy" });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
    await user.click(removals[1]!);
    await waitFor(() => expect(phone.drafts().get("receipts")).toEqual(["a.b.c", "g.h.i"]));
    // What follows is the receipt after it; that it is gone is heard.
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getAllByRole("link", { name: "Xem biên nhận" })[1]),
    );
    await heard("Đã bỏ biên nhận khỏi máy");
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    await waitFor(() => expect(phone.drafts().get("receipts")).toEqual(["a.b.c", "d.e.f", "g.h.i"]));
    await heard("Đã giữ lại biên nhận");
    await user.click(screen.getAllByRole("button", { name: "Bỏ biên nhận này khỏi máy" })[0]!);
    await screen.findByRole("button", { name: "Hoàn tác" });
    act(() => vi.advanceTimersByTime(10_000));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Hoàn tác" })).toBeNull());
    expect(phone.drafts().get("receipts")).toEqual(["d.e.f", "g.h.i"]);
  });

  test("stands among the tabs of the household's phone, and of no other", async () => {
    const home = renderScreen(await homePhone(), <Screen title="x">{null}</Screen>);
    expect(await screen.findByRole("link", { name: "Hộ của tôi" })).toBeDefined();
    home.unmount();
    renderScreen(await demoPhone(), <Screen title="x">{null}</Screen>);
    expect(await screen.findByRole("link", { name: "Đi từng hộ" })).toBeDefined();
    expect(screen.queryByRole("link", { name: "Hộ của tôi" })).toBeNull();
  });
});
