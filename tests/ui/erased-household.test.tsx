import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Household } from "../../src/ui/household/Household.tsx";
import { TwoPledges } from "../../src/ui/household/TwoPledges.tsx";
import { SendLink } from "../../src/ui/link/SendLink.tsx";
import { HouseholdInfo } from "../../src/ui/listing/HouseholdInfo.tsx";
import { NewHousehold } from "../../src/ui/listing/NewHousehold.tsx";
import { OwnScreen } from "../../src/ui/own/OwnScreen.tsx";
import { Pledge } from "../../src/ui/pledge/Pledge.tsx";
import { PrintPledge } from "../../src/ui/print/PrintPledge.tsx";
import { PrintRound } from "../../src/ui/print/PrintRound.tsx";
import { Receipt } from "../../src/ui/receipt/Receipt.tsx";
import { Round } from "../../src/ui/round/Round.tsx";
import { demoPhone, EVENING, HOUSEHOLDS, pledgeOf } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh, bay] = HOUSEHOLDS;

/** Hộ 18, to which somebody promised to come back just now, and whose data were then erased. */
async function erasedPhone() {
  const phone = await demoPhone();
  const promise = { outcome: "comeBack", at: EVENING + 600 };
  await phone.wardSays(phone.office, [
    { type: "visit.logged", sub: anh.id, body: promise, personal: { note: "Gọi cổng sau" } },
    { type: "data.erased", sub: anh.id, body: {} },
  ]);
  return phone;
}

test("stands last in its tổ without a name, is counted still, and is not where to go next", async () => {
  renderScreen(await erasedPhone(), <Round />, { at: "/di-ho" });
  const next = await screen.findByRole("link", { name: /^Nên đi tiếp/ });
  expect(next.getAttribute("href")).not.toBe(`/ho/${anh.id}`);
  expect(screen.queryByText(/lịch hẹn hôm nay|Hôm nay có/)).toBeNull();
  const own = await screen.findByRole("link", { name: /^Hộ không số, tổ 7: đã xoá thông tin theo yêu cầu/ });
  expect(own.getAttribute("href")).toBe(`/ho/${anh.id}`);
  expect(document.body.textContent).not.toContain(anh.head);
  expect(document.body.textContent).not.toContain("Gọi cổng sau");
});

test("its page says so, and takes nothing more that would be erased, too", async () => {
  const phone = await erasedPhone();
  renderScreen(phone, <Household id={anh.id} />);
  expect(
    await screen.findByText(/^Thông tin cá nhân của hộ đã được xoá theo yêu cầu. Máy không còn biết/),
  ).toBeDefined();
  expect(screen.queryByText(/^Hẹn lại, chưa định giờ/)).toBeNull();
  for (const name of ["Ký cam kết", "Phát sổ tay", "Vắng nhà", "Ghi ý kiến của hộ", "Đề nghị khen hộ này"]) {
    expect(screen.queryByRole("button", { name })).toBeNull();
  }
  expect(screen.queryByRole("link", { name: "Gửi cho hộ tự ký" })).toBeNull();
  const diary = within(screen.getByRole("region", { name: "Nhật ký" }));
  expect(diary.getByText(/^Hẹn lại/)).toBeDefined();
});

test("asks nobody to meet it, prints no pledge for it, and lets nothing be written where it would be erased, too", async () => {
  const phone = await demoPhone();
  const pledge = pledgeOf(anh.id);
  await phone.wardSays(phone.office, [
    { ...pledge, body: { ...pledge.body, medium: "link" } },
    { type: "data.erased", sub: anh.id, body: {} },
  ]);
  const page = renderScreen(phone, <Household id={anh.id} />);
  expect(await screen.findByText(/^Đã ký cam kết/)).toBeDefined();
  expect(screen.queryByText("Hộ tự ký trên máy của hộ, chưa gặp")).toBeNull();
  expect(screen.queryByRole("link", { name: "In bản cam kết" })).toBeNull();
  page.unmount();
  renderScreen(phone, <HouseholdInfo id={anh.id} />);
  expect(await screen.findByText(/Hộ muốn tham gia lại thì thêm như một hộ mới/)).toBeDefined();
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.queryByRole("button", { name: "Chuyển sang tổ khác" })).toBeNull();
  expect(screen.getByRole("button", { name: "Hộ không còn ở đây" })).toBeDefined();
});

test("no pledge is begun there, nor does a paper list of the tổ have a line of it", async () => {
  const phone = await erasedPhone();
  const form = renderScreen(phone, <Pledge id={anh.id} onKept={() => undefined} />, {
    at: `/ho/${anh.id}/ky`,
  });
  await waitFor(() => expect(form.where()).toBe(`/ho/${anh.id}`));
  form.unmount();
  renderScreen(phone, <PrintRound area="kp2/t07" />);
  expect(await screen.findByText(bay.head)).toBeDefined();
  expect(screen.queryByText("chưa rõ tên")).toBeNull();
});

const ERASED = /^Thông tin cá nhân của hộ đã được xoá theo yêu cầu. Máy không còn biết đây là nhà nào/;

/** Hộ 18, signed twice, and then erased, with the pages by which somebody went on there. */
async function pledgedAndErased() {
  const phone = await demoPhone();
  const [pledge = ""] = await phone.wardSays(phone.office, [
    pledgeOf(anh.id),
    pledgeOf(anh.id),
    { type: "data.erased", sub: anh.id, body: {} },
  ]);
  return { phone, pledge };
}

test("a link that was given to it before is shown no more: its page says why, and makes none", async () => {
  const phone = await demoPhone();
  const { user } = renderScreen(phone, <SendLink id={anh.id} />);
  await user.click(await screen.findByRole("button", { name: "Tạo đường dẫn" }));
  await screen.findByRole("figure", { name: "Mã QR của đường dẫn" });
  await phone.wardSays(phone.office, [{ type: "data.erased", sub: anh.id, body: {} }]);
  expect(await screen.findByText(ERASED)).toBeDefined();
  expect(screen.getByText("Đường dẫn đã đưa cho hộ trước đây không còn mở được nữa.")).toBeDefined();
  expect(screen.queryByRole("figure")).toBeNull();
  expect(screen.getByRole("main").querySelector("a, button")).toBeNull();
});

test.each([
  ["in", () => <PrintPledge id={anh.id} pledge={undefined} />],
  ["in/…", (pledge: string) => <PrintPledge id={anh.id} pledge={pledge} />],
  ["hai-ban", () => <TwoPledges id={anh.id} />],
])("/ho/…/%s says what its own page says, and has nothing to fill in, print or choose", async (_, page) => {
  const { phone, pledge } = await pledgedAndErased();
  renderScreen(phone, page(pledge));
  expect(await screen.findByText(ERASED)).toBeDefined();
  expect(screen.getByRole("main").querySelector("a, button, section")).toBeNull();
  expect(screen.getByRole("link", { name: "Quay lại" }).getAttribute("href")).toBe(`/ho/${anh.id}`);
});

test("its receipt leads to its page, which leads to neither receipt nor two pledges", async () => {
  const { phone, pledge } = await pledgedAndErased();
  const { where, unmount } = renderScreen(phone, <Receipt id={anh.id} pledge={pledge} />);
  await waitFor(() => expect(where()).toBe(`/ho/${anh.id}`));
  unmount();
  renderScreen(phone, <Household id={anh.id} />);
  expect(await screen.findByText(/^Đã ký cam kết/)).toBeDefined();
  expect(screen.queryByRole("link", { name: "Xem biên nhận" })).toBeNull();
  expect(screen.queryByRole("link", { name: "Xem hai bản cam kết" })).toBeNull();
});

test("no household is parted from it, and of what was said there only taking back is left", async () => {
  const phone = await demoPhone();
  await phone.act.say(phone.ward, [{ type: "visit.logged", sub: anh.id, body: { outcome: "absent" } }]);
  await phone.wardSays(phone.office, [{ type: "data.erased", sub: anh.id, body: {} }]);
  const form = renderScreen(phone, <NewHousehold />, { at: `/danh-sach/them?tu=${anh.id}` });
  expect(await screen.findByText(ERASED)).toBeDefined();
  expect(screen.queryByRole("textbox")).toBeNull();
  form.unmount();
  const { user } = renderScreen(phone, <Household id={anh.id} />);
  await user.click(await screen.findByRole("button", { name: /^Sửa/ }));
  const sheet = within(await screen.findByRole("dialog"));
  expect(await sheet.findByText(/không ghi thêm gì ở đây/)).toBeDefined();
  expect(sheet.queryByRole("textbox")).toBeNull();
  await user.click(sheet.getByRole("button", { name: /^Lấy lại/ }));
  await waitFor(() => expect(phone.entries().at(-1)?.statement.claims.type).toBe("statement.retracted"));
});

test("on its own phone nothing is left to sign or to ask for, and it is said how to join again", async () => {
  const self = {
    personName: "",
    deviceName: "Điện thoại của hộ",
    role: "household",
    areas: [anh.area],
  } as const;
  const phone = await demoPhone({ self, households: [anh] });
  renderScreen(phone, <OwnScreen />);
  expect(await screen.findByRole("link", { name: "Đọc và ký cam kết" })).toBeDefined();
  await phone.wardSays(phone.office, [{ type: "data.erased", sub: anh.id, body: {} }]);
  expect(await screen.findByText("Dữ liệu của hộ đã được xoá theo yêu cầu")).toBeDefined();
  const main = within(screen.getByRole("main"));
  expect(main.getAllByRole("link").map((link) => link.textContent)).toEqual(["Đọc quy ước"]);
  expect(main.queryByRole("button")).toBeNull();
});

test("of one of which only a pledge's words were erased all goes on", async () => {
  const phone = await demoPhone();
  const pledge = { ...pledgeOf(bay.id), jti: phone.newId() };
  await phone.wardSays(phone.office, [
    pledge,
    { type: "data.erased", sub: bay.id, body: { statements: [pledge.jti] } },
  ]);
  renderScreen(phone, <Household id={bay.id} />);
  expect(await screen.findByText("Thông tin cá nhân của hộ đã được xoá theo yêu cầu.")).toBeDefined();
  expect(screen.getByRole("button", { name: "Vắng nhà" })).toBeDefined();
});
