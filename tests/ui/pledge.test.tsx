import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { personalOf } from "../../src/domain/statement.ts";
import { Household } from "../../src/ui/household/Household.tsx";
import { Signing } from "../../src/ui/pledge/Signing.tsx";
import { Receipt } from "../../src/ui/receipt/Receipt.tsx";
import { CAMPAIGN, demoPhone, EVENING, HOUSEHOLDS } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;
const page = `/ho/${anh.id}`;
const UNSIGNED = "Bản cam kết đã đổi nên chữ ký cũ đã xoá. Mời ký lại.";
const STROKES = [[20, 120, 60, 40, 100, 130, 180, 60, 300, 110]];

describe("a pledge", () => {
  test("is read out, consented to, signed, and kept as consent and pledge together", async () => {
    const phone = await demoPhone();
    const { user, where } = await openSigned(phone);
    await user.click(screen.getByRole("button", { name: "Lưu cam kết" }));
    expect(await screen.findByRole("heading", { name: "Đã ký cam kết" })).toBeDefined();
    await waitFor(() => expect(where()).toMatch(`${page}/da-ky/`));
    expect(screen.getByRole("heading", { name: "Đã ký cam kết" })).toBeDefined();
    const [consent, pledge] = saidOn(phone);
    expect(consent).toMatchObject({ type: "consent.given", body: { purposes: ["record"], version: 1 } });
    expect(pledge).toMatchObject({
      type: "pledge.signed",
      body: { campaign: "2026", edition: 4, declined: [], medium: "screen", consent: consent?.jti },
      personal: { signer: "Nguyễn Thị Ánh", relation: "chủ hộ", strokes: "M20 120l40-80 40 90 80-70 120 50" },
    });
    expect(pledge?.body["agreed"]).toHaveLength(8);
    expect(where()).toBe(`${page}/da-ky/${pledge?.jti}`);
    await waitFor(() => expect(phone.drafts().size).toBe(0));
  });

  test("goes on with what is ticked one by one, and says which items were not", async () => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <Signing id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Tiếp tục" }));
    expect(screen.getByRole("alert").textContent).toMatch(/^Chưa có điều nào được đánh dấu/);
    await user.click(screen.getByRole("checkbox", { name: /^Treo cờ/ }));
    await user.click(screen.getByRole("checkbox", { name: /^Nộp thuế/ }));
    await user.click(screen.getByRole("checkbox", { name: /^Treo cờ/ }));
    await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    await waitFor(() => expect(draftOf(phone)).toMatchObject({ step: 2, agreed: ["tax"] }));
  });

  test("has nothing of the consent ticked before, and goes nowhere without the first", async () => {
    const phone = await demoPhone();
    const { user } = await openStepTwo(phone);
    const boxes = screen.getAllByRole("checkbox");
    expect(boxes.map((box) => (box as HTMLInputElement).checked)).toEqual([false, false]);
    expect(screen.getAllByRole("checkbox", { name: /^Hộ đồng ý/ })).toEqual([boxes[0]]);
    await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    expect(screen.getByRole("alert").textContent).toContain("Hộ vẫn được nhận sổ tay");
    await user.click(screen.getByRole("button", { name: "Chỉ ghi đã phát sổ tay" }));
    await waitFor(() => expect(saidOn(phone).map(({ type }) => type)).toEqual(["handbook.delivered"]));
    await waitFor(() => expect(phone.drafts().size).toBe(0));
  });

  test("needs a signer, whoever it is", async () => {
    const phone = await demoPhone();
    const { user } = await openStepTwo(phone);
    const signer = screen.getByRole("textbox", { name: "Người ký" });
    expect(signer).toHaveProperty("value", "Nguyễn Thị Ánh");
    await user.clear(signer);
    await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    expect(screen.getByRole("alert").textContent).toBe("Hãy ghi họ tên người ký.");
    await user.type(signer, "Trần Văn Hai");
    await user.selectOptions(
      screen.getByRole("combobox", { name: "Quan hệ với chủ hộ" }),
      "người khác trong hộ",
    );
    await user.type(screen.getByRole("textbox", { name: "Ghi rõ quan hệ" }), "cháu");
    await user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
    await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    expect(await screen.findByText("Người ký: Trần Văn Hai, cháu.")).toBeDefined();
  });

  test("does not take the head's name for that of whoever else signs", async () => {
    const phone = await demoPhone();
    const { user } = await openStepTwo(phone);
    const signer = screen.getByRole("textbox", { name: "Người ký" });
    const relation = screen.getByRole("combobox", { name: "Quan hệ với chủ hộ" });
    await user.selectOptions(relation, "con");
    expect(signer).toHaveProperty("value", "");
    await user.selectOptions(relation, "chủ hộ");
    expect(signer).toHaveProperty("value", "Nguyễn Thị Ánh");
    // What was written by hand stays, whatever they are to each other.
    await user.clear(signer);
    await user.type(signer, "Trần Văn Hai");
    await user.selectOptions(relation, "con");
    expect(signer).toHaveProperty("value", "Trần Văn Hai");
    await user.selectOptions(relation, "vợ hoặc chồng");
    await user.selectOptions(relation, "chủ hộ");
    expect(signer).toHaveProperty("value", "Trần Văn Hai");
  });

  test("is not kept without a signature", async () => {
    const phone = await demoPhone();
    const { user } = await openSigned(phone, { strokes: [] });
    expect(screen.getByLabelText("Chữ ký").tagName).toBe("CANVAS");
    await user.click(screen.getByRole("button", { name: "Lưu cam kết" }));
    expect(screen.getByRole("alert").textContent).toMatch(/^Chưa có nét ký/);
    expect(saidOn(phone)).toEqual([]);
  });

  test("can be signed again", async () => {
    const phone = await demoPhone();
    const { user } = await openSigned(phone);
    await user.click(screen.getByRole("button", { name: "Ký lại" }));
    await waitFor(() => expect(draftOf(phone)).toMatchObject({ strokes: [] }));
  });

  test.each([
    ["the signer", 2, () => screen.getByRole("textbox", { name: "Người ký" })],
    ["the relation", 2, () => screen.getByRole("combobox", { name: "Quan hệ với chủ hộ" })],
    ["the consent", 2, () => screen.getByRole("checkbox", { name: /^Cũng đồng ý/ })],
    ["the items", 1, () => screen.getByRole("checkbox", { name: /^Treo cờ/ })],
  ] as const)("is not signed any more once %s changed, and says so", async (_what, step, field) => {
    const phone = await demoPhone();
    const { user } = await openSigned(phone);
    for (let at: number = 3; at > step; at--)
      await user.click(screen.getByRole("button", { name: /Bước trước/ }));
    expect(screen.queryByText(UNSIGNED)).toBeNull();
    const changed = field();
    if (changed instanceof HTMLSelectElement) await user.selectOptions(changed, "con");
    else if (changed instanceof HTMLInputElement && changed.type === "text") await user.type(changed, " B");
    else await user.click(changed);
    expect(screen.getByText(UNSIGNED).getAttribute("role")).toBe("status");
    await waitFor(() => expect(draftOf(phone)).toMatchObject({ strokes: [] }));
    const signer = screen.queryByRole<HTMLInputElement>("textbox", { name: "Người ký" });
    if (signer?.value === "") await user.type(signer, "Nguyễn Văn Tý");
    for (let at: number = step; at < 3; at++)
      await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    await user.click(await screen.findByRole("button", { name: "Lưu cam kết" }));
    expect(screen.getByRole("alert").textContent).toMatch(/^Chưa có nét ký/);
    expect(screen.getByText(UNSIGNED)).toBeDefined();
    expect(saidOn(phone)).toEqual([]);
  });

  test("stays signed where somebody only looks back", async () => {
    const phone = await demoPhone();
    const { user } = await openSigned(phone);
    for (const name of [/Bước trước/, /Bước trước/, "Đồng ý tất cả", "Tiếp tục", "Tiếp tục"])
      await user.click(screen.getByRole("button", { name }));
    await user.click(await screen.findByRole("button", { name: "Lưu cam kết" }));
    await waitFor(() =>
      expect(saidOn(phone).map(({ type }) => type)).toEqual(["consent.given", "pledge.signed"]),
    );
  });

  test("brings the handbook along where it is handed over now, once", async () => {
    const phone = await demoPhone();
    const { user } = await openSigned(phone);
    await user.click(screen.getByRole("checkbox", { name: "Đã nhận sổ tay hôm nay" }));
    await user.click(screen.getByRole("button", { name: "Lưu cam kết" }));
    await waitFor(() =>
      expect(saidOn(phone).map(({ type }) => type)).toEqual([
        "handbook.delivered",
        "consent.given",
        "pledge.signed",
      ]),
    );
  });

  test("asks not for the handbook where the household has it", async () => {
    const phone = await demoPhone();
    const delivered = { type: "handbook.delivered", sub: anh.id, body: { edition: 4, how: "hand" } };
    await phone.wardSays(phone.office, [delivered]);
    await openSigned(phone);
    expect(screen.queryByRole("checkbox")).toBeNull();
    expect(screen.getByText("Hộ đã có sổ tay.")).toBeDefined();
  });

  test("is found again where it was left", async () => {
    const phone = await demoPhone();
    const first = await openStepTwo(phone);
    await first.user.type(screen.getByRole("textbox", { name: "Người ký" }), " (vợ)");
    first.unmount();
    await waitFor(() => expect(draftOf(phone)).toMatchObject({ step: 2, signer: "Nguyễn Thị Ánh (vợ)" }));
    renderScreen(phone, <Signing id={anh.id} />);
    expect(await screen.findByRole("textbox", { name: "Người ký" })).toHaveProperty(
      "value",
      "Nguyễn Thị Ánh (vợ)",
    );
  });

  test("is kept at once when the page goes out of sight", async () => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <Signing id={anh.id} />);
    await user.click(await screen.findByRole("checkbox", { name: /^Treo cờ/ }));
    window.dispatchEvent(new Event("pagehide"));
    expect(draftOf(phone)).toMatchObject({ agreed: ["flag"] });
  });

  test("does not bring back what was erased while the form stood open", async () => {
    const phone = await demoPhone();
    const { user } = await openStepTwo(phone);
    await user.type(screen.getByRole("textbox", { name: "Người ký" }), "A");
    await waitFor(() => expect(draftOf(phone)).toMatchObject({ step: 2 }));
    await phone.act.dropDraft(keyOf(phone));
    await user.type(screen.getByRole("textbox", { name: "Người ký" }), "B");
    expect(await screen.findByRole("heading", { name: "Đọc cho hộ nghe" })).toBeDefined();
    expect(phone.drafts().size).toBe(0);
  });

  test.each([
    ["under another id", "co", "Treo cờ mới"],
    ["under the same id", "flag", "Treo cờ mới"],
  ])("goes back to the items when the ward asks others meanwhile, %s", async (_where, id, text) => {
    const phone = await demoPhone();
    const { user } = await openSigned(phone);
    const [, ...others] = CAMPAIGN.body["items"] as object[];
    const items = [{ id, text, article: 13 }, ...others];
    await phone.wardSays(phone.office, [{ ...CAMPAIGN, body: { ...CAMPAIGN.body, items } }]);
    expect(await screen.findByRole("heading", { name: "Đọc cho hộ nghe" })).toBeDefined();
    const told = screen.getByText(/^Phường vừa sửa lời cam kết/);
    expect([told.role, told.textContent?.endsWith(UNSIGNED)]).toEqual(["status", true]);
    expect(screen.getByRole("checkbox", { name: /^Treo cờ mới/ })).toHaveProperty("checked", false);
    expect(screen.getByRole("checkbox", { name: /^Nộp thuế/ })).toHaveProperty("checked", true);
    await user.click(screen.getByRole("checkbox", { name: /^Treo cờ mới/ }));
    await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    await waitFor(() => expect(draftOf(phone)).toMatchObject({ step: 2, strokes: [] }));
    expect((draftOf(phone) as { agreed: string[] }).agreed).toHaveLength(8);
    expect(screen.queryByText(/^Phường vừa sửa lời cam kết/)).toBeNull();
    expect(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ })).toHaveProperty("checked", true);
  });

  test("asks for consent anew where it is asked in other words", async () => {
    const phone = await demoPhone();
    const { user } = await openSigned(phone);
    const consent = { version: 2, purposes: [{ id: "record", text: "Lưu mọi thứ" }] };
    await phone.wardSays(phone.office, [{ ...CAMPAIGN, body: { ...CAMPAIGN.body, consent } }]);
    await screen.findByRole("heading", { name: "Đọc cho hộ nghe" });
    await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    expect(screen.getByRole("checkbox", { name: /lưu mọi thứ/ })).toHaveProperty("checked", false);
  });

  test("stays as it is where the ward changes the days alone", async () => {
    const phone = await demoPhone();
    const { user } = await openSigned(phone);
    const body = { ...CAMPAIGN.body, title: "Đợt mới", to: "2027-01-31" };
    await phone.wardSays(phone.office, [{ ...CAMPAIGN, body }]);
    await user.click(screen.getByRole("button", { name: "Lưu cam kết" }));
    await waitFor(() => expect(saidOn(phone)).toHaveLength(2));
  });

  test("begins anew over a draft that nobody can read, or of another campaign", async () => {
    const phone = await demoPhone();
    await phone.act.keepDraft(keyOf(phone), { step: 9, nonsense: true });
    renderScreen(phone, <Signing id={anh.id} />);
    expect(await screen.findByRole("heading", { name: "Đọc cho hộ nghe" })).toBeDefined();
  });

  test("is not begun again by the browser's way back", async () => {
    const phone = await demoPhone();
    await signed(phone);
    const { where } = renderScreen(phone, <Signing id={anh.id} />);
    await waitFor(() => expect(where()).toBe(page));
  });

  test("stays as a draft when the phone is full, and says what to do", async () => {
    const phone = await demoPhone();
    const { user, where } = await openSigned(phone);
    phone.failSaying("full");
    await user.click(screen.getByRole("button", { name: "Lưu cam kết" }));
    expect((await screen.findAllByRole("alert")).map((alert) => alert.textContent).join()).toMatch(
      /Máy hết chỗ/,
    );
    expect(where()).toBe("/");
    expect(draftOf(phone)).toMatchObject({ strokes: STROKES });
    phone.failSaying(null);
    await user.click(screen.getByRole("button", { name: "Lưu cam kết" }));
    await waitFor(() => expect(saidOn(phone)).toHaveLength(2));
  });
});

describe("the receipt", () => {
  test("says that the pledge is kept, gives a code without names, and leads on", async () => {
    const phone = await demoPhone();
    const jti = await signed(phone);
    renderScreen(phone, <Receipt id={anh.id} pledge={jti} />);
    expect(screen.getByRole("heading", { name: "Đã ký cam kết" })).toBeDefined();
    expect(await screen.findByText("Hộ 18 · Nguyễn Thị Ánh")).toBeDefined();
    expect(screen.getByText("23/11/2026 18:30 · Cô Sáu ghi")).toBeDefined();
    expect(screen.getByText("Đã giữ trong máy · chờ gửi")).toBeDefined();
    expect(await screen.findByRole("figure", { name: "Mã QR của biên nhận" })).toBeDefined();
    expect(await screen.findByRole("link", { name: "Hộ tiếp theo: 19 · Trần Văn Bảy" })).toBeDefined();
    phone.deliver();
    expect(await screen.findByText(/^Phường đã nhận, số \d+/)).toBeDefined();
  });

  test("says only about when it was signed, where this phone's clock was far ahead", async () => {
    const phone = await demoPhone();
    phone.setNow(EVENING + 7200);
    const jti = await signed(phone);
    phone.setNow(EVENING);
    phone.deliver();
    renderScreen(phone, <Receipt id={anh.id} pledge={jti} />);
    expect(await screen.findByText("khoảng 23/11/2026 18:30 · Cô Sáu ghi")).toBeDefined();
  });

  test("stays within reach on the household's page", async () => {
    const phone = await demoPhone();
    const jti = await signed(phone);
    renderScreen(phone, <Household id={anh.id} />);
    const link = await screen.findByRole("link", { name: "Xem biên nhận" });
    expect(link.getAttribute("href")).toBe(`${page}/da-ky/${jti}`);
  });
});

async function openStepTwo(phone: MemoryPhone) {
  const opened = renderScreen(phone, <Signing id={anh.id} />);
  await opened.user.click(await screen.findByRole("button", { name: "Đồng ý tất cả" }));
  await opened.user.click(screen.getByRole("button", { name: "Tiếp tục" }));
  return opened;
}

/** At the third step with the strokes already drawn: jsdom has no canvas to draw on; tests in a browser do that. */
async function openSigned(phone: MemoryPhone, { strokes = STROKES }: { readonly strokes?: number[][] } = {}) {
  const first = await openStepTwo(phone);
  await first.user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
  await first.user.click(screen.getByRole("button", { name: "Tiếp tục" }));
  first.unmount();
  await waitFor(() => expect(draftOf(phone)).toMatchObject({ step: 3 }));
  await phone.act.keepDraft(keyOf(phone), { ...(draftOf(phone) as object), strokes });
  const opened = renderScreen(phone, <Signing id={anh.id} />);
  await screen.findByRole("button", { name: "Lưu cam kết" });
  return opened;
}

async function signed(phone: MemoryPhone): Promise<string> {
  const opened = await openSigned(phone);
  await opened.user.click(screen.getByRole("button", { name: "Lưu cam kết" }));
  await waitFor(() => expect(saidOn(phone)).toHaveLength(2));
  opened.unmount();
  return saidOn(phone)[1]?.jti ?? "";
}

/** What this phone itself said. */
function saidOn(phone: MemoryPhone) {
  return phone
    .entries()
    .filter(({ standing }) => standing === "unsent")
    .map(({ statement }) => ({ ...statement.claims, personal: personalOf(statement) }));
}

function keyOf(phone: MemoryPhone): string {
  return `pledge/${phone.ward}/${anh.id}`;
}

function draftOf(phone: MemoryPhone): unknown {
  return phone.drafts().get(keyOf(phone));
}
