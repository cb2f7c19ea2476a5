import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, EVENING, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;
const MATTERS = [
  {
    what: "an opinion",
    at: "/phuong/y-kien",
    given: {
      type: "opinion.given",
      sub: anh.id,
      body: { channel: "door" },
      personal: { text: "Đèn hẻm hay tắt." },
    },
    name: "Đèn hẻm hay tắt.",
    box: "Phường trả lời",
    answer: {
      type: "opinion.answered",
      body: { status: "answered" },
      personal: { answer: "Đã báo điện lực." },
    },
  },
  {
    what: "a request",
    at: "/phuong/yeu-cau-du-lieu",
    given: {
      type: "request.made",
      sub: anh.id,
      body: { kind: "correct" },
      personal: { text: "Số nhà 12/5" },
    },
    name: "Sửa chỗ ghi sai",
    box: "Lời trả lời",
    answer: { type: "request.answered", body: { outcome: "done" }, personal: { text: "Đã báo điện lực." } },
  },
] as const;

/** The form in which it is answered, with some words in it; `answer` says other ones in another page of this device. */
async function open({ at, given, name, box, answer }: (typeof MATTERS)[number]) {
  const phone = await demoPhone({ self: OFFICE });
  const by = await phone.addSpeaker({ personName: "", role: "household", areas: [anh.area] });
  const [about = ""] = await phone.wardSays(by, [given], EVENING);
  const drawn = renderScreen(phone, <OfficeScreen />, { at });
  await drawn.user.click(await screen.findByRole("button", { name }));
  const sheet = within(screen.getByRole("dialog"));
  const start = sheet.queryByRole("button", { name: "Trả lời" });
  if (start) await drawn.user.click(start);
  const done = sheet.queryByRole("radio", { name: "Đã làm xong" });
  if (done) await drawn.user.click(done);
  const text = await sheet.findByRole<HTMLTextAreaElement>("textbox", { name: box });
  await drawn.user.type(text, "Mai thợ tới sửa.");
  await waitFor(() => expect(phone.drafts().size).toBe(1));
  const [key = ""] = [...phone.drafts().keys()];
  const answers = () => phone.entries().filter(({ statement }) => statement.claims.type === answer.type);
  return {
    phone,
    sheet,
    text,
    answers,
    answer: () => phone.act.say(phone.ward, [{ ...answer, sub: about, in: anh.id }], key),
    ...drawn,
  };
}

test.each(MATTERS)(
  "what another page has answered first is told of $what, and what is half written stays",
  async (one) => {
    const { phone, sheet, text, answers, answer, user } = await open(one);
    await answer();
    const told = await sheet.findByRole("alert");
    expect(told.textContent).toMatch(/^Đã có người trả lời trước/);
    expect(screen.getByRole("dialog").textContent).toContain("Đã báo điện lực.");
    // Nothing is answered twice by a tap that was meant before that was read.
    expect(sheet.queryByRole("button", { name: "Giữ câu trả lời" })).toBeNull();
    expect(text.value).toBe("Mai thợ tới sửa.");
    await waitFor(() => expect(JSON.stringify([...phone.drafts().values()])).toContain("Mai thợ tới sửa."));
    await user.type(text, " Cảm ơn.");
    expect(text.value).toBe("Mai thợ tới sửa. Cảm ơn.");
    expect(answers()).toHaveLength(1);
    await user.click(sheet.getByRole("button", { name: "Đã đọc, trả lời lại" }));
    expect(sheet.queryByRole("alert")).toBeNull();
    await user.click(sheet.getByRole("button", { name: "Giữ câu trả lời" }));
    await waitFor(() => expect(answers()).toHaveLength(2));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(phone.drafts().size).toBe(0);
  },
);

test.each(MATTERS)("an answer of one's own to $what is none that came first", async (one) => {
  const { phone, sheet, user } = await open(one);
  const alerts: string[] = [];
  const watch = new MutationObserver(() =>
    alerts.push(...screen.queryAllByRole("alert").map(({ textContent }) => textContent ?? "")),
  );
  watch.observe(document.body, { childList: true, subtree: true });
  await user.click(sheet.getByRole("button", { name: "Giữ câu trả lời" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  watch.disconnect();
  expect(alerts).toEqual([]);
  expect(phone.drafts().size).toBe(0);
});

test.each(MATTERS)("half an answer to $what stays in the phone where it could not be kept", async (one) => {
  const { phone, sheet, user } = await open(one);
  phone.failSaying("storage");
  await user.click(sheet.getByRole("button", { name: "Giữ câu trả lời" }));
  expect((await sheet.findByRole("alert")).textContent).toMatch(/^Trình duyệt/);
  expect(JSON.stringify([...phone.drafts().values()])).toContain("Mai thợ tới sửa.");
});
