import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { Draft } from "../../src/domain/statement.ts";
import { personalOf } from "../../src/domain/statement.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { SECTIONS } from "../../src/ui/office/sections.ts";
import { DAY, demoPhone, EVENING, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { watchInvites, type MemoryPhone } from "./memory-phone.ts";
import { always } from "./render-at.tsx";
import { renderScreen } from "./render-screen.tsx";

const [first, second, third] = HOUSEHOLDS;

afterEach(() => void vi.useRealTimers());

test("the totals of khu phố and tổ move as pledges arrive", async () => {
  const phone = await demoPhone({ self: OFFICE });
  renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
  expect(
    await screen.findByRole("heading", { level: 1, name: /^Phường 3 · Cam kết thực hiện/ }),
  ).toBeTruthy();
  expect(screen.getByText("1 khu phố · 2 tổ · 4 hộ · 14 nhân khẩu")).toBeTruthy();
  await screen.findByRole("rowheader", { name: "Tổ 7" });
  expect(rowOf("Tổ 7")).toEqual(["3", "12", "0", "0", "0%", "0", "0", "0", "3"]);
  const { by } = await volunteer(phone);
  await act(async () => {
    await phone.wardSays(by, [{ type: "visit.logged", sub: third.id, body: { outcome: "refused" } }]);
    await phone.wardSays(by, [
      { type: "handbook.delivered", sub: second.id, body: { edition: 4, how: "hand" } },
    ]);
    await pledge(phone, by, first.id);
  });
  await waitFor(() => expect(rowOf("Tổ 7")).toEqual(["3", "12", "1", "1", "33,33%", "1", "0", "1", "0"]));
  expect(rowOf("Khu phố 2")[0]).toBe("4");
  expect(rowOf("Cả phường")[3]).toBe("1");
  expect(
    screen.getByRole("img", {
      name: "Khu phố 2: 1 hộ đã ký, 1 đã phát sổ, 0 hẹn lại, 1 chưa đồng ý, 1 chưa gặp",
    }),
  ).toBeTruthy();
  expect(screen.getByText("+1 trong 7 ngày qua")).toBeTruthy();
});

test("the office's pages stand by what they are about, and the one that is open is told", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/chi-tieu" });
  const nav = await screen.findByRole("navigation", { name: "Các trang của văn phòng" });
  const doors = within(nav).getByRole("group", { name: "Đi từng nhà" });
  const names = within(doors)
    .getAllByRole("link")
    .map(({ textContent }) => textContent?.trim());
  expect(names).toEqual(expect.arrayContaining(["Phân công", "Hộ dân", "Chờ xét", "Thiết bị"]));
  // Each of them once, and none left out.
  expect(
    within(nav)
      .getAllByRole("link")
      .map((link) => link.getAttribute("href"))
      .toSorted(),
  ).toEqual(SECTIONS.map(({ slug }) => (slug === "" ? "/phuong" : `/phuong/${slug}`)).toSorted());
  const current = () =>
    within(screen.getByRole("navigation", { name: "Các trang của văn phòng" })).getByRole("link", {
      current: "page",
    }).textContent;
  expect(current()?.trim()).toBe("Chỉ tiêu");
  // What skips to the page skips these ways to other pages too.
  expect(within(screen.getByRole("main")).queryByRole("navigation")).toBeNull();
  await user.click(within(doors).getByRole("link", { name: "Thiết bị" }));
  await waitFor(() => expect(current()?.trim()).toBe("Thiết bị"));
});

test("the table is sorted by a column, filtered by a name, and folded", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
  const table = await screen.findByRole("table");
  const names = () =>
    within(table)
      .getAllByRole("rowheader")
      .map(({ textContent }) => textContent?.trim());
  expect(names()).toEqual(["Khu phố 2", "Tổ 7", "Tổ 8", "Cả phường"]);
  await user.click(within(table).getByRole("button", { name: "Nhân khẩu" }));
  expect(
    within(table)
      .getByRole("columnheader", { name: /^Nhân khẩu/ })
      .getAttribute("aria-sort"),
  ).toBe("descending");
  await user.click(within(table).getByRole("button", { name: /^Nhân khẩu/ }));
  expect(names()).toEqual(["Khu phố 2", "Tổ 8", "Tổ 7", "Cả phường"]);
  await user.type(screen.getByRole("searchbox", { name: "Lọc theo tên khu phố, tổ" }), "to 8");
  expect(names()).toEqual(["Khu phố 2", "Tổ 8"]);
  await user.clear(screen.getByRole("searchbox"));
  await user.click(within(table).getByRole("button", { name: "Khu phố 2" }));
  expect(names()).toEqual(["Khu phố 2", "Cả phường"]);
});

test("what waits for the office is told, with the way to it", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { by } = await volunteer(phone);
  await pledge(phone, by, first.id);
  await pledge(phone, phone.office, first.id);
  const [opinion, late = ""] = await phone.wardSays(by, [
    {
      type: "opinion.given",
      sub: "kp2",
      body: { channel: "meeting" },
      personal: { text: "Đèn hẻm 4 hay tắt." },
    },
    {
      type: "opinion.given",
      sub: "kp2",
      body: { channel: "meeting" },
      personal: { text: "Xin thêm cây xanh." },
    },
  ]);
  await phone.wardSays(phone.office, [
    { type: "opinion.answered", sub: opinion ?? "", in: "kp2", body: { status: "done" } },
  ]);
  renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
  expect(await screen.findByText("1 hộ có hai cam kết")).toBeTruthy();
  // Its name is read after what is counted.
  const settle = await screen.findByRole("link", { name: /của Hộ 18 · Nguyễn Thị Ánh$/ });
  expect(settle.getAttribute("href")).toBe(`/ho/${first.id}/hai-ban`);
  // They have the time that the ward takes for an answer.
  expect(screen.queryByText(/ý kiến quá 15 ngày/)).toBeNull();
  await act(async () => {
    phone.setNow(EVENING + 16 * DAY);
    await phone.wardSays(by, [{ type: "request.made", sub: first.id, body: { kind: "see" } }], EVENING);
  });
  expect(await screen.findByText("1 ý kiến quá 15 ngày chưa trả lời")).toBeTruthy();
  expect(screen.getByRole("link", { name: "Xem ý kiến quá hạn" }).getAttribute("href")).toBe(
    "/phuong/y-kien?qua-han",
  );
  // A day of the law comes before what the ward set itself.
  const waiting = screen.getByRole("heading", { name: "Việc cần giải quyết" }).parentElement!;
  expect(within(waiting).getAllByRole("listitem")[0]?.textContent).toMatch(
    /^1 yêu cầu về dữ liệu chưa xong, 1 quá hạn/,
  );
  // What nobody can answer any more is nobody's task.
  await act(() =>
    phone.wardSays(phone.office, [
      { type: "data.erased", sub: late, in: "kp2", body: {} },
      { type: "data.erased", sub: first.id, body: {} },
    ]),
  );
  await waitFor(() => expect(screen.queryByText(/^1 yêu cầu về dữ liệu/)).toBeNull());
  expect(screen.queryByText(/ý kiến quá 15 ngày/)).toBeNull();
});

test("a device is invited by QR code and link", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { watched, requests } = watchInvites(phone);
  const { user } = renderScreen(watched, <OfficeScreen />, { at: "/phuong/thiet-bi" });
  await user.click(await screen.findByRole("button", { name: "Làm mã mời" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Hãy chọn ít nhất một khu phố hoặc tổ.");
  await user.click(screen.getByText("Từng tổ của Khu phố 2"));
  await user.click(screen.getByRole("checkbox", { name: "Tổ 7" }));
  await user.click(screen.getByRole("checkbox", { name: "Tổ 8" }));
  await user.selectOptions(screen.getByRole("combobox", { name: "Mã dùng được trong" }), "7 ngày");
  await user.click(screen.getByRole("button", { name: "Làm mã mời" }));
  const heading = await screen.findByRole("heading", { name: "Mã mời đã có" });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  expect(requests).toEqual([{ role: "volunteer", areas: ["kp2/t07", "kp2/t08"], expiresInHours: 168 }]);
  expect(screen.getByRole("figure", { name: "Mã QR của đường dẫn mời" })).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>("Đường dẫn mời").value).toMatch(/\/vao#phuong-3\./);
});

test("an office device is invited for the whole ward, and no coverage is told in words", async () => {
  const phone = await demoPhone({ self: OFFICE });
  phone.failCalls("unreachable");
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/thiet-bi" });
  await user.selectOptions(
    await screen.findByRole("combobox", { name: "Việc được giao" }),
    "Văn phòng phường",
  );
  expect(screen.queryByRole("checkbox")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Làm mã mời" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/Làm mã mời cần có mạng/);
});

test("a code that nobody has used yet is cancelled", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const invite = "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg";
  const used = {
    role: "volunteer",
    areas: ["kp2"],
    expiresAt: EVENING + 3600,
    usedBy: "x",
    cancelled: false,
  };
  const lines = [
    { ...used, invite, usedBy: null },
    { ...used, invite: "used" },
    { ...used, invite: "void", usedBy: null, void: true },
  ];
  const watched = {
    ...phone,
    act: { ...phone.act, invites: async () => ({ ok: true, value: lines }) as const },
  };
  const { user } = renderScreen(watched, <OfficeScreen />, { at: "/phuong/thiet-bi" });
  // One that a restore has made void is told of, with what to do about it.
  expect(await screen.findByText(/không dùng được nữa.*hãy mời lại$/)).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Huỷ mã" }));
  await waitFor(() =>
    expect(phone.entries().at(-1)?.statement.claims).toMatchObject({ type: "invite.cancelled", sub: invite }),
  );
  await waitFor(() => expect(screen.queryByRole("button", { name: "Huỷ mã" })).toBeNull());
});

test("a lost device is stopped after a question, with a reason and from now", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { by } = await volunteer(phone);
  let exchanged = 0;
  const watched = { ...phone, act: { ...phone.act, exchange: async () => void exchanged++ } };
  const { user } = renderScreen(watched, <OfficeScreen />, { at: "/phuong/thiet-bi" });
  const stop = await screen.findByRole("button", { name: "Thu hồi Cô Năm · Máy của Cô Năm" });
  await user.click(stop);
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Thôi" }));
  expect(phone.entries().at(-1)?.statement.claims.type).toBe("device.enrolled");
  await user.click(stop);
  const dialog = within(screen.getByRole("dialog"));
  await user.selectOptions(dialog.getByRole("combobox", { name: "Vì sao" }), "Đã có máy khác");
  await user.type(dialog.getByRole("textbox", { name: /^Ghi chú/ }), "Rơi xuống kênh");
  await user.click(dialog.getByRole("button", { name: "Thu hồi máy này" }));
  await waitFor(() => expect(exchanged).toBe(1));
  const said = phone.entries().at(-1)?.statement;
  expect(said?.claims).toMatchObject({
    type: "device.revoked",
    sub: by.kid,
    body: { reason: "duplicate", from: EVENING },
  });
  expect(said && personalOf(said)).toEqual({ note: "Rơi xuống kênh" });
  expect(screen.queryByRole("dialog")).toBeNull();
  const row = within(screen.getByRole("row", { name: /Cô Năm/ }));
  expect(row.getByText("đã thu hồi")).toBeTruthy();
  expect(row.queryByRole("button", { name: /^Thu hồi/ })).toBeNull();
  // Nobody locks themselves out by a slip.
  expect(within(screen.getByRole("row", { name: /Lê Thị Mai/ })).queryByRole("button")).toBeNull();
});

test("a phone that cannot keep it says so, and the question stays", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await volunteer(phone);
  phone.failSaying("full");
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/thiet-bi" });
  await user.click(await screen.findByRole("button", { name: /^Thu hồi Cô Năm/ }));
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Thu hồi máy này" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/Máy hết chỗ/);
});

test("while the page is looked at, and no longer, it follows the ward", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const followed: string[] = [];
  const follow = (ward: string) => {
    followed.push(`from ${ward}`);
    return () => void followed.push("ended");
  };
  const { unmount } = renderScreen({ ...phone, act: { ...phone.act, follow } }, <OfficeScreen />, {
    at: "/phuong",
  });
  expect(await screen.findByRole("table")).toBeTruthy();
  const began = `from ${phone.ward}`;
  expect(followed).toEqual([began]);
  const visibility = vi.spyOn(document, "visibilityState", "get");
  for (const state of ["hidden", "visible"] as const) {
    visibility.mockReturnValue(state);
    document.dispatchEvent(new Event("visibilitychange"));
  }
  expect(followed).toEqual([began, "ended", began]);
  unmount();
  expect(followed).toEqual([began, "ended", began, "ended"]);
  visibility.mockRestore();
});

test("a volunteer's phone is told that this page is not for it", async () => {
  renderScreen(await demoPhone(), <OfficeScreen />, { at: "/phuong" });
  expect(await screen.findByText("Trang này dành cho văn phòng phường")).toBeTruthy();
  expect(screen.queryByRole("table")).toBeNull();
});

test("a ward without households says what to do", async () => {
  const phone = await demoPhone({ self: OFFICE, households: [] });
  const none = always([]);
  renderScreen({ ...phone, watch: { ...phone.watch, round: () => none } }, <OfficeScreen />, {
    at: "/phuong",
  });
  expect(await screen.findByText("Chưa có hộ nào")).toBeTruthy();
  const way = screen.getByRole("link", { name: "Nhập danh sách từ tệp" });
  expect(way.getAttribute("href")).toBe("/phuong/ho-dan/nhap");
  expect(screen.queryByText(/import|README/)).toBeNull();
});

async function volunteer(phone: MemoryPhone) {
  return { by: await phone.addSpeaker({ personName: "Cô Năm", areas: ["kp2"] }) };
}

async function pledge(phone: MemoryPhone, by: MemoryPhone["office"], id: string) {
  const consentDraft: Draft = {
    type: "consent.given",
    sub: id,
    body: { purposes: ["record"], version: 1, at: EVENING },
  };
  const [consent] = await phone.wardSays(by, [consentDraft]);
  const body = { campaign: "2026", edition: 4, agreed: ["flag"], declined: [], medium: "screen", consent };
  const personal = { signer: "Nguyễn Thị Ánh", relation: "chủ hộ", strokes: "M1 1L20 20" };
  await phone.wardSays(by, [{ type: "pledge.signed", sub: id, body, personal }]);
}

/** The figures of the row of a place. */
function rowOf(place: string): (string | undefined)[] {
  const row = screen.getByRole("rowheader", { name: place }).closest("tr");
  return [...(row?.querySelectorAll("td") ?? [])].map(({ textContent }) => textContent?.trim());
}
