import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { Household } from "../../src/ui/household/Household.tsx";
import { HouseholdInfo } from "../../src/ui/listing/HouseholdInfo.tsx";
import { Pledge } from "../../src/ui/pledge/Pledge.tsx";
import { PrintRound } from "../../src/ui/print/PrintRound.tsx";
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
