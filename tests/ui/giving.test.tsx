import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { isHouseholdId } from "../../src/domain/ids.ts";
import { personalOf, type Draft } from "../../src/domain/statement.ts";
import { foldWard } from "../../src/domain/ward.ts";
import { worksIn } from "../../src/domain/ward/works.ts";
import { numbersIn, VIETNAMESE } from "../../src/domain/words/number-format.ts";
import { HandbookCover } from "../../src/ui/handbook/HandbookCover.tsx";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { readNumber, readWhole, typedNumber } from "../../src/ui/parts/words/read-number.ts";
import { demoPhone, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { handbookPhone } from "./handbook-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderAt } from "./render-at.tsx";
import { renderScreen } from "./render-screen.tsx";

const AT = { at: "/phuong/dong-gop" };

test("numbers are read as people type them", () => {
  expect(["1.280.000.000", "15600", "2,5", "1 200", "0"].map((text) => readNumber(text, VIETNAMESE))).toEqual(
    [1.28e9, 15_600, 2.5, 1200, 0],
  );
  expect(["", "hai", "-3", "1,2,3", "1.28"].map((text) => readNumber(text, VIETNAMESE))).toEqual([
    null,
    null,
    null,
    null,
    1.28,
  ]);
  const english = numbersIn("en");
  expect(["1,280,000,000", "15600", "2.5", "1,200", "1,28"].map((text) => readNumber(text, english))).toEqual(
    [1.28e9, 15_600, 2.5, 1200, 1.28],
  );
  expect(
    ["1.280.000", "1,2000", "12,50,000", "1,234,56", "1,0000"].map((text) => readNumber(text, english)),
  ).toEqual([null, null, null, null, null]);
  expect([typedNumber(2.5, VIETNAMESE), typedNumber(2.5, english), typedNumber(undefined, english)]).toEqual([
    "2,5",
    "2.5",
    "",
  ]);
});

test("what must be whole is never taken for something smaller where dots and commas mean something else", () => {
  const english = numbersIn("en");
  const inVietnamese = ["15.000", "15000", "1 200", "15,000", "2,5", "1.28", ""].map((text) =>
    readWhole(text, VIETNAMESE),
  );
  expect(inVietnamese).toEqual([15_000, 15_000, 1200, null, null, null, null]);
  const inEnglish = ["15,000", "15000", "1 200", "15.000", "2.5", "1,28", ""].map((text) =>
    readWhole(text, english),
  );
  expect(inEnglish).toEqual([15_000, 15_000, 1200, null, null, null, null]);
});

test("gifts and expenses are added up by work and year, money in words", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await phone.wardSays(phone.office, [
    gift("kp2", { kind: "land", quantity: 15_600, unit: "m²", worth: 3_120_000_000, on: "2026-03-01" }),
    gift(HOUSEHOLDS[0].id, { kind: "cash", quantity: 6_000_000, unit: "đồng", on: "2025-12-01" }),
    {
      type: "spending.recorded",
      sub: "kp2",
      body: { for: "Lộ ven kênh", amount: 4_500_000, on: "2026-04-02" },
    },
  ]);
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  const works = await screen.findByRole("region", { name: /^Bảng theo công trình/ });
  expect(cellsOf(works, "Lộ ven kênh")).toEqual([
    "6 triệu đồng",
    "4 triệu 500 nghìn đồng",
    "1 triệu 500 nghìn đồng",
    "Đất 15.600 m² · 3 tỷ 120 triệu đồng",
  ]);
  expect(screen.getByText("Hộ 18 · Nguyễn Thị Ánh")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Năm 2026" }));
  expect(cellsOf(works, "Lộ ven kênh").slice(0, 3)).toEqual([
    "0 đồng",
    "4 triệu 500 nghìn đồng",
    "-4 triệu 500 nghìn đồng",
  ]);
});

test("a gift is recorded, and who gave it is a disclosure", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: "Ghi lại" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/^Hãy ghi số lượng/);
  await user.click(screen.getByRole("radio", { name: "Đất" }));
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Đơn vị" }).value).toBe("m²");
  await user.type(screen.getByRole("textbox", { name: "Bao nhiêu" }), "600");
  await user.type(screen.getByRole("textbox", { name: /^Quy ra tiền/ }), "120.000.000");
  expect(screen.getByText("120 triệu đồng")).toBeTruthy();
  await user.type(screen.getByRole("combobox", { name: /^Cho công trình/ }), "Đường hẻm 4");
  await user.type(screen.getByRole("textbox", { name: /^Người góp/ }), "Bà Tám");
  await user.selectOptions(screen.getByRole("combobox", { name: "Ở đâu" }), "kp2");
  await user.click(screen.getByRole("button", { name: "Ghi lại" }));
  expect(await screen.findByRole("rowheader", { name: /^Đường hẻm 4\s*Khu phố 2/ })).toBeTruthy();
  const said = phone.entries().at(-1)?.statement;
  expect(said?.claims).toMatchObject({
    type: "contribution.recorded",
    sub: "kp2",
    body: {
      kind: "land",
      quantity: 600,
      unit: "m²",
      worth: 120_000_000,
      for: "Đường hẻm 4",
      on: "2026-11-23",
    },
  });
  expect(JSON.stringify(said?.claims)).not.toContain("Bà Tám");
  expect(said && personalOf(said)).toEqual({ by: "Bà Tám" });
});

test("a household's gift counts on the residents' board without telling whose it is, and both are taken back and undone together", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user, unmount } = renderScreen(phone, <OfficeScreen />, AT);
  await user.type(await screen.findByRole("textbox", { name: "Bao nhiêu" }), "500000");
  await user.type(screen.getByRole("combobox", { name: /^Cho công trình/ }), "Đường hẻm 4");
  await user.click(screen.getByRole("radio", { name: "Của một hộ" }));
  await user.click(screen.getByRole("button", { name: "Ghi lại" }));
  expect((await screen.findByRole("alert")).textContent).toBe("Hãy tìm và chọn hộ đã góp.");
  await user.type(screen.getByRole("searchbox"), "ánh");
  await user.click(await screen.findByRole("radio", { name: /Nguyễn Thị Ánh/ }));
  // What is half filled outlives leaving the page.
  unmount();
  const again = renderScreen(phone, <OfficeScreen />, AT);
  expect((await screen.findByRole<HTMLInputElement>("textbox", { name: "Bao nhiêu" })).value).toBe("500000");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: /Nguyễn Thị Ánh/ }).checked).toBe(true);
  await again.user.click(screen.getByRole("button", { name: "Ghi lại" }));
  await screen.findByRole("rowheader", { name: /^Đường hẻm 4\s*Hộ 18/ });
  const [own, shown] = phone
    .entries()
    .slice(-2)
    .map(({ statement }) => statement);
  expect([own?.claims.sub, shown?.claims.sub]).toEqual([HOUSEHOLDS[0].id, "kp2"]);
  expect(shown?.claims.body).toEqual({ ...own?.claims.body, of: own?.claims.jti });
  expect(shown && personalOf(shown)).toEqual({});
  // Once at the office, once on the board.
  const works = screen.getByRole("region", { name: /^Bảng theo công trình/ });
  const collected = () => cellsOf(works, "Đường hẻm 4")[0];
  expect([collected(), board(phone)]).toEqual(["500 nghìn đồng", [500_000]]);
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Bao nhiêu" }).value).toBe("");
  await again.user.click(screen.getByRole("button", { name: /^Rút lại Tiền 500 nghìn đồng/ }));
  await waitFor(() => expect(board(phone)).toEqual([]));
  await again.user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(board(phone)).toEqual([500_000]));
  expect(await screen.findByRole("rowheader", { name: /^Đường hẻm 4\s*Hộ 18/ })).toBeTruthy();
});

test("gifts of households that were recorded before come onto the board by one act", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await phone.wardSays(phone.office, [
    gift(HOUSEHOLDS[0].id, { kind: "cash", quantity: 6_000_000, unit: "đồng", on: "2025-12-01" }),
    gift(HOUSEHOLDS[1].id, { kind: "labour", quantity: 2, unit: "ngày công", on: "2025-12-01" }),
  ]);
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: "Cộng vào bảng của bà con, không nêu hộ" }));
  await waitFor(() => expect(screen.queryByText(/chưa cộng vào bảng/)).toBeNull());
  expect(boardOf(phone)).toMatchObject([
    { name: "Lộ ven kênh", collected: 6_000_000, kinds: [{ kind: "cash" }, { kind: "labour", quantity: 2 }] },
  ]);
});

/** The works as residents read them: nothing about a household is theirs to read. */
function boardOf(phone: MemoryPhone) {
  const open = phone.entries().filter(({ statement: { claims } }) => !isHouseholdId(claims.in ?? claims.sub));
  return worksIn(foldWard(phone.ward, open).records);
}

function board(phone: MemoryPhone): number[] {
  return boardOf(phone).map(({ collected }) => collected);
}

test("a wrong gift is corrected in one act, and the correction undone", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await screen.findByText("Chưa ghi khoản đóng góp nào.");
  await phone.act.say(phone.ward, [
    gift("kp2", { kind: "cash", quantity: 60_000_000, unit: "đồng", on: "2026-03-01" }),
  ]);
  await user.click(await screen.findByRole("button", { name: "Sửa Tiền 60 triệu đồng, Lộ ven kênh" }));
  const wrong = phone.entries().at(-1)?.statement.claims.jti;
  expect(screen.getByRole("heading", { name: "Sửa khoản đóng góp" })).toBe(document.activeElement);
  const quantity = screen.getByRole("textbox", { name: "Bao nhiêu" });
  await user.clear(quantity);
  await user.type(quantity, "6.000.000");
  await user.click(screen.getByRole("button", { name: "Giữ bản sửa" }));
  expect(await screen.findByRole("button", { name: "Sửa Tiền 6 triệu đồng, Lộ ven kênh" })).toBeTruthy();
  expect(lastSaid(phone, 2)).toEqual([
    ["statement.retracted", wrong, { reason: "mistake" }],
    ["contribution.recorded", "kp2", expect.objectContaining({ quantity: 6_000_000, corrects: wrong })],
  ]);
  await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  expect(await screen.findByRole("button", { name: "Sửa Tiền 60 triệu đồng, Lộ ven kênh" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Sửa Tiền 6 triệu đồng, Lộ ven kênh" })).toBeNull();
});

test("an expense is recorded, and taken back", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = renderScreen(phone, <OfficeScreen />, AT);
  await user.click(await screen.findByRole("button", { name: "Ghi khoản chi" }));
  await user.type(screen.getByRole("textbox", { name: /^Số tiền đã chi/ }), "1500000");
  await user.type(screen.getByRole("combobox", { name: /^Cho công trình/ }), "Đèn hẻm");
  await user.click(screen.getByRole("button", { name: "Ghi lại" }));
  await user.click(await screen.findByRole("button", { name: /^Rút lại Chi 1 triệu 500 nghìn đồng/ }));
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Rút lại/ })).toBeNull());
  expect(lastSaid(phone, 2).map(([type]) => type)).toEqual(["spending.recorded", "statement.retracted"]);
});

function gift(sub: string, body: object): Draft {
  return { type: "contribution.recorded", sub, body: { for: "Lộ ven kênh", ...body } };
}

function lastSaid(phone: MemoryPhone, count: number) {
  return phone
    .entries()
    .slice(-count)
    .map(({ statement: { claims } }) => [claims.type, claims.sub, claims.body] as const);
}

function cellsOf(region: HTMLElement, row: string): (string | null)[] {
  const header = within(region).getByRole("rowheader", { name: row });
  const cells = header.closest("tr")?.querySelectorAll("td") ?? [];
  return [...cells].map(({ textContent }) => textContent);
}

test("residents read what was collected and spent for their khu phố and the ward, and no name", async () => {
  const phone = await handbookPhone();
  await phone.wardSays(phone.office, [
    gift("kp2/t07", { kind: "cash", quantity: 6_000_000, unit: "đồng" }),
    gift("kp2", { kind: "land", quantity: 600, unit: "m²", worth: 120_000_000 }),
    { ...gift("kp9", { kind: "cash", quantity: 9_000_000, unit: "đồng", for: "Việc của nơi khác" }) },
    { ...gift(HOUSEHOLDS[0].id, { kind: "cash", quantity: 1_000_000, unit: "đồng", for: "Riêng một hộ" }) },
    {
      ...gift(phone.ward, { kind: "labour", quantity: 20, unit: "ngày công", for: "Dọn kênh" }),
      personal: { by: "Bà Tám" },
    },
    {
      type: "spending.recorded",
      sub: "kp2",
      body: { for: "Lộ ven kênh", amount: 4_500_000, on: "2026-04-02" },
    },
  ]);
  renderAt(phone, "/so-tay/phuong-3/kp2", <HandbookCover />);
  expect(
    await screen.findByText(
      "Đã góp 6 triệu đồng · đã chi 4 triệu 500 nghìn đồng · còn 1 triệu 500 nghìn đồng",
    ),
  ).toBeTruthy();
  expect(screen.getByText("Đất: 600 m² (quy ra 120 triệu đồng)")).toBeTruthy();
  expect(screen.getByText("Công: 20 ngày công")).toBeTruthy();
  expect(screen.queryByText(/Bà Tám|Riêng một hộ|Việc của nơi khác/)).toBeNull();
});
