import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { personalOf } from "../../src/domain/statement.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, EVENING, HOUSEHOLDS, OFFICE, WARD } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;

describe("the office's meetings", () => {
  test("one is announced, called over Zalo and loudspeaker, held, and written down", async () => {
    const { phone, user } = await openMeetings();
    await user.click(screen.getByRole("button", { name: "Lập buổi họp" }));
    await user.selectOptions(await screen.findByRole("combobox", { name: "Của ai" }), "kp2/t07");
    await user.click(screen.getByRole("button", { name: "Báo họp" }));
    expect(screen.getByRole("alert").textContent).toBe("Hãy ghi họp về việc gì.");
    await user.type(field("Họp về việc gì"), "Đọc quy ước mới");
    await user.type(field("Địa điểm"), "Nhà ông Năm");
    await user.type(field("Mời đơn vị nào"), "Đảng ủy phường: 2{enter}Hội Phụ nữ");
    await user.type(field("Chương trình"), "19:00 Khai mạc{enter}Thảo luận");
    await user.type(field("Tài liệu"), "Dự thảo quy ước");
    await user.type(field("Chủ trì"), "Lê Thị Mai");
    await user.click(screen.getByRole("button", { name: "Báo họp" }));
    await user.click(await screen.findByRole("button", { name: "Đọc quy ước mới" }));
    const [plan] = wordsOn(phone);
    expect(plan).toMatchObject({
      sub: "kp2/t07",
      body: {
        planned: true,
        kind: "residents",
        date: "2026-11-23",
        invited: [{ organisation: "Đảng ủy phường", people: 2 }, { organisation: "Hội Phụ nữ" }],
        programme: [{ time: "19:00", text: "Khai mạc" }, { text: "Thảo luận" }],
        documents: ["Dự thảo quy ước"],
      },
      personal: { chair: "Lê Thị Mai" },
    });
    // A name is nobody's to read but for those who work there.
    expect(JSON.stringify(plan?.body)).not.toContain("Mai");

    const words = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Báo họp" });
    expect(words.value).toContain("Kính mời đại diện mỗi hộ Tổ 7, Khu phố 2 dự họp dân.");
    expect(words.value).toContain("- 19:00 Khai mạc");
    await user.click(screen.getByRole("button", { name: "Đọc loa" }));
    expect(words.value).toContain("Kính thưa bà con Tổ 7, Khu phố 2.");
    expect(words.value).toMatch(/Xin nhắc lại: thứ Hai, ngày 23\/11\/2026/);

    // The first who comes begins it.
    const list = screen.getByRole("list", { name: "Các hộ được mời" });
    await user.click(within(list).getByRole("button", { name: /^Hộ 18 · Nguyễn Thị Ánh/ }));
    await screen.findByText(/1 \/ 3 hộ/);
    const [, held] = wordsOn(phone);
    expect(held?.body).toMatchObject({ meeting: plan?.jti, households: 3, place: "Nhà ông Năm" });
    expect(held?.body).not.toHaveProperty("planned");

    await user.click(screen.getByRole("button", { name: "Ghi kết quả" }));
    await user.type(field("Số hộ có mặt đếm được"), "4");
    await user.type(field("Kết luận"), "Thống nhất dọn hẻm.");
    await user.click(screen.getByRole("button", { name: "Lưu buổi họp" }));
    expect(screen.getByRole("alert").textContent).toBe(
      "Ghi 4 hộ có mặt, nhưng chỉ có 3 hộ. Hãy xem lại một trong hai số.",
    );
    await user.clear(field("Số hộ có mặt đếm được"));
    await user.type(field("Số hộ có mặt đếm được"), "2");
    await user.click(screen.getByRole("button", { name: "Lưu buổi họp" }));
    // On the meeting's own page, not in the box in which it was typed.
    await screen.findByText("Thống nhất dọn hẻm.", { ignore: "textarea" });
    const [, , written] = wordsOn(phone);
    expect(written).toMatchObject({
      body: { meeting: plan?.jti, present: 2 },
      personal: { conclusions: "Thống nhất dọn hẻm.", chair: "Lê Thị Mai" },
    });
    // Ten seconds to take it back: what stood before stands again.
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    await waitFor(() => expect(screen.queryByText("Thống nhất dọn hẻm.")).toBeNull());
    expect(screen.getByText(/1 \/ 3 hộ/)).toBeDefined();
  });

  test("what is half filled in is found again", async () => {
    const { user } = await openMeetings();
    await user.click(screen.getByRole("button", { name: "Lập buổi họp" }));
    await user.type(await screen.findByRole("textbox", { name: "Họp về việc gì" }), "Sơ kết");
    await user.click(screen.getByRole("button", { name: "Thôi" }));
    await user.click(screen.getByRole("button", { name: "Lập buổi họp" }));
    await waitFor(() => expect(field("Họp về việc gì").value).toBe("Sơ kết"));
  });

  test("a day ahead has not taken place, and a covenant's meeting is announced two days before", async () => {
    const { user } = await openMeetings();
    await user.click(screen.getByRole("button", { name: "Lập buổi họp" }));
    await user.selectOptions(await screen.findByRole("combobox", { name: "Loại" }), "covenant");
    expect(screen.getByText("Họp bàn quy ước phải báo trước ít nhất 2 ngày.")).toBeDefined();
    await user.type(field("Họp về việc gì"), "Biểu quyết quy ước");
    const day = screen.getByLabelText("Ngày");
    await user.clear(day);
    await user.type(day, "2026-11-26");
    expect(screen.queryByText("Họp bàn quy ước phải báo trước ít nhất 2 ngày.")).toBeNull();
    await user.click(screen.getByRole("checkbox", { name: "Buổi này đã họp" }));
    await user.click(screen.getByRole("button", { name: "Lưu buổi họp" }));
    expect(screen.getByRole("alert").textContent).toMatch(/^Ngày họp còn ở phía trước/);
  });

  test("lists meetings by year and level, and whom nobody has ever met", async () => {
    const { user } = await openMeetings(async (phone) => {
      const body = { kind: "residents", date: "2025-11-18", place: "", subject: "Họp năm ngoái" };
      const [meeting = ""] = await phone.wardSays(phone.office, [
        { type: "meeting.held", sub: "kp2/t07", body },
        {
          type: "meeting.held",
          sub: "kp2",
          body: { ...body, date: "2026-05-01", subject: "Họp khu phố", households: 4, present: 3 },
        },
      ]);
      await phone.wardSays(phone.office, [
        { type: "meeting.attended", sub: anh.id, body: { meeting, present: true } },
      ]);
    });
    const table = screen.getAllByRole("table")[0] as HTMLElement;
    expect(within(table).getByText("Đã họp, quá nửa số hộ")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Năm 2025" }));
    expect(screen.queryByRole("button", { name: "Họp khu phố" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Khu phố" }));
    expect(screen.queryByRole("button", { name: "Họp năm ngoái" })).toBeNull();

    await user.click(screen.getByRole("button", { name: /^Chưa gặp lần nào \d/ }));
    const households = screen.getAllByRole("table").at(-1) as HTMLElement;
    expect(within(households).queryByText(/Nguyễn Thị Ánh/)).toBeNull();
    expect(within(households).getAllByText("chưa gặp lần nào")).toHaveLength(3);
    await user.click(screen.getByRole("button", { name: /^Năm 2026 chưa gặp 4/ }));
    expect(within(households).getByRole("cell", { name: "2025" })).toBeDefined();
  });

  test("the conference that sums up shows the year's figures on the wall, and names only who may be named", async () => {
    const { user } = await openMeetings(async (phone) => {
      const body = { kind: "summary", date: "2026-11-18", place: "Hội trường", subject: "Hội nghị tổng kết" };
      const praise = { level: "phuong", period: "2026", on: "2026-11-10", decision: "05/QĐ-MTTQ" };
      await phone.wardSays(phone.office, [
        { type: "meeting.held", sub: WARD, body },
        { type: "commendation.granted", sub: "kp2/t07", body: praise, personal: { for: "Giữ hẻm sạch" } },
        { type: "commendation.granted", sub: anh.id, body: praise, personal: { for: "Hiến đất" } },
      ]);
    });
    await user.click(screen.getByRole("button", { name: "Hội nghị tổng kết" }));
    const named = await screen.findByRole("heading", { name: "Tập thể, hộ được biểu dương" });
    const list = within(named.parentElement as HTMLElement).getAllByRole("listitem");
    expect(list.map(({ textContent }) => textContent)).toEqual([expect.stringMatching(/^Tổ 7/)]);

    await user.click(screen.getByRole("button", { name: /^Trình chiếu \d+ trang$/ }));
    const wall = await screen.findByRole("dialog", { name: "Hội nghị tổng kết" });
    const count = Number(/\/ (\d+)$/.exec(within(wall).getByRole("status").textContent ?? "")?.[1]);
    // By keys to the last one, and no further.
    for (let pressed = 0; pressed < count + 2; pressed++) await user.keyboard("{ArrowRight}");
    expect(within(wall).getByRole("status").textContent).toBe(`Trang ${count} / ${count}`);
    expect(wall.textContent).toContain("Tổ 7");
    expect(wall.textContent).not.toContain("Nguyễn Thị Ánh");
    await user.click(within(wall).getByRole("button", { name: "Trang trước" }));
    expect(within(wall).getByRole("status").textContent).toBe(`Trang ${count - 1} / ${count}`);
  });

  test("a meeting is called off whole, after a question", async () => {
    const { phone, user } = await openMeetings(async (one) => {
      const body = { kind: "residents", date: "2026-11-30", place: "", subject: "Họp", planned: true };
      const [meeting] = await one.wardSays(one.office, [{ type: "meeting.held", sub: "kp2", body }]);
      await one.wardSays(one.office, [
        { type: "meeting.held", sub: "kp2", body: { ...body, subject: "Họp sớm", meeting } },
      ]);
    });
    await user.click(screen.getByRole("button", { name: "Họp sớm" }));
    await user.click(screen.getByRole("button", { name: "Huỷ buổi họp" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Huỷ buổi họp" }));
    await screen.findByText("Chưa có buổi họp nào");
    const taken = phone.entries().filter(({ statement }) => statement.claims.type === "statement.retracted");
    expect(taken).toHaveLength(2);
  });

  test("two that were begun without coverage are made one by one tap, and parted again, with both in sight", async () => {
    const { phone, user } = await openMeetings(twoBegun);
    const card = await screen.findByRole("heading", { name: "Có thể là cùng một buổi họp" });
    const double = within(card.parentElement as HTMLElement);
    const items = double.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(items).toEqual([
      expect.stringMatching(
        /^Đọc quy ướcTổ 7 · Khu phố 2Cô Sáu ghi từ 18:00 23\/11\/20262 \/ 3 hộBàn rác\.$/,
      ),
      expect.stringMatching(
        /^Ký cam kếtTổ 7 · Khu phố 2Nhà ông NămChú Tư ghi từ 18:05 23\/11\/20261 \/ 3 hộBàn đèn\.$/,
      ),
    ]);
    await user.click(double.getByRole("button", { name: /^Gộp làm một buổi: Đọc quy ước · Ký cam kết/ }));
    await screen.findByText("Đã gộp làm một buổi họp", { selector: ".toast p" });
    const [match] = saidHere(phone, "meeting.matched");
    expect(match).toMatchObject({ sub: "kp2/t07", body: { meetings: [FIRST, SECOND], same: true } });
    expect(screen.queryByRole("heading", { name: "Có thể là cùng một buổi họp" })).toBeNull();
    // One line for both, each household once.
    const table = screen.getAllByRole("table")[0] as HTMLElement;
    expect(within(table).getAllByRole("row")).toHaveLength(2);
    expect(within(table).getByText("2 / 3 hộ")).toBeDefined();
    expect(within(table).getByText("Gộp từ 2 buổi")).toBeDefined();

    await user.click(screen.getByRole("button", { name: "Đọc quy ước" }));
    const facts = await screen.findByText(/^Bàn rác\.\s+Bàn đèn\.$/, { selector: "dd" });
    expect(facts).toBeDefined();
    const parts = within(
      (await screen.findByRole("heading", { name: "Gộp từ 2 buổi" })).parentElement as HTMLElement,
    );
    expect(parts.getAllByRole("listitem")).toHaveLength(2);
    // Written down now, it is about both; what each had written is not added once more.
    await user.click(screen.getByRole("button", { name: "Ghi kết quả" }));
    const minutes = await screen.findByRole("textbox", { name: /^Biên bản/ });
    await user.clear(minutes);
    await user.type(minutes, "Bàn rác và đèn.");
    await user.click(screen.getByRole("button", { name: "Lưu buổi họp" }));
    await screen.findByText("Bàn rác và đèn.", { selector: "dd" });
    expect(saidHere(phone, "meeting.held")).toMatchObject([
      { body: { meeting: FIRST, together: [FIRST, SECOND] } },
    ]);
    expect(screen.getByText("Bàn đèn.", { selector: ".meetings-words" })).toBeDefined();

    await user.click(screen.getByRole("button", { name: "Tách các buổi ra như cũ" }));
    await screen.findByText("Đã tách các buổi họp ra", { selector: ".toast p" });
    expect(saidHere(phone, "statement.retracted")).toMatchObject([{ sub: match?.jti, in: "kp2/t07" }]);
    await user.click(screen.getByRole("button", { name: "Về danh sách" }));
    expect(await screen.findByRole("heading", { name: "Có thể là cùng một buổi họp" })).toBeDefined();
    // Undone, they are one again.
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    await waitFor(() =>
      expect(screen.queryByRole("heading", { name: "Có thể là cùng một buổi họp" })).toBeNull(),
    );
    expect(saidHere(phone, "meeting.matched")).toHaveLength(2);
  });

  test("two that are said to be different are offered no more, and for ten seconds that is undone", async () => {
    const { phone, user } = await openMeetings(twoBegun);
    await user.click(await screen.findByRole("button", { name: /^Là những buổi khác nhau: / }));
    await screen.findByText("Đã ghi: là những buổi khác nhau", { selector: ".toast p" });
    expect(screen.queryByRole("heading", { name: "Có thể là cùng một buổi họp" })).toBeNull();
    expect(saidHere(phone, "meeting.matched")).toMatchObject([{ body: { same: false } }]);
    expect(within(screen.getAllByRole("table")[0] as HTMLElement).getAllByRole("row")).toHaveLength(3);
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    expect(await screen.findByRole("heading", { name: "Có thể là cùng một buổi họp" })).toBeDefined();
  });

  test("the office's first page leads to what may have been begun twice", async () => {
    const phone = await demoPhone({ self: OFFICE });
    await twoBegun(phone);
    const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
    await screen.findByText("1 chỗ có thể hai máy cùng ghi một buổi họp");
    await user.click(screen.getByRole("link", { name: "Xem và gộp" }));
    expect(await screen.findByRole("heading", { name: "Có thể là cùng một buổi họp" })).toBeDefined();
  });
});

async function openMeetings(before: (phone: MemoryPhone) => Promise<void> = async () => {}) {
  const phone = await demoPhone({ self: OFFICE });
  await before(phone);
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/hop" });
  await screen.findByRole("button", { name: "Lập buổi họp" });
  return { phone, user };
}

const FIRST = "019aaf10-5c00-7000-8000-000000000001";
const SECOND = "019aaf10-5c00-7000-8000-000000000002";

/** Two phones without coverage each began the meeting of tổ 7; both recorded household 18. */
async function twoBegun(phone: MemoryPhone): Promise<void> {
  const [sau, tu] = [
    await phone.addSpeaker({ personName: "Cô Sáu", areas: ["kp2/t07"] }),
    await phone.addSpeaker({ personName: "Chú Tư", areas: ["kp2/t07"] }),
  ];
  const body = { kind: "residents", date: "2026-11-23", place: "", subject: "Đọc quy ước", households: 3 };
  const there = (meeting: string, { id }: { readonly id: string }) => ({
    type: "meeting.attended",
    sub: id,
    body: { meeting, present: true },
  });
  const held = { type: "meeting.held", sub: "kp2/t07" };
  await phone.wardSays(
    sau,
    [
      { ...held, jti: FIRST, body, personal: { minutes: "Bàn rác." } },
      there(FIRST, anh),
      there(FIRST, HOUSEHOLDS[1]),
    ],
    EVENING - 1800,
  );
  const other = { ...body, subject: "Ký cam kết", place: "Nhà ông Năm" };
  await phone.wardSays(
    tu,
    [{ ...held, jti: SECOND, body: other, personal: { minutes: "Bàn đèn." } }, there(SECOND, anh)],
    EVENING - 1500,
  );
}

/** What this device has said of a type, in order. */
function saidHere(phone: MemoryPhone, type: string) {
  return phone
    .entries()
    .filter(({ standing, statement }) => standing === "unsent" && statement.claims.type === type)
    .map(({ statement }) => statement.claims);
}

function field(name: string): HTMLInputElement {
  return screen.getByRole<HTMLInputElement>("textbox", { name });
}

/** What this device has said of meetings, in order. */
function wordsOn(phone: MemoryPhone) {
  return phone
    .entries()
    .filter(({ standing, statement }) => standing === "unsent" && statement.claims.type === "meeting.held")
    .map(({ statement }) => ({ ...statement.claims, personal: personalOf(statement) }));
}
