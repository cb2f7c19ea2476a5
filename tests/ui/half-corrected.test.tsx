import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Draft } from "../../src/domain/statement.ts";
import { pledgeDraftKey } from "../../src/phone/drafts/pledge-draft-key.ts";
import { Household } from "../../src/ui/household/Household.tsx";
import { demoPhone, HOUSEHOLDS, pledgeOf } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;
const LINES = [
  {
    said: { type: "visit.logged", sub: anh.id, body: { outcome: "absent" }, personal: { note: "cửa khoá" } },
    box: /^Ghi chú/,
  },
  {
    said: {
      type: "opinion.given",
      sub: anh.id,
      body: { channel: "door" },
      personal: { text: "Đèn hẻm hư", by: "Ánh" },
    },
    box: "Lời bà con nói",
  },
  {
    said: pledgeOf(anh.id),
    box: "Quan hệ với chủ hộ",
  },
] as const satisfies readonly { readonly said: Draft; readonly box: unknown }[];

/** Opens the household's page anew, as after a reload, and there the form of its latest line. */
async function open(phone: MemoryPhone) {
  const { user, unmount } = renderScreen(phone, <Household id={anh.id} />);
  await user.click((await screen.findAllByRole("button", { name: /^Sửa bản ghi/ }))[0]!);
  return { user, unmount, sheet: within(await screen.findByRole("dialog", { name: "Sửa bản ghi" })) };
}

test.each(LINES)(
  "what is half corrected of '$said.type' is found again and goes once it is kept",
  async (line) => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [line.said]);
    const first = await open(phone);
    expect(first.sheet.queryByText("Phần đang sửa chưa vào nhật ký.")).toBeNull();
    await first.user.type(first.sheet.getByRole("textbox", { name: line.box }), ", sửa");
    first.unmount();
    const { user, sheet } = await open(phone);
    expect(await sheet.findByRole("textbox", { name: line.box })).toHaveProperty(
      "value",
      expect.stringMatching(/., sửa$/),
    );
    expect(sheet.getByText("Phần đang sửa chưa vào nhật ký.")).toBeDefined();
    // The household last in its key: an erasure of its data takes it along.
    expect([...phone.drafts().keys()]).toEqual([expect.stringMatching(`/${phone.ward}/${anh.id}$`)]);
    await user.click(sheet.getByRole("button", { name: "Giữ bản sửa" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(phone.drafts().size).toBe(0));
  },
);

test.each(LINES)(
  "what is half corrected of '$said.type' goes at a tap, and by itself where nothing differs in the end",
  async (line) => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [line.said]);
    const { user, sheet } = await open(phone);
    const box = sheet.getByRole<HTMLInputElement>("textbox", { name: line.box });
    const before = box.value;
    await user.type(box, "!");
    await waitFor(() => expect(phone.drafts().size).toBe(1));
    await user.click(sheet.getByRole("button", { name: "Bỏ phần đang sửa" }));
    await waitFor(() => expect(box.value).toBe(before));
    await waitFor(() => expect(phone.drafts().size).toBe(0));
    await user.type(box, "!");
    await user.type(box, "{Backspace}");
    expect(box.value).toBe(before);
    expect(sheet.queryByRole("button", { name: "Bỏ phần đang sửa" })).toBeNull();
    await user.click(sheet.getByRole("button", { name: "Đóng" }));
    await waitFor(() => expect(phone.drafts().size).toBe(0));
  },
);

test("what is half corrected goes with the line when that is taken back", async () => {
  const phone = await demoPhone();
  await phone.act.say(phone.ward, [LINES[0].said]);
  const { user, sheet } = await open(phone);
  await user.type(sheet.getByRole("textbox", { name: /^Ghi chú/ }), " ngoài");
  await waitFor(() => expect(phone.drafts().size).toBe(1));
  await user.click(sheet.getByRole("button", { name: /^Lấy lại/ }));
  await waitFor(() => expect(phone.drafts().size).toBe(0));
});

test("what is half corrected stays where the correction could not be kept", async () => {
  const phone = await demoPhone();
  await phone.act.say(phone.ward, [LINES[0].said]);
  const { user, sheet } = await open(phone);
  await user.type(sheet.getByRole("textbox", { name: /^Ghi chú/ }), " ngoài");
  phone.failSaying("storage");
  await user.click(sheet.getByRole("button", { name: "Giữ bản sửa" }));
  expect((await sheet.findByRole("alert")).textContent).toMatch(/^Trình duyệt không cho giữ/);
  await waitFor(() => expect([...phone.drafts().values()]).toEqual([{ note: "cửa khoá ngoài" }]));
  expect(sheet.getByRole("textbox", { name: /^Ghi chú/ })).toHaveProperty("value", "cửa khoá ngoài");
});

test("a correction to a refusal takes along both itself and the half-filled pledge", async () => {
  const phone = await demoPhone();
  await phone.act.say(phone.ward, [LINES[0].said]);
  await phone.act.keepDraft(pledgeDraftKey(phone.ward, anh.id), { step: 2 });
  const { user, sheet } = await open(phone);
  await user.click(sheet.getByRole("radio", { name: "Chưa đồng ý" }));
  await waitFor(() => expect(phone.drafts().size).toBe(2));
  await user.click(sheet.getByRole("button", { name: "Giữ bản sửa" }));
  await waitFor(() => expect(phone.drafts().size).toBe(0));
});
