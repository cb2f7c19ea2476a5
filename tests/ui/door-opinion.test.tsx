import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { personalOf } from "../../src/domain/statement.ts";
import { Household } from "../../src/ui/household/Household.tsx";
import { Walk } from "../../src/ui/walk/Walk.tsx";
import { DAY, demoPhone, EVENING, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;

const said = (phone: MemoryPhone) =>
  phone
    .entries()
    .filter(({ standing }) => standing === "unsent")
    .map(({ statement }) => ({ ...statement.claims, personal: personalOf(statement) }));

test("what a household says at its door is kept with what it is and who said it, and undone at a tap", async () => {
  const phone = await demoPhone();
  const { user } = renderScreen(phone, <Household id={anh.id} />);
  await user.click(await screen.findByRole("button", { name: "Ghi ý kiến của hộ" }));
  const sheet = within(await screen.findByRole("dialog", { name: "Ghi ý kiến của hộ" }));
  await user.click(sheet.getByRole("button", { name: "Gửi góp ý" }));
  expect(sheet.getByRole("alert").textContent).toMatch(/Chưa có chữ nào/);
  await user.type(sheet.getByRole("textbox", { name: "Ý kiến của bà con" }), "Đèn hẻm 4 hay tắt.");
  await user.type(sheet.getByRole("textbox", { name: /^Tên/ }), "Chị Ánh");
  await user.selectOptions(sheet.getByRole("combobox", { name: /^Đây là/ }), "Phản ánh");
  // Whether it may be printed is asked, and never ticked before.
  expect(sheet.getByRole("checkbox")).toHaveProperty("checked", false);
  await user.click(sheet.getByRole("button", { name: "Gửi góp ý" }));
  await waitFor(() => expect(said(phone)).toHaveLength(1));
  expect(said(phone)[0]).toMatchObject({
    type: "opinion.given",
    sub: anh.id,
    personal: { text: "Đèn hẻm 4 hay tắt.", by: "Chị Ánh" },
  });
  expect(said(phone)[0]?.body).toEqual({ channel: "door", kind: "report" });
  expect(phone.drafts().size).toBe(0);
  await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(said(phone).at(-1)?.type).toBe("statement.retracted"));
});

test("who wrote an opinion down corrects it later, and what was answered stays with it", async () => {
  const phone = await demoPhone();
  await phone.act.say(phone.ward, [
    {
      type: "opinion.given",
      sub: anh.id,
      body: { channel: "door", kind: "report", publish: true },
      personal: { text: "Đèn hẻm 4 hay tắt." },
    },
  ]);
  const [first] = said(phone);
  await phone.wardSays(phone.office, [
    {
      type: "opinion.forwarded",
      sub: first?.jti ?? "",
      in: anh.id,
      body: { to: "Điện lực", on: "2026-11-23" },
    },
  ]);
  phone.setNow(EVENING + DAY);
  const { user } = renderScreen(phone, <Household id={anh.id} />);
  await user.click(
    await screen.findByRole("button", { name: /^Sửa bản ghi/, description: /^Góp ý: Đèn hẻm 4/ }),
  );
  const sheet = within(await screen.findByRole("dialog", { name: "Sửa bản ghi" }));
  const box = sheet.getByRole("textbox", { name: "Lời bà con nói" });
  await user.click(sheet.getByRole("button", { name: "Giữ bản sửa" }));
  expect(sheet.getByRole("alert").textContent).toBe("Chưa có gì khác bản cũ.");
  await user.clear(box);
  await user.click(sheet.getByRole("button", { name: "Giữ bản sửa" }));
  expect(sheet.getByRole("alert").textContent).toMatch(/Chưa có chữ nào/);
  await user.type(box, "Đèn hẻm 5 hay tắt.");
  await user.click(sheet.getByRole("button", { name: "Giữ bản sửa" }));
  await waitFor(() => expect(said(phone)).toHaveLength(3));
  expect(said(phone).slice(1)).toMatchObject([
    { type: "statement.retracted", sub: first?.jti },
    {
      type: "opinion.given",
      body: { channel: "door", kind: "report", publish: true, corrects: first?.jti },
      personal: { text: "Đèn hẻm 5 hay tắt." },
    },
  ]);
  const [matters] = await new Promise<readonly { readonly opinions: readonly object[] }[]>((resolve) => {
    const stop = phone.watch.matters(phone.ward)((all) => {
      resolve(all);
      queueMicrotask(() => stop());
    });
  });
  expect(matters?.opinions).toMatchObject([
    { text: "Đèn hẻm 5 hay tắt.", at: EVENING, status: "forwarded", forwarded: { to: "Điện lực" } },
  ]);
});

test("an opinion is taken back from the diary; what a household wrote by itself is its own", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const home = await phone.addSpeaker({ personName: "", role: "household", areas: [anh.area] });
  const opinion = (text: string) => ({
    type: "opinion.given",
    sub: anh.id,
    body: { channel: "app" },
    personal: { text },
  });
  await phone.wardSays(home, [opinion("Lời của hộ")], EVENING - DAY);
  await phone.act.say(phone.ward, [opinion("Ghi nhầm nhà")]);
  phone.setNow(EVENING + DAY);
  const { user } = renderScreen(phone, <Household id={anh.id} />);
  await user.click(await screen.findByRole("button", { name: /^Sửa bản ghi/, description: /Ghi nhầm nhà/ }));
  expect(screen.queryByRole("button", { name: /^Sửa bản ghi/, description: /Lời của hộ/ })).toBeNull();
  await user.click(await screen.findByRole("button", { name: /^Lấy lại/ }));
  await waitFor(() => expect(said(phone).at(-1)).toMatchObject({ type: "statement.retracted" }));
});

test("what is said at a tổ's meeting is of the tổ, and is offered where one tổ is chosen", async () => {
  const phone = await demoPhone();
  const { user } = renderScreen(phone, <Walk part="hop" />);
  await screen.findByRole("button", { name: /^Tổ 7/ });
  expect(screen.queryByRole("button", { name: "Ghi ý kiến của buổi họp" })).toBeNull();
  await user.click(screen.getByRole("button", { name: /^Tổ 7/ }));
  await user.click(await screen.findByRole("button", { name: "Ghi ý kiến của buổi họp" }));
  const sheet = within(await screen.findByRole("dialog", { name: "Ghi ý kiến của buổi họp" }));
  await user.type(sheet.getByRole("textbox", { name: "Ý kiến của bà con" }), "Xin thêm đèn đường.");
  await user.click(sheet.getByRole("button", { name: "Gửi góp ý" }));
  await waitFor(() => expect(said(phone)).toHaveLength(1));
  expect(said(phone)[0]).toMatchObject({
    type: "opinion.given",
    sub: "kp2/t07",
    body: { channel: "meeting" },
  });
});
