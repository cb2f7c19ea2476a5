import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Draft } from "../../src/domain/statement.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { newId } from "./memory-phone.ts";
import { CAMPAIGN, DAY, demoPhone, EVENING, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

const [first, second, third] = HOUSEHOLDS;

test("while the ward is being fetched no figures are shown, and nobody says that no campaign runs", async () => {
  const phone = await demoPhone({ self: OFFICE, campaign: false });
  phone.setSending({ whole: false, fetching: { got: 3000, of: 41_000 }, lastSuccess: null });
  renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
  expect(await screen.findByRole("heading", { level: 1, name: "Phường 3 · đang lấy dữ liệu" })).toBeTruthy();
  expect(
    (await screen.findByRole("progressbar", { name: "Đã lấy 3.000 trên 41.000 bản ghi" })).getAttribute(
      "value",
    ),
  ).toBe("3000");
  expect(screen.queryByText(/Chưa mở đợt cam kết/)).toBeNull();
  expect(screen.queryByRole("table")).toBeNull();
  act(() => phone.setSending({ fetching: null, reached: false }));
  expect(await screen.findByText("Mới lấy được một phần của phường")).toBeTruthy();
  act(() => phone.setSending({ whole: true }));
  expect(await screen.findByRole("table")).toBeTruthy();
  expect(screen.getByRole("heading", { level: 1, name: /Chưa mở đợt cam kết nào/ })).toBeTruthy();
});

test("the table says how many of those not met were erased, and nothing where none was", async () => {
  const phone = await demoPhone({ self: OFFICE });
  renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
  await screen.findByText(/cộng lại bằng số hộ/);
  expect(screen.queryByText(/đã xoá dữ liệu/)).toBeNull();
  await phone.wardSays(phone.office, [{ type: "data.erased", sub: first.id, body: {} }]);
  expect(
    await screen.findByText("Trong “Chưa gặp” có 1 hộ đã xoá dữ liệu theo yêu cầu, không còn phải tới."),
  ).toBeTruthy();
});

test("the curves tell how far the campaign has come, beside the same day of the one before", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const before = EVENING - 365 * DAY;
  await phone.wardSays(
    phone.office,
    [
      {
        ...CAMPAIGN,
        sub: "2025",
        body: { ...CAMPAIGN.body, from: "2025-10-01", to: "2025-12-31", title: "Đợt 2025" },
      },
    ],
    before,
  );
  await phone.wardSays(phone.office, [visited(second.id), visited(third.id)], before);
  await phone.wardSays(phone.office, [visited(first.id)], EVENING - 2 * DAY);
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
  expect(
    await screen.findByRole("img", {
      name: "Đến ngày thứ 54 đã đến 1 trên 4 hộ. Cùng ngày đợt trước: 2 hộ.",
    }),
  ).toBeTruthy();
  expect(screen.getByText(/Đợt trước: Đợt 2025/)).toBeTruthy();
  await user.click(screen.getByText("Số từng ngày"));
  const days = await screen.findByRole("region", { name: /^Bảng số từng ngày/ });
  expect(cellsOf(days, "22/11/2026")).toEqual(["1", "0", "0", "0"]);
  expect(cellsOf(days, "20/11/2026")).toEqual(["0", "0", "0", "0"]);
  await user.click(screen.getByText("Theo khu phố"));
  const places = await screen.findByRole("region", { name: /^Bảng theo nơi/ });
  expect(cellsOf(places, "Khu phố 2")).toEqual(["4", "1 (trước: 2)", "0 (trước: 0)", "0 (trước: 0)"]);
  await user.selectOptions(screen.getByRole("combobox", { name: "Xem của" }), "kp2/t08");
  expect(await screen.findByRole("img", { name: /đã đến 0 trên 1 hộ/ })).toBeTruthy();
});

test("what is laid out when somebody comes near it holds no field, for whose sake a browser would lay it out at once", async () => {
  const phone = await demoPhone({ self: OFFICE });
  renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
  const table = await screen.findByRole("table");
  const later = table.closest(".office-below")!;
  expect(later.querySelector("input, select, textarea")).toBeNull();
  // Its room is kept until then.
  const wall = screen.getByRole("img", { name: /^Khu phố 2/ }).parentElement!;
  expect(wall.style.aspectRatio).toMatch(/^480 \/ \d+0$/);
});

test("each thing that waits leads to the act that settles it", async () => {
  const phone = await demoPhone({ self: OFFICE });
  await phone.wardSays(
    phone.office,
    [{ type: "visit.logged", sub: second.id, body: { outcome: "comeBack", at: EVENING - 20 * DAY } }],
    EVENING - 21 * DAY,
  );
  const consent = phone.newId();
  for (const by of [phone.office, await phone.addSpeaker({ personName: "Chú Ba", areas: ["kp2"] })])
    await phone.wardSays(by, [signed(first.id, consent)]);
  const kid = (await phone.addSpeaker({ personName: "Cô Sáu", areas: ["kp2"] })).kid;
  phone.setStandings([
    {
      device: kid,
      highest: 3,
      missing: [],
      missingCount: 0,
      sentAt: EVENING - 9 * DAY,
      heardAt: EVENING - 9 * DAY,
      version: "0.1.0",
      clockOffset: 0,
      revoked: false,
      copied: false,
    },
  ]);
  phone.setNow(EVENING + 5 * DAY);
  renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
  const settle = await screen.findByRole("link", { name: "Chọn bản cam kết của Hộ 18 · Nguyễn Thị Ánh" });
  expect(settle.getAttribute("href")).toBe(`/ho/${first.id}/hai-ban`);
  const late = screen.getByRole("link", { name: "Hộ 19 · Trần Văn Bảy · quá hẹn 25 ngày" });
  expect(late.getAttribute("href")).toBe(`/ho/${second.id}`);
  const silent = await screen.findByRole("link", { name: /Cô Sáu.* · 5 ngày$/ });
  expect(silent.getAttribute("href")).toBe("/phuong/thiet-bi");
});

test("every tổ of a large ward comes to stand in the table, and is found in it", async () => {
  const [known] = HOUSEHOLDS;
  const many = Array.from({ length: 60 }, (_, at) => ({ ...known, id: newId(), area: `kp2/t${at + 1}` }));
  const phone = await demoPhone({ self: OFFICE, households: many });
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
  const table = await screen.findByRole("table");
  const areas = () => within(table).getAllByRole("rowheader").length;
  // The khu phố, its tổ, and the sum.
  await waitFor(() => expect(areas()).toBe(62));
  await user.click(within(table).getByRole("button", { name: /Khu phố 2/ }));
  await waitFor(() => expect(areas()).toBe(2));
});

function visited(household: string): Draft {
  return { type: "visit.logged", sub: household, body: { outcome: "absent" } };
}

function signed(household: string, consent: string): Draft {
  const body = { campaign: "2026", edition: 4, agreed: ["flag"], declined: [], medium: "screen", consent };
  return {
    type: "pledge.signed",
    sub: household,
    body,
    personal: { signer: "Người Thử", relation: "head", strokes: "M0 0 L9 9" },
  };
}

function cellsOf(region: HTMLElement, row: string): (string | null)[] {
  const header = within(region).getByRole("rowheader", { name: row });
  const cells = header.closest("tr")?.querySelectorAll("td") ?? [];
  return [...cells].map(({ textContent }) => textContent);
}
