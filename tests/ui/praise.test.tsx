import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { personalOf, type Draft } from "../../src/domain/statement.ts";
import { grantDraft, namedConsentDraft, proposalDraft } from "../../src/domain/ward/commendations.ts";
import { HandbookCover } from "../../src/ui/handbook/HandbookCover.tsx";
import { Household } from "../../src/ui/household/Household.tsx";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, EVENING, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { handbookPhone } from "./handbook-ward.ts";
import { newId, type MemoryPhone } from "./memory-phone.ts";
import { renderAt } from "./render-at.tsx";
import { renderScreen } from "./render-screen.tsx";

const AT = { at: "/phuong/khen-thuong" };
const [FIRST, SECOND] = HOUSEHOLDS;

const proposed = (place: string, reason = "Hiến đất mở hẻm"): Draft =>
  proposalDraft({ place, level: "phuong", period: "2026", group: undefined, reason, byRule: undefined });
const granted = (place: string, more: Partial<Parameters<typeof grantDraft>[0]> = {}): Draft =>
  grantDraft({
    place,
    level: "phuong",
    period: "2026",
    on: "2026-11-18",
    decision: "12/QĐ-MTTQ",
    group: undefined,
    proposal: undefined,
    reason: "Hiến đất mở hẻm",
    consent: undefined,
    area: undefined,
    name: undefined,
    ...more,
  });

test("a household is put forward; what is half filled survives leaving the page; twice is told", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const first = renderScreen(phone, <OfficeScreen />, AT);
  const { user } = first;
  await user.click(await screen.findByRole("button", { name: "Đề nghị" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/^Hãy tìm và chọn/);
  await user.type(screen.getByRole("searchbox", { name: /^Tìm hộ/ }), "anh");
  await user.click(await screen.findByRole("radio", { name: /^Hộ 18 · Nguyễn Thị Ánh/ }));
  await user.type(screen.getByRole("textbox", { name: /^Khen vì/ }), "Giúp xóm giềng");
  first.unmount();
  const again = renderScreen(phone, <OfficeScreen />, AT);
  const reason = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: /^Khen vì/ });
  await waitFor(() => expect(reason.value).toBe("Giúp xóm giềng"));
  await again.user.click(screen.getByRole("button", { name: "Đề nghị" }));
  const table = await screen.findByRole("region", { name: /^Bảng đề nghị/ });
  expect(within(table).getByText("Giúp xóm giềng")).toBeTruthy();
  expect(within(table).getByText("Lê Thị Mai")).toBeTruthy();
  const said = phone.entries().at(-1)?.statement;
  expect(said?.claims).toMatchObject({
    type: "commendation.proposed",
    sub: FIRST.id,
    body: { level: "phuong", period: "2026" },
  });
  expect(said && personalOf(said)).toEqual({ for: "Giúp xóm giềng" });
  // What was put forward leaves the form before the next is typed.
  await waitFor(() =>
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: /^Khen vì/ }).value).toBe(""),
  );
  await again.user.type(screen.getByRole("searchbox", { name: /^Tìm hộ/ }), "anh");
  await again.user.click(await screen.findByRole("radio", { name: /^Hộ 18/ }));
  await again.user.type(screen.getByRole("textbox", { name: /^Khen vì/ }), "Việc khác");
  await again.user.click(screen.getByRole("button", { name: "Đề nghị" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/^Hộ hay tập thể này đã có đề nghị/);
});

test("a rule of the ward finds who fulfils it, puts them forward in one act, and can be undone", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await phone.wardSays(phone.office, [gift(FIRST.id, "2026-05-01"), gift(SECOND.id, "2025-05-01")]);
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: "Đặt quy định", pressed: false }));
  await user.type(screen.getByRole("textbox", { name: "Tên quy định" }), "Hộ góp sức");
  await user.click(screen.getByRole("checkbox", { name: /^đã ký cam kết/ }));
  const set = screen.getAllByRole("button", { name: "Đặt quy định" }).at(-1);
  if (set) await user.click(set);
  expect((await screen.findByRole("alert")).textContent).toMatch(/ít nhất một điều kiện/);
  await user.click(screen.getByRole("checkbox", { name: /^có đóng góp/ }));
  if (set) await user.click(set);
  const rule = await screen.findByRole("article", { name: "Hộ góp sức" });
  // One act at a time: the rule's is over once it can be undone.
  await screen.findByText("Hoàn tác");
  expect(within(rule).getByText("1 hộ đủ điều kiện, chưa đề nghị")).toBeTruthy();
  expect(phone.entries().at(-1)?.statement.claims).toMatchObject({
    type: "commendation.proposed",
    sub: phone.ward,
    body: { period: "2026", rule: { name: "Hộ góp sức", of: "household", gave: true } },
  });
  await user.click(within(rule).getByRole("button", { name: "Đề nghị tất cả (1)" }));
  expect(await screen.findByText("Theo quy định “Hộ góp sức”")).toBeTruthy();
  expect(screen.getByText("Đóng góp 1 lần")).toBeTruthy();
  expect(within(rule).getByText(/^Không còn ai/)).toBeTruthy();
  await screen.findByText("Đã đề nghị 1");
  await user.click(screen.getByText("Hoàn tác"));
  expect(await within(rule).findByText("1 hộ đủ điều kiện, chưa đề nghị")).toBeTruthy();
});

test("what stays ticked is decided together; no household is named by that", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await phone.wardSays(phone.office, [proposed(FIRST.id), proposed(SECOND.id), proposed("kp2/t08", "Sạch")]);
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("checkbox", { name: /^Hộ 19/ }));
  await user.click(screen.getByRole("button", { name: "Khen 2 đề nghị đã chọn" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/^Hãy ghi số và ngày/);
  await user.type(screen.getByRole("textbox", { name: "Số quyết định" }), "12/QĐ-MTTQ");
  await user.click(screen.getByRole("button", { name: "Khen 2 đề nghị đã chọn" }));
  const table = await screen.findByRole("region", { name: /^Bảng đã khen/ });
  expect(within(table).getAllByText("12/QĐ-MTTQ")).toHaveLength(2);
  expect(within(table).getByText(/^không nêu tên/)).toBeTruthy();
  expect(screen.getByRole("checkbox", { name: /^Hộ 19/ })).toBeTruthy();
  const grants = phone.entries().filter(({ statement }) => statement.claims.type === "commendation.granted");
  expect(grants.map(({ statement }) => statement.claims.body["consent"])).toEqual([undefined, undefined]);
});

test("a household is named only after it agreed to these very words, and no more once it changed its mind", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await phone.act.say(phone.ward, [granted(FIRST.id)]);
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: /^Ghi hộ đồng ý nêu tên: Hộ 18/ }));
  const dialog = screen.getByRole("dialog");
  const box = within(dialog).getByRole<HTMLInputElement>("checkbox");
  expect(box.checked).toBe(false);
  await user.type(within(dialog).getByRole("textbox", { name: /^Ai trong hộ/ }), "Nguyễn Thị Ánh");
  await user.click(within(dialog).getByRole("button", { name: "Ghi đồng ý" }));
  expect(within(dialog).getByRole("alert").textContent).toMatch(/^Chỉ ghi khi hộ đã đồng ý/);
  // Found again half filled, but for the tick.
  await user.click(box);
  await user.click(within(dialog).getByRole("button", { name: "Đóng" }));
  await user.click(screen.getByRole("button", { name: /^Ghi hộ đồng ý nêu tên: Hộ 18/ }));
  const again = within(screen.getByRole("dialog"));
  const by = await again.findByRole<HTMLInputElement>("textbox", { name: /^Ai trong hộ/ });
  expect([by.value, again.getByRole<HTMLInputElement>("checkbox").checked]).toEqual([
    "Nguyễn Thị Ánh",
    false,
  ]);
  await user.click(again.getByRole("checkbox"));
  await user.click(again.getByRole("button", { name: "Ghi đồng ý" }));
  expect(await screen.findByText(/^Hộ Nguyễn Thị Ánh, /)).toBeTruthy();
  const [taken, grant, consent] = phone
    .entries()
    .slice(-3)
    .map(({ statement }) => statement);
  expect(taken?.claims.type).toBe("statement.retracted");
  expect(consent?.claims).toMatchObject({ type: "consent.given", body: { purposes: ["praise"] } });
  expect(grant?.claims.body).toMatchObject({ consent: consent?.claims.jti, area: "kp2" });
  expect(JSON.stringify(grant?.claims)).not.toContain("Ánh");
  await user.click(screen.getByRole("button", { name: /^Thôi nêu tên: / }));
  expect(await screen.findByText(/^không nêu tên/)).toBeTruthy();
});

test("certificates stand each on its own sheet, with the state's heading, name, reason and decision", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await phone.wardSays(phone.office, [
    granted(FIRST.id),
    granted("kp2/t08", { group: "Chi hội Phụ nữ", reason: "Giữ sạch tuyến hẻm" }),
  ]);
  const { user, unmount } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("link", { name: "In 2 giấy" }));
  const sheets = await screen.findAllByRole("article");
  expect(sheets).toHaveLength(2);
  const household = screen.getByRole("article", { name: "Hộ Nguyễn Thị Ánh" });
  for (const words of [
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "GIẤY BIỂU DƯƠNG",
    "Hiến đất mở hẻm",
    "Quyết định số 12/QĐ-MTTQ ngày 18/11/2026",
  ])
    expect(within(household).getByText(words)).toBeTruthy();
  expect(screen.getByRole("article", { name: "Chi hội Phụ nữ" })).toBeTruthy();
  // The ward's own title is typed once.
  const title = screen.getByRole("textbox", { name: /^Tên giấy/, hidden: true });
  await user.clear(title);
  await user.type(title, "Giấy khen");
  unmount();
  const next = renderScreen(phone, <OfficeScreen />, AT);
  await next.user.click(await screen.findByRole("link", { name: "In 2 giấy" }));
  expect(await screen.findAllByText("GIẤY KHEN")).toHaveLength(2);
});

test("the handbook names whom it may, and nobody else", async () => {
  const phone = await handbookPhone();
  const consent = newId();
  await phone.wardSays(phone.office, [
    { ...namedConsentDraft(FIRST.id, "Bà Ánh", EVENING), jti: consent } as Draft,
    granted(FIRST.id, { consent, area: "kp2", name: "Hộ bà Ánh, tổ 7" }),
    granted(SECOND.id, { reason: "Việc không ai đọc" }),
    granted("kp2/t07", { reason: "Riêng phường đọc" }),
  ]);
  renderAt(phone, `/so-tay/${phone.ward}/kp2`, <HandbookCover />);
  const heading = await screen.findByRole("heading", { name: "Biểu dương" });
  const part = heading.closest("section");
  expect(part?.textContent).toContain("Hộ bà Ánh, tổ 7");
  expect(part?.textContent).toMatch(/Tổ 7/);
  expect(part?.textContent).not.toMatch(/không ai đọc|Riêng phường/);
});

test("a volunteer puts a household forward from its page, half a sentence stays, and it can be undone", async () => {
  const phone = await demoPhone();
  const { user } = renderScreen(phone, <Household id={FIRST.id} />, { at: `/ho/${FIRST.id}` });
  await user.click(await screen.findByRole("button", { name: "Đề nghị khen hộ này" }));
  await user.type(await screen.findByRole("textbox", { name: /^Khen vì/ }), "Chăm người già neo đơn");
  await user.click(screen.getByRole("button", { name: "Đóng" }));
  await user.click(screen.getByRole("button", { name: "Đề nghị khen hộ này" }));
  await user.click(await screen.findByRole("button", { name: "Đề nghị" }));
  await waitFor(() => expect(lastType(phone)).toBe("commendation.proposed"));
  expect(lastSaid(phone)).toMatchObject({ sub: FIRST.id, body: { level: "phuong", period: "2026" } });
  await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(lastType(phone)).toBe("statement.retracted"));
});

test("a household's diary tells the consent to be named from the one to keep data", async () => {
  const phone = await demoPhone();
  await phone.wardSays(phone.office, [
    namedConsentDraft(FIRST.id, "Bà Ánh", EVENING),
    { type: "consent.given", sub: FIRST.id, body: { purposes: ["record"], version: 1, at: EVENING } },
  ]);
  renderScreen(phone, <Household id={FIRST.id} />, { at: `/ho/${FIRST.id}` });
  expect(await screen.findByText("Đồng ý nêu tên trong sổ tay khi được biểu dương")).toBeTruthy();
  expect(screen.getAllByText("Đồng ý cho lưu thông tin")).toHaveLength(1);
});

const lastSaid = (phone: MemoryPhone) => phone.entries().at(-1)?.statement.claims;
const lastType = (phone: MemoryPhone) => lastSaid(phone)?.type;

function gift(sub: string, on: string): Draft {
  const body = { kind: "cash", quantity: 1_000_000, unit: "đồng", for: "Đèn hẻm", on };
  return { type: "contribution.recorded", sub, body };
}
