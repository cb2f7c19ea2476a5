import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { DAY, demoPhone, EVENING, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;
const MATTERS = [
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
    type: "request.answered",
    answers: [
      { body: { outcome: "done" }, personal: { text: "Đã sửa thành 12/5." } },
      { body: { outcome: "refused" }, personal: { text: "Sổ đỏ ghi 12." } },
    ],
    heading: "1 yêu cầu có câu trả lời khác nhau",
    link: "Xem yêu cầu có câu trả lời khác nhau",
  },
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
    type: "opinion.answered",
    answers: [
      { body: { status: "answered" }, personal: { answer: "Đã sửa thành 12/5." } },
      { body: { status: "done" }, personal: { answer: "Sổ đỏ ghi 12." } },
    ],
    heading: "1 ý kiến",
    link: "Xem ý kiến có câu trả lời khác nhau",
  },
] as const;

/** Two devices of the office have answered without hearing of each other; a third one opens the page. */
async function answeredTwice({ given, type, answers }: (typeof MATTERS)[number]) {
  const phone = await demoPhone({ self: OFFICE });
  const by = await phone.addSpeaker({ personName: "", role: "household", areas: [anh.area] });
  const tam = await phone.addSpeaker({ personName: "Ngô Văn Tám", role: "office", areas: [] });
  const chin = await phone.addSpeaker({ personName: "Võ Thị Chín", role: "office", areas: [] });
  const [about = ""] = await phone.wardSays(by, [given], EVENING - 2 * DAY);
  const said = (which: 0 | 1) => {
    const { body, personal } = answers[which];
    return { type, sub: about, in: anh.id, body: { ...body, over: [] }, personal };
  };
  const [second = ""] = await phone.wardSays(chin, [said(1)], EVENING - 3600);
  // It was given first, and comes last: its device had no coverage.
  const [first = ""] = await phone.wardSays(tam, [said(0)], EVENING - 7200, EVENING);
  const ownWords = () =>
    phone
      .entries()
      .filter(({ standing, statement }) => standing === "unsent" && statement.claims.type === type)
      .map(({ statement }) => statement.claims.body);
  return { phone, about, first, second, ownWords };
}

describe.each(MATTERS)("two answers to $what that crossed", (one) => {
  test("are told where it stands, by whom, when, and which of them is read", async () => {
    const { phone } = await answeredTwice(one);
    const { user } = renderScreen(phone, <OfficeScreen />, { at: one.at });
    expect(await screen.findByRole("heading", { name: one.heading })).toBeTruthy();
    expect(screen.getByText("Câu trả lời khác nhau")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: one.name }));
    const told = within(screen.getByRole("region", { name: "Các câu trả lời khác nhau" }));
    const [early, late] = told.getAllByRole("listitem").map(({ textContent }) => textContent);
    expect(early).toMatch(/^Ngô Văn Tám · hôm nay 16:30.*Đã sửa thành 12\/5\.Giữ câu này$/s);
    expect(late).toMatch(
      /^Võ Thị Chín · hôm nay 17:30.*Sổ đỏ ghi 12\.Người hỏi đang đọc câu này\.Giữ câu này$/s,
    );
  });

  test("are settled by keeping one of them, which then holds, and are told again where that is undone", async () => {
    const { phone, first, second, ownWords } = await answeredTwice(one);
    const { user } = renderScreen(phone, <OfficeScreen />, { at: one.at });
    await user.click(await screen.findByRole("button", { name: one.name }));
    const told = within(screen.getByRole("region", { name: "Các câu trả lời khác nhau" }));
    await user.click(told.getAllByRole("button", { name: "Giữ câu này" })[0] as HTMLElement);
    await waitFor(() => expect(ownWords()).toEqual([{ ...one.answers[0].body, over: [first, second] }]));
    await waitFor(() => expect(screen.queryByText("Câu trả lời khác nhau")).toBeNull());
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    expect(await screen.findByText("Câu trả lời khác nhau")).toBeTruthy();
  });

  test("are settled by a further answer as well", async () => {
    const { phone, first, second, ownWords } = await answeredTwice(one);
    const { user } = renderScreen(phone, <OfficeScreen />, { at: one.at });
    await user.click(await screen.findByRole("button", { name: one.name }));
    const sheet = within(screen.getByRole("dialog"));
    const again = sheet.queryByRole("button", { name: "Trả lời lại" });
    if (again) await user.click(again);
    const done = sheet.queryByRole("radio", { name: "Đã làm xong" });
    if (done) await user.click(done);
    await user.type(await sheet.findByRole("textbox"), "Đã sửa theo sổ đỏ.");
    await user.click(sheet.getByRole("button", { name: "Giữ câu trả lời" }));
    await waitFor(() => expect(ownWords()).toMatchObject([{ over: [first, second] }]));
    await waitFor(() => expect(screen.queryByText("Câu trả lời khác nhau")).toBeNull());
  });

  test("stand among what waits for somebody until then, with the way there", async () => {
    const { phone, about, first, second } = await answeredTwice(one);
    const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong" });
    const words = "1 yêu cầu, ý kiến có câu trả lời khác nhau của hai máy";
    expect(await screen.findByText(words)).toBeTruthy();
    await phone.wardSays(phone.office, [
      { type: one.type, sub: about, in: anh.id, body: { ...one.answers[0].body, over: [first, second] } },
    ]);
    await waitFor(() => expect(screen.queryByText(words)).toBeNull());
    await phone.wardSays(phone.office, [
      { type: one.type, sub: about, in: anh.id, body: { ...one.answers[1].body, over: [first, second] } },
    ]);
    await user.click(await screen.findByRole("link", { name: one.link }));
    expect(await screen.findByRole("button", { name: one.name })).toBeTruthy();
  });
});
