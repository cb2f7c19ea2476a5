import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { grantDraft } from "../../src/domain/ward/commendations.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { readZip } from "./read-zip.ts";
import { renderScreen } from "./render-screen.tsx";

const files: File[] = [];

beforeEach(() => {
  files.length = 0;
  URL.createObjectURL = (file) => (files.push(file as File), "blob:1");
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
});
afterEach(() => vi.restoreAllMocks());

test("the list with a decision names groups and households, with what they are praised for", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const grant = { level: "phuong", period: "2026", on: "2026-11-18", decision: "12/QĐ-MTTQ" };
  const none = {
    group: undefined,
    proposal: undefined,
    consent: undefined,
    area: undefined,
    name: undefined,
  };
  await phone.wardSays(phone.office, [
    grantDraft({ ...none, ...grant, place: HOUSEHOLDS[0].id, reason: "Hiến đất mở hẻm" }),
    grantDraft({ ...none, ...grant, place: "kp2/t07", group: "Tổ hoà giải", reason: "Hoà giải giỏi" }),
  ]);
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/khen-thuong" });
  await user.click(await screen.findByRole("button", { name: "Danh sách kèm quyết định (.docx)" }));
  const text = await takePaper(user, "danh-sach-bieu-duong-2026-11-23.docx");
  expect(text).toContain("Kèm theo Quyết định số 12/QĐ-MTTQ ngày 18/11/2026");
  expect(text).toMatch(
    /I\. Tập thể \(1\).*Tổ hoà giải.*Hoà giải giỏi.*II\. Hộ gia đình \(1\).*Nguyễn Thị Ánh/,
  );
  expect(text).toContain("Hiến đất mở hẻm");
});

test("the list with a decision is in Vietnamese, whoever takes it", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await phone.act.set({ language: "en" });
  await phone.wardSays(phone.office, [
    grantDraft({
      place: HOUSEHOLDS[0].id,
      level: "phuong",
      period: "2026",
      on: "2026-11-18",
      decision: "12/QĐ-MTTQ",
      reason: "Hiến đất mở hẻm",
      group: undefined,
      proposal: undefined,
      consent: undefined,
      area: undefined,
      name: undefined,
    }),
  ]);
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/khen-thuong" });
  expect(await screen.findByText(/^Household 18 · Nguyễn Thị Ánh/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "List with the decision (.docx)" }));
  const text = await takePaper(user, "danh-sach-bieu-duong-2026-11-23.docx", IN_ENGLISH);
  expect(text).toContain("Hộ 18 · Nguyễn Thị Ánh");
  expect(text).not.toContain("Household");
});

test("a meeting is invited to, and its minutes tell households in all, present and absent, and what was decided", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const body = { kind: "residents", date: "2026-11-20", time: "19:00", subject: "Đọc quy ước mới" };
  await phone.wardSays(phone.office, [
    {
      type: "meeting.held",
      sub: "kp2/t07",
      body: { ...body, place: "Nhà ông Năm", households: 3, present: 2 },
      personal: { conclusions: "Thống nhất dọn hẻm.", chair: "Lê Thị Mai" },
    },
  ]);
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/hop" });
  await user.click(await screen.findByRole("button", { name: "Đọc quy ước mới" }));
  await user.click(screen.getByRole("button", { name: "Biên bản (.docx)" }));
  const minutes = await takePaper(user, "bien-ban-2026-11-20.docx");
  expect(minutes).toContain("BIÊN BẢN");
  expect(minutes).toMatch(/Nhà ông Năm.*2.*1.*Thống nhất dọn hẻm\./);
  expect(minutes).toContain("Lê Thị Mai");

  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Đóng" }));
  await user.click(screen.getByRole("button", { name: "Giấy mời (.docx)" }));
  const invitation = await takePaper(user, "giay-moi-2026-11-20.docx");
  expect(invitation).toMatch(/GIẤY MỜI.*Đọc quy ước mới/);
  // What was said there is not for whoever is invited.
  expect(invitation).not.toContain("Thống nhất dọn hẻm.");
});

const IN_VIETNAMESE = { place: "Nơi lập", take: "Tải tệp .docx", taken: "Đã tải" };
const IN_ENGLISH = { place: "Place", take: "Download the .docx file", taken: "Downloaded" };

/** Fills in who signs where, and reads the paper that comes, unzipped. */
async function takePaper(user: UserEvent, name: string, words = IN_VIETNAMESE): Promise<string> {
  const dialog = within(await screen.findByRole("dialog"));
  const place = await dialog.findByRole<HTMLInputElement>("textbox", { name: words.place });
  if (place.value === "") await user.type(place, "Kiến Tường");
  await user.click(dialog.getByRole("button", { name: words.take }));
  await dialog.findByText(`${words.taken} ${name}.`);
  const bytes = (await files.at(-1)?.arrayBuffer()) ?? new ArrayBuffer(0);
  const xml = readZip(Buffer.from(bytes)).get("word/document.xml") ?? "";
  return xml.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
}
