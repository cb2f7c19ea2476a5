import { cleanup, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { Signing } from "../../src/ui/pledge/Signing.tsx";
import { demoPhone, EVENING, HOUSEHOLDS, pledgeOf } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;
const TOLD = "Bản cam kết này vừa được lưu ở trang khác";
const keyOf = ({ ward }: MemoryPhone) => `pledge/${ward}/${anh.id}`;

/** The first step, with an item ticked. */
async function open(phone: MemoryPhone) {
  const opened = renderScreen(phone, <Signing id={anh.id} />);
  await opened.user.click(await screen.findByRole("checkbox", { name: /^Treo cờ/ }));
  await waitFor(() => expect(phone.drafts().size).toBe(1));
  return opened;
}

/** Another page of this phone signs what is half filled in. */
const saveElsewhere = (phone: MemoryPhone) => phone.act.say(phone.ward, [pledgeOf(anh.id)], keyOf(phone));

test("a pledge that another page has saved meanwhile is told as such, and leads to the household", async () => {
  const phone = await demoPhone();
  await open(phone);
  cleanup();
  // This one has written nothing itself.
  const { where, user } = renderScreen(phone, <Signing id={anh.id} />);
  expect(await screen.findByRole("checkbox", { name: /^Treo cờ/ })).toHaveProperty("checked", true);
  const said = await saveElsewhere(phone);
  expect((await screen.findByRole("alert")).textContent).toContain(TOLD);
  expect(screen.queryByRole("checkbox")).toBeNull();
  // It may be taken back there: then there is something to sign again.
  await phone.act.retract(phone.ward, (said.ok && said.value[0]) || "", anh.id);
  expect(await screen.findByRole("checkbox", { name: /^Treo cờ/ })).toBeDefined();
  await phone.act.keepDraft(keyOf(phone), { step: 1 });
  await saveElsewhere(phone);
  await user.click(await screen.findByRole("link", { name: "Xem trang của hộ" }));
  await waitFor(() => expect(where()).toBe(`/ho/${anh.id}`));
});

test("so is one in which something was written here too", async () => {
  const phone = await demoPhone();
  await open(phone);
  await saveElsewhere(phone);
  expect((await screen.findByRole("alert")).textContent).toContain(TOLD);
});

test("what another phone has signed takes nothing away of what is half filled in here", async () => {
  const phone = await demoPhone();
  const { user } = await open(phone);
  const tu = await phone.addSpeaker({ personName: "Anh Tư", areas: ["kp2"] });
  await phone.wardSays(tu, [pledgeOf(anh.id)], EVENING);
  await user.click(screen.getByRole("checkbox", { name: /^Nộp thuế/ }));
  await waitFor(() => expect(phone.drafts().get(keyOf(phone))).toMatchObject({ agreed: ["flag", "tax"] }));
  expect(screen.queryByText(TOLD)).toBeNull();
});

test("whoever starts over where the household signed before is not told that it was saved", async () => {
  const phone = await demoPhone();
  await phone.act.say(phone.ward, [pledgeOf(anh.id)]);
  const { user } = renderScreen(phone, <Signing id={anh.id} />, { at: `/ho/${anh.id}/ky?lai` });
  await user.click(await screen.findByRole("checkbox", { name: /^Treo cờ/ }));
  await waitFor(() => expect(phone.drafts().size).toBe(1));
  await user.click(screen.getByRole("button", { name: "Bỏ, ghi lại từ đầu" }));
  await waitFor(() => expect(phone.drafts().size).toBe(0));
  expect(await screen.findByRole("checkbox", { name: /^Treo cờ/ })).toHaveProperty("checked", false);
  expect(screen.queryByText(TOLD)).toBeNull();
});

test("one's own pledge is not told as another page's, not for a moment", async () => {
  const phone = await demoPhone();
  const { user } = await open(phone);
  await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
  await user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
  await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
  await waitFor(() => expect(phone.drafts().get(keyOf(phone))).toMatchObject({ step: 3 }));
  cleanup();
  const signed = { ...(phone.drafts().get(keyOf(phone)) as object), strokes: [[20, 120, 60, 40, 100, 130]] };
  await phone.act.keepDraft(keyOf(phone), signed);
  const again = renderScreen(phone, <Signing id={anh.id} />);
  const told: boolean[] = [];
  const watch = new MutationObserver(() => told.push(screen.queryByText(TOLD) !== null));
  watch.observe(document.body, { childList: true, subtree: true });
  await again.user.click(await screen.findByRole("button", { name: "Lưu cam kết" }));
  expect(await screen.findByRole("heading", { name: "Đã ký cam kết" })).toBeDefined();
  watch.disconnect();
  expect(told).not.toContain(true);
});
