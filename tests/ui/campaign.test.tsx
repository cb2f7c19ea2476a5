import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Draft } from "../../src/domain/statement.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, HOUSEHOLDS, OFFICE, pledgeOf } from "./demo-ward.ts";
import { handbookPhone } from "./handbook-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const LIST = { at: "/phuong/so-tay" };
const OPEN = { at: "/phuong/so-tay/dot-cam-ket" };

const opened = (id: string, title: string): Draft => ({
  type: "campaign.opened",
  sub: id,
  body: {
    title,
    from: "2027-01-01",
    to: "2027-12-31",
    editions: { kp2: 4 },
    items: [{ id: "flag", text: "Treo cờ", article: 13 }],
    consent: { version: 1, purposes: [{ id: "record", text: "Lưu họ tên" }] },
    over: "",
  },
});

test("a campaign is opened from the form: half written it is found again, previewed, and what is wrong is told", async () => {
  const phone = await handbookPhone(OFFICE);
  const first = renderScreen(phone, <OfficeScreen />, OPEN);
  const title = await screen.findByRole("textbox", { name: "Tiêu đề" });
  await first.user.clear(title);
  await first.user.click(screen.getByRole("button", { name: "Thêm mục" }));
  await first.user.type(screen.getAllByRole("textbox", { name: "Lời của mục" }).at(-1) ?? title, "Gom rác");
  await first.user.click(screen.getByRole("button", { name: /^(Mở đợt|Giữ bản sửa)$/ }));
  const told = await screen.findByRole("alert");
  expect(told.textContent).toMatch(/Tiêu đề: còn trống/);
  expect(told.textContent).toMatch(/Thuộc điều số: còn trống/);
  const preview = screen.getByRole("region", { name: /^Bước đầu/ });
  expect(within(preview).getByRole("checkbox", { name: /Gom rác/ })).toBeTruthy();
  first.unmount();
  const { user } = renderScreen(phone, <OfficeScreen />, OPEN);
  await waitFor(() => expect(screen.getAllByDisplayValue("Gom rác").length).toBeGreaterThan(0));
  await user.type(screen.getByRole("textbox", { name: "Tiêu đề" }), "Cam kết đợt hai");
  await user.type(screen.getAllByRole("textbox", { name: "Thuộc điều số" }).at(-1) ?? title, "9");
  await user.click(screen.getByRole("button", { name: "Mở đợt" }));
  await screen.findByRole("heading", { name: "Đợt cam kết" });
  const said = phone.entries().at(-1)?.statement.claims;
  expect(said).toMatchObject({ type: "campaign.opened", body: { title: "Cam kết đợt hai", over: "" } });
  expect(said?.body["items"]).toContainEqual({ id: "gom-rac", text: "Gom rác", article: 9 });
  expect(phone.drafts().has(`campaign/${phone.ward}`)).toBe(false);
});

test("another office that opened it meanwhile is told, and nothing goes until somebody has looked", async () => {
  const phone = await handbookPhone(OFFICE);
  const { user } = renderScreen(phone, <OfficeScreen />, OPEN);
  const id = await screen.findByRole<HTMLInputElement>("textbox", { name: "Tên đợt" });
  // Somebody writes already: what is only proposed takes the next id by itself.
  await user.type(screen.getByRole("textbox", { name: "Tiêu đề" }), " đợt hai");
  await phone.wardSays(phone.office, [opened(id.value, "Đợt của máy khác")]);
  expect((await screen.findByRole("alert")).textContent).toMatch(/Văn phòng khác vừa mở .*Đợt của máy khác/);
  const before = phone.entries().length;
  await user.click(screen.getByRole("button", { name: "Giữ bản sửa" }));
  expect(phone.entries()).toHaveLength(before);
  await user.click(screen.getByRole("button", { name: "Đã xem, thay bằng bản này" }));
  await waitFor(() => expect(screen.queryByText(/^Văn phòng khác/)).toBeNull());
});

test("two offices that opened one campaign without hearing of each other are told so in the list", async () => {
  const phone = await demoPhone({ self: OFFICE, campaign: false });
  await phone.wardSays(phone.office, [opened("2027", "Một"), opened("2027", "Hai")]);
  renderScreen(phone, <OfficeScreen />, LIST);
  expect(await screen.findByText(/^Đợt 2027 được mở hai lần mà không biết nhau/)).toBeTruthy();
});

test("a campaign is closed after a question, and that is undone", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = renderScreen(phone, <OfficeScreen />, LIST);
  await user.click(await screen.findByRole("button", { name: "Đóng đợt này" }));
  const dialog = screen.getByRole("dialog");
  expect(within(dialog).getByText(/các bản cam kết đã ký còn nguyên/)).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Đóng đợt này" }));
  expect(await screen.findByText("Chưa có đợt cam kết nào đang mở.")).toBeTruthy();
  expect(phone.entries().at(-1)?.statement.claims).toMatchObject({ type: "campaign.closed", sub: "2026" });
  await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
  expect(await screen.findByRole("button", { name: "Đóng đợt này" })).toBeTruthy();
});

describe("an open campaign", () => {
  const CHANGE = { at: "/phuong/so-tay/dot-cam-ket/2026" };
  const last = (phone: MemoryPhone) => phone.entries().at(-1)?.statement.claims;

  async function reworded(phone: MemoryPhone) {
    const shown = renderScreen(phone, <OfficeScreen />, CHANGE);
    const flag = await screen.findByDisplayValue("Treo cờ Tổ quốc ngày lễ, Tết");
    await shown.user.type(flag, " và ngày hội");
    await shown.user.type(screen.getByDisplayValue("Lưu ảnh bản giấy"), " cam kết");
    await shown.user.click(screen.getByRole("button", { name: "Giữ bản sửa" }));
    return shown;
  }

  test("in which households have signed is changed after a question, and what they signed stays theirs", async () => {
    const phone = await demoPhone({ self: OFFICE });
    await phone.act.say(phone.ward, [pledgeOf(HOUSEHOLDS[0].id), pledgeOf(HOUSEHOLDS[1].id)]);
    const before = phone.entries().length;
    const { user } = await reworded(phone);
    const dialog = await screen.findByRole("dialog", { name: "Đổi lời của đợt đang mở?" });
    expect(dialog.textContent).toContain("2 hộ đã cam kết theo lời cũ; lời họ đã ký vẫn giữ nguyên.");
    await user.click(within(dialog).getByRole("button", { name: "Thôi" }));
    expect(phone.entries()).toHaveLength(before);
    await user.click(screen.getByRole("button", { name: "Giữ bản sửa" }));
    await user.click(await screen.findByRole("button", { name: "Đổi lời cho hộ ký sau" }));
    await screen.findByRole("heading", { name: "Đợt cam kết" });
    const { body } = last(phone) ?? {};
    expect(body?.["items"]).toContainEqual({
      id: "treo-co-to-quoc-ngay-le-tet-va-ngay-hoi",
      text: "Treo cờ Tổ quốc ngày lễ, Tết và ngày hội",
      article: 13,
    });
    expect(body?.["items"]).not.toContainEqual(expect.objectContaining({ id: "flag" }));
    expect(body?.["items"]).toContainEqual(expect.objectContaining({ id: "waste" }));
    expect(body?.["consent"]).toMatchObject({ version: 2 });
    // They are counted as they were.
    const rows = await new Promise<Parameters<Parameters<ReturnType<typeof phone.watch.round>>[0]>[0]>(
      (resolve) => phone.watch.round(phone.ward)(resolve),
    );
    expect(rows.filter(({ status }) => status.word === "signed")).toHaveLength(2);
  });

  test("that nobody has signed, or whose days alone change, is changed at once", async () => {
    const phone = await demoPhone({ self: OFFICE });
    const first = await reworded(phone);
    await screen.findByRole("heading", { name: "Đợt cam kết" });
    expect(last(phone)?.body["consent"]).toMatchObject({ version: 2 });
    first.unmount();
    await phone.act.say(phone.ward, [pledgeOf(HOUSEHOLDS[0].id)]);
    const { user } = renderScreen(phone, <OfficeScreen />, CHANGE);
    await user.type(await screen.findByRole("textbox", { name: "Tiêu đề" }), " và đầu năm 2027");
    await user.click(screen.getByRole("button", { name: "Giữ bản sửa" }));
    await screen.findByRole("heading", { name: "Đợt cam kết" });
    expect(last(phone)?.body).toMatchObject({ title: "Cam kết thực hiện quy ước năm 2026 và đầu năm 2027" });
  });
});
