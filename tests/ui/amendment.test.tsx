import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { personalOf } from "../../src/domain/statement.ts";
import { readOwnOpinions } from "../../src/phone/api/own-opinions.ts";
import { Household } from "../../src/ui/household/Household.tsx";
import { HandbookCover } from "../../src/ui/handbook/HandbookCover.tsx";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { handbookPhone } from "./handbook-ward.ts";
import { newId, type MemoryPhone } from "./memory-phone.ts";
import { renderAt } from "./render-at.tsx";
import { renderScreen } from "./render-screen.tsx";

const ID = newId();
const DRAFT = {
  title: "Quy ước khu phố 2 (dự thảo)",
  chapters: [{ title: "Môi trường", articles: [{ number: 11, title: "Rác", text: "Đổ rác từ 18 giờ." }] }],
};

/** Steps of one file, said by the office. The phone's day is 23/11/2026. */
async function said(phone: MemoryPhone, ...steps: readonly (readonly [string, string, object?])[]) {
  const opened = {
    type: "amendment.opened",
    sub: ID,
    in: "kp2",
    body: { covenant: "kp2", kind: "change", title: "Giờ đổ rác" },
  };
  const drafts = steps.map(([step, date, figures = {}]) => ({
    type: "amendment.stepped",
    sub: ID,
    in: "kp2",
    body: { step, date, figures, ...(step === "posting" ? { draft: DRAFT } : {}) },
  }));
  await phone.wardSays(phone.office, [opened, ...drafts]);
}

const COVENANT = {
  type: "covenant.published",
  sub: "kp2",
  body: {
    covenant: "kp2",
    edition: 4,
    title: "Quy ước khu phố 2",
    recognition: { number: "1527/QĐ-UBND", date: "2022-10-14", authority: "UBND thị xã Kiến Tường" },
    inForce: "2022-10-14",
    chapters: DRAFT.chapters,
  },
};
const POSTED = [
  ["proposal", "2026-10-01", { by: "head", front: true }],
  ["posting", "2026-10-10", { house: true }],
] as const;
const CALLED = [
  ...POSTED,
  ["opinions", "2026-11-10", { app: 1 }],
  ["notice", "2026-11-18", { meetingDate: "2026-11-22", documents: true, clusters: 1 }],
] as const;

async function open(...steps: Parameters<typeof said> extends [unknown, ...infer Rest] ? Rest : never) {
  const phone = await demoPhone({ self: OFFICE });
  await said(phone, ...steps);
  const drawn = renderScreen(phone, <OfficeScreen />, { at: `/phuong/sua-doi/${ID}` });
  await screen.findByRole("heading", { name: "Giờ đổ rác" });
  const own = () =>
    phone
      .entries()
      .filter(({ standing }) => standing === "unsent")
      .map(({ statement }) => ({ ...statement.claims, personal: personalOf(statement) }));
  return { phone, own, ...drawn };
}

const box = (name: string) => screen.getByRole<HTMLInputElement>("textbox", { name });
const save = () => screen.getByRole("button", { name: "Ghi bước này" });

test("a file is opened, and the page says why nothing is voted online", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user, where } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/sua-doi" });
  expect((await screen.findByText(/Ở đây không biểu quyết qua mạng/)).textContent).toMatch(
    /10\/2022\/QH15, Điều 17 khoản 2.*59\/2023\/NĐ-CP \(Điều 5\)/,
  );
  await user.click(await screen.findByRole("button", { name: "Mở hồ sơ" }));
  expect(screen.getByRole("alert").textContent).toBe("Hãy chọn khu phố và ghi một dòng về việc gì.");
  await user.type(screen.getByRole("textbox", { name: "Về việc gì" }), "Giờ đổ rác");
  await user.click(screen.getByRole("checkbox", { name: /^Có khoản dân phải đóng góp/ }));
  await user.click(screen.getByRole("button", { name: "Mở hồ sơ" }));
  expect(await screen.findByRole("heading", { name: "Giờ đổ rác" })).toBeTruthy();
  const claims = phone.entries().at(-1)?.statement.claims;
  expect(claims).toMatchObject({
    type: "amendment.opened",
    in: "kp2",
    body: { covenant: "kp2", kind: "change", title: "Giờ đổ rác", money: true },
  });
  expect(where()).toBe(`/phuong/sua-doi/${claims?.sub ?? ""}`);
});

test("a vote with more present than there are gets a sentence that says where and what to do", async () => {
  const { user, own } = await open(...CALLED);
  // What the phone knows stands there: the day that was announced, the households of the list.
  expect(screen.getByLabelText<HTMLInputElement>("Ngày").value).toBe("2026-11-22");
  await waitFor(() => expect(box("Tổng số hộ của khu phố").value).toBe(String(HOUSEHOLDS.length)));
  expect(screen.getByText("Cần ít nhất 3 hộ có mặt trên 4 hộ.")).toBeTruthy();
  await user.type(box("Số hộ có mặt"), "5");
  await user.click(save());
  expect((await screen.findByRole("alert")).textContent).toBe(
    "Ở ô “Số hộ có mặt”: 5 hộ, nhiều hơn 4 hộ của khu phố. Đếm lại danh sách có mặt, mỗi hộ một lần; hoặc sửa ô “Tổng số hộ của khu phố”.",
  );
  expect(document.activeElement).toBe(box("Số hộ có mặt"));
  expect(own()).toEqual([]);
  await user.clear(box("Số hộ có mặt"));
  await user.type(box("Số hộ có mặt"), "3");
  await user.click(save());
  expect(await screen.findByText(/Có mặt 3 trên 4 hộ: đủ \(cần 3\)/)).toBeTruthy();
  expect(own()).toMatchObject([
    { in: "kp2", body: { step: "meeting", date: "2026-11-22", figures: { households: 4, present: 3 } } },
  ]);
  await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(screen.queryByText(/Có mặt 3 trên 4 hộ/)).toBeNull());
  expect(own().at(-1)).toMatchObject({ type: "statement.retracted", in: "kp2" });
});

test("nothing is adopted by half of all households, whoever was present", async () => {
  const { user, own } = await open(...CALLED, ["meeting", "2026-11-22", { households: 4, present: 3 }]);
  await user.type(box("Số hộ đồng ý"), "2");
  await user.type(box("Số hộ không đồng ý"), "1");
  await user.click(screen.getByRole("radio", { name: "Thông qua" }));
  await user.click(save());
  expect((await screen.findByRole("alert")).textContent).toMatch(
    /^Ở ô “Kết quả”: 2 trên 4 hộ đồng ý, chưa đủ để thông qua\. Cần 3 hộ, tính trên tổng số hộ/,
  );
  await user.clear(box("Số hộ đồng ý"));
  await user.type(box("Số hộ đồng ý"), "3");
  await user.clear(box("Số hộ không đồng ý"));
  await user.click(save());
  expect(await screen.findByText(/3 trên 4 hộ đồng ý: thông qua/)).toBeTruthy();
  expect(own()).toHaveLength(1);
  // Five working days from Sunday 22 November, of which Tuesday 24 is off.
  expect(screen.getByText(/Chậm nhất hết ngày 30\/11\/2026/)).toBeTruthy();
});

test("ballots are offered only after a meeting without its quorum", async () => {
  const { user } = await open(...CALLED, ["meeting", "2026-11-22", { households: 4, present: 2 }]);
  expect(screen.getByText(/Có mặt 2 trên 4 hộ: không đủ, cần 3/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Biểu quyết tại họp" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Phiếu phát đến từng hộ" }));
  await user.type(box("Tổ phát phiếu mấy người"), "2");
  await user.click(save());
  expect((await screen.findByRole("alert")).textContent).toMatch(/Tổ phải có từ 3 đến 5 người/);
});

test("the draft that is being written is posted, and not without hanging at the community house", async () => {
  const { phone, user, own } = await open(POSTED[0]);
  await phone.act.keepDraft("covenant/phuong-3/kp2", {
    title: "Quy ước khu phố 2",
    text: "## Môi trường\n\n### Điều 11. Rác\n\nĐổ rác từ 18 giờ.",
  });
  await user.click(await screen.findByRole("button", { name: "Lấy bản đang soạn ở Sổ tay & quy ước" }));
  await user.click(save());
  expect((await screen.findByRole("alert")).textContent).toMatch(/^Niêm yết tại nhà văn hoá.*bắt buộc/);
  await user.click(screen.getByRole("checkbox", { name: /^Đã niêm yết/ }));
  await user.click(save());
  await waitFor(() => expect(own()).toHaveLength(1));
  expect(own()[0]?.body).toMatchObject({
    step: "posting",
    date: "2026-11-23",
    figures: { house: true },
    draft: { title: "Quy ước khu phố 2", chapters: [{ articles: [{ number: 11, title: "Rác" }] }] },
  });
  expect(await screen.findByText(/đến ít nhất hết ngày 23\/12\/2026/)).toBeTruthy();
});

test("opinions of the time of posting are counted, and nothing else", async () => {
  const { phone } = await open(...POSTED);
  const at = (day: string) => Date.parse(`${day}T10:00:00+07:00`) / 1000;
  const opinion = (channel: string, sub = "kp2") => ({
    type: "opinion.given",
    sub,
    body: { channel },
    personal: { text: "Xin đổi giờ." },
  });
  await phone.wardSays(phone.office, [opinion("app"), opinion("meeting", "kp2/t07")], at("2026-10-10"));
  await phone.wardSays(phone.office, [opinion("door", HOUSEHOLDS[0].id)], at("2026-11-01"));
  await phone.wardSays(phone.office, [opinion("app"), opinion("app", "phuong-3")], at("2026-10-09"));
  await waitFor(() =>
    expect(
      ["Số ý kiến qua ứng dụng", "Số ý kiến ở cửa nhà", "Số ý kiến tại các buổi họp tổ"].map(
        (name) => screen.getByRole<HTMLInputElement>("textbox", { name }).value,
      ),
    ).toEqual(["1", "1", "1"]),
  );
});

test("what is said about the draft stands in its file, is counted there, and in no other", async () => {
  const { phone } = await open(...POSTED);
  const at = (day: string) => Date.parse(`${day}T10:00:00+07:00`) / 1000;
  const opinion = (amendment: string, text: string, sub = "kp2") => ({
    type: "opinion.given",
    sub,
    body: { channel: "door", amendment },
    personal: { text, by: "Chị Ánh" },
  });
  // One that names the draft counts whenever it was said, one that names another never.
  await phone.wardSays(
    phone.office,
    [opinion(ID, "Bảy giờ tối thì hơn.", HOUSEHOLDS[0].id)],
    at("2026-10-09"),
  );
  await phone.wardSays(phone.office, [opinion(newId(), "Việc khác.")], at("2026-10-12"));
  expect(await screen.findByRole("heading", { name: "Góp ý về dự thảo này (1)" })).toBeTruthy();
  expect(screen.getByText("Bảy giờ tối thì hơn.")).toBeTruthy();
  expect(screen.queryByText("Việc khác.")).toBeNull();
  expect(screen.queryByText(/Chị Ánh/)).toBeNull();
  await waitFor(() => expect(box("Số ý kiến ở cửa nhà").value).toBe("1"));
});

test("anybody says something about the posted draft from the handbook", async () => {
  const phone = await handbookPhone();
  await said(phone, ...POSTED);
  const { user } = renderAt(phone, "/so-tay/phuong-3/kp2", <HandbookCover />);
  await user.click(await screen.findByRole("button", { name: "Góp ý về dự thảo này" }));
  await user.type(screen.getByRole("textbox", { name: "Ý kiến của bà con" }), "Bảy giờ tối thì hơn.");
  await user.click(screen.getByRole("checkbox", { name: /Tôi đồng ý để phường giữ/ }));
  phone.failCalls("unreachable");
  await user.click(screen.getByRole("button", { name: "Gửi góp ý" }));
  expect(await screen.findByText(/Đang giữ trong máy, có mạng sẽ tự gửi/)).toBeTruthy();
  const [own, ...others] = readOwnOpinions(phone.drafts().get("own-opinions/phuong-3"));
  expect([own?.amendment, own?.article, own?.text, others]).toEqual([
    ID,
    undefined,
    "Bảy giờ tối thì hơn.",
    [],
  ]);
});

test("a volunteer writes down at a door what a household says about the draft", async () => {
  const phone = await demoPhone();
  await said(phone, ...POSTED);
  await phone.wardSays(phone.office, [COVENANT]);
  const { user } = renderScreen(phone, <Household id={HOUSEHOLDS[0].id} />);
  await user.click(await screen.findByRole("button", { name: "Ghi ý kiến của hộ" }));
  const sheet = within(await screen.findByRole("dialog", { name: "Ghi ý kiến của hộ" }));
  await user.selectOptions(
    await sheet.findByRole("combobox", { name: /^Về điều nào, dự thảo nào/ }),
    "Dự thảo: Giờ đổ rác",
  );
  await user.type(sheet.getByRole("textbox", { name: "Ý kiến của bà con" }), "Bảy giờ tối thì hơn.");
  await user.click(sheet.getByRole("button", { name: "Gửi góp ý" }));
  await waitFor(() => expect(phone.entries().at(-1)?.standing).toBe("unsent"));
  expect(phone.entries().at(-1)?.statement.claims).toMatchObject({
    type: "opinion.given",
    sub: HOUSEHOLDS[0].id,
    body: { channel: "door", amendment: ID },
  });
});

test("minutes keep names as disclosures, say what is missing, and are corrected in place", async () => {
  const { user, own, phone } = await open(
    ...CALLED,
    ["meeting", "2026-11-22", { households: 4, present: 3 }],
    ["result", "2026-11-22", { agreed: 3, outcome: "adopted" }],
  );
  await user.type(box("Trưởng khu phố (ký biên bản)"), "Lê Văn Tám");
  await user.click(save());
  expect(await screen.findByText("Thiếu tên trưởng Ban công tác Mặt trận ký biên bản.")).toBeTruthy();
  const [first] = own();
  expect(JSON.stringify(first?.body)).not.toContain("Tám");
  expect(first?.personal).toEqual({ chair: "Lê Văn Tám" });
  phone.deliver();
  await user.click(await screen.findByRole("button", { name: "Sửa bước Biên bản" }));
  await user.type(box("Trưởng Ban công tác Mặt trận (ký biên bản)"), "Võ Thị Chín");
  await user.click(screen.getByRole("button", { name: "Giữ bản sửa" }));
  await waitFor(() =>
    expect(screen.queryByText("Thiếu tên trưởng Ban công tác Mặt trận ký biên bản.")).toBeNull(),
  );
  expect(own()).toMatchObject([
    { type: "statement.retracted", sub: first?.jti, in: "kp2" },
    { body: { step: "minutes", corrects: first?.jti }, personal: { frontHead: "Võ Thị Chín" } },
  ]);
});

test("what is half filled outlives leaving the page", async () => {
  const { phone, user, unmount } = await open(...CALLED);
  await user.type(await screen.findByRole("textbox", { name: "Số hộ có mặt" }), "3");
  unmount();
  renderScreen(phone, <OfficeScreen />, { at: `/phuong/sua-doi/${ID}` });
  expect((await screen.findByRole<HTMLInputElement>("textbox", { name: "Số hộ có mặt" })).value).toBe("3");
});

test("a step that the law does not let count is shown with the reason, and changes nothing", async () => {
  await open(
    ...CALLED,
    ["meeting", "2026-11-22", { households: 4, present: 3 }],
    ["result", "2026-11-22", { agreed: 2, outcome: "adopted" }],
  );
  const card = screen.getByRole("heading", { name: "Bản ghi không được tính" }).parentElement;
  expect(card && within(card).getByText(/2 trên 4 hộ đồng ý, chưa đủ để thông qua/)).toBeTruthy();
  expect(screen.getByRole("heading", { name: "Biểu quyết tại họp", level: 2 })).toBeTruthy();
});

const RECOGNISED = [
  ["proposal", "2026-08-01", { by: "head", front: true }],
  ["posting", "2026-08-10", { house: true }],
  ["notice", "2026-09-18", { meetingDate: "2026-09-22", documents: true, clusters: 1 }],
  ["meeting", "2026-09-22", { households: 4, present: 4 }],
  ["result", "2026-09-22", { agreed: 4, outcome: "adopted" }],
  ["minutes", "2026-09-22"],
  ["request", "2026-09-24", { letter: true, minutes: true, text: true }],
  [
    "decision",
    "2026-09-28",
    { outcome: "recognised", number: "12/QĐ-UBND", authority: "UBND phường Kiến Tường" },
  ],
] as const;

test("the new edition is published from the file as it was adopted, and the file says which edition came of it", async () => {
  const phone = await handbookPhone(OFFICE);
  await said(phone, ...RECOGNISED);
  const { user, where } = renderScreen(phone, <OfficeScreen />, { at: `/phuong/sua-doi/${ID}` });
  expect(
    await screen.findByText(/Bản lần thứ 5 được điền sẵn.*12\/QĐ-UBND, hiệu lực từ 28\/09\/2026/),
  ).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Soạn và công bố bản mới" }));
  expect(where()).toBe("/phuong/so-tay/kp2");
  const typed = ["Lần xuất bản", "Tên quy ước", "Số quyết định công nhận", "Cơ quan công nhận"];
  await screen.findByText(/Bản này soạn từ hồ sơ sửa đổi/);
  expect(typed.map((name) => box(name).value)).toEqual([
    "5",
    "Quy ước khu phố 2",
    "12/QĐ-UBND",
    "UBND phường Kiến Tường",
  ]);
  expect(box("Lời quy ước").value).toBe("## Môi trường\n\n### Điều 11. Rác\n\nĐổ rác từ 18 giờ.");
  await user.click(screen.getByRole("button", { name: "Công bố bản này" }));
  await user.click(screen.getByRole("button", { name: "Công bố" }));
  await waitFor(() => expect(where()).toBe("/phuong/so-tay"));
  const published = phone.entries().find(({ standing }) => standing === "unsent")?.statement.claims;
  expect(published).toMatchObject({
    type: "covenant.published",
    body: {
      edition: 5,
      amendment: ID,
      recognition: { number: "12/QĐ-UBND", date: "2026-09-28" },
      inForce: "2026-09-28",
    },
  });
  renderScreen(phone, <OfficeScreen />, { at: `/phuong/sua-doi/${ID}` });
  expect(await screen.findByText(/đã thành bản lần thứ 5, công bố ngày 23\/11\/2026/)).toBeTruthy();
});

test("an edition that is half written gives way to the adopted draft only after a question", async () => {
  const phone = await handbookPhone(OFFICE);
  await said(phone, ...RECOGNISED);
  await phone.act.keepDraft("covenant/phuong-3/kp2", { introduction: "Lời mới", text: "## Khác" });
  const { user } = renderScreen(phone, <OfficeScreen />, { at: `/phuong/sua-doi/${ID}` });
  await user.click(await screen.findByRole("button", { name: "Soạn và công bố bản mới" }));
  expect(await screen.findByRole("heading", { name: "Đang có bản soạn dở" })).toBeTruthy();
  expect(phone.drafts().get("covenant/phuong-3/kp2")).toMatchObject({ text: "## Khác" });
  await user.click(screen.getByRole("button", { name: "Thay bằng bản đã thông qua" }));
  await waitFor(() =>
    expect(phone.drafts().get("covenant/phuong-3/kp2")).toMatchObject({
      amendment: ID,
      introduction: "Lời mới",
      number: "12/QĐ-UBND",
    }),
  );
});

test("a decision that suspends articles is recorded, read in the handbook, and undone", async () => {
  const phone = await handbookPhone(OFFICE);
  const { user, unmount } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/sua-doi" });
  await user.click(await screen.findByRole("radio", { name: "Một số điều" }));
  await user.type(box("Những điều nào"), "5, 99");
  // A Thursday: three working days are over on Tuesday.
  fireEvent.change(screen.getByLabelText(/^Ngày UBND nhận phản ánh/), { target: { value: "2026-11-12" } });
  expect(screen.getByText("Chậm nhất hết ngày 17/11/2026")).toBeTruthy();
  await user.type(box("Số quyết định"), "15/QĐ-UBND");
  fireEvent.change(screen.getByLabelText("Ngày ký quyết định"), { target: { value: "2026-11-20" } });
  expect(screen.getByLabelText<HTMLInputElement>("Có hiệu lực từ ngày").value).toBe("2026-11-20");
  await user.type(box("Lý do (bà con đọc được)"), "Chờ sửa cho hợp với luật.");
  await user.click(screen.getByRole("button", { name: "Ghi quyết định" }));
  expect((await screen.findByRole("alert")).textContent).toBe(
    "Ô “Những điều nào”: bản quy ước đang có không có Điều 99.",
  );
  // What is half filled outlives leaving the page.
  unmount();
  const again = renderScreen(phone, <OfficeScreen />, { at: "/phuong/sua-doi" });
  const articles = await screen.findByRole<HTMLInputElement>("textbox", { name: "Những điều nào" });
  expect([articles.value, box("Số quyết định").value]).toEqual(["5, 99", "15/QĐ-UBND"]);
  await again.user.clear(articles);
  await again.user.type(articles, "5");
  await again.user.click(screen.getByRole("button", { name: "Ghi quyết định" }));
  expect(await screen.findByText(/Điều 5 của quy ước Khu phố 2, từ 20\/11\/2026/)).toBeTruthy();
  expect(
    screen.getByText(/ngày 12\/11\/2026\. Trễ 3 ngày so với hạn của luật \(17\/11\/2026\)/),
  ).toBeTruthy();
  const claims = phone.entries().at(-1)?.statement.claims;
  expect(claims).toMatchObject({
    type: "covenant.decided",
    sub: "kp2",
    body: {
      outcome: "suspended",
      decision: { number: "15/QĐ-UBND", date: "2026-11-20", authority: "UBND Phường 3" },
      from: "2026-11-20",
      articles: ["5"],
      grounds: "Chờ sửa cho hợp với luật.",
      asked: "2026-11-12",
    },
  });
  const reader = renderAt(phone, "/so-tay/phuong-3/kp2", <HandbookCover />);
  expect(
    await screen.findByText(
      "Điều 5 của quy ước này tạm ngừng thực hiện từ 20/11/2026, theo Quyết định số 15/QĐ-UBND ngày 20/11/2026 của UBND Phường 3.",
    ),
  ).toBeTruthy();
  expect(screen.getByText("Lý do: Chờ sửa cho hợp với luật.")).toBeTruthy();
  await again.user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(screen.queryByText(/của quy ước này tạm ngừng/)).toBeNull());
  expect(phone.entries().at(-1)?.statement.claims).toMatchObject({ type: "statement.retracted", in: "kp2" });
  reader.unmount();
});

test("an article that is abolished says so where it is read, the others do not", async () => {
  const phone = await handbookPhone();
  await phone.wardSays(phone.office, [
    {
      type: "covenant.decided",
      sub: "kp2",
      body: {
        covenant: "kp2",
        outcome: "abolished",
        decision: { number: "16/QĐ-UBND", date: "2026-11-20", authority: "UBND phường" },
        from: "2026-11-21",
        articles: [11],
      },
    },
  ]);
  const { unmount } = renderAt(phone, "/so-tay/phuong-3/kp2#dieu-11", <HandbookCover />);
  expect(
    await screen.findByText(/^Điều này bị bãi bỏ từ 21\/11\/2026, theo Quyết định số 16\/QĐ-UBND/),
  ).toBeTruthy();
  unmount();
  renderAt(phone, "/so-tay/phuong-3/kp2#dieu-12", <HandbookCover />);
  await screen.findByRole("heading", { name: /^Điều 12/ });
  expect(screen.queryByText(/bị bãi bỏ/)).toBeNull();
});

test("residents read the posted draft in their handbook until it is decided on", async () => {
  const phone = await handbookPhone();
  await said(phone, ...POSTED);
  renderAt(phone, "/so-tay/phuong-3/kp2", <HandbookCover />);
  expect(await screen.findByRole("heading", { name: "Dự thảo đang lấy ý kiến" })).toBeTruthy();
  expect(screen.getByText(/Niêm yết từ 10\/10\/2026 đến ít nhất hết 09\/11\/2026/)).toBeTruthy();
  expect(screen.getByText("Đổ rác từ 18 giờ.")).toBeTruthy();
  await phone.wardSays(phone.office, [
    { type: "amendment.stepped", sub: ID, in: "kp2", body: { step: "ended", date: "2026-11-20" } },
  ]);
  await waitFor(() => expect(screen.queryByRole("heading", { name: "Dự thảo đang lấy ý kiến" })).toBeNull());
});

test("a meeting that was recorded is named, with what was counted there", async () => {
  const { phone, user, own } = await open(...CALLED);
  const [meeting] = await phone.wardSays(phone.office, [
    {
      type: "meeting.held",
      sub: "kp2",
      body: {
        kind: "covenant",
        date: "2026-11-22",
        place: "Nhà văn hoá",
        subject: "Quyết định quy ước",
        households: 4,
        present: 3,
      },
    },
  ]);
  const choice = await screen.findByRole("combobox", { name: "Buổi họp đã ghi ở mục Họp" });
  await user.selectOptions(choice, "22/11/2026 · Quyết định quy ước");
  expect(box("Số hộ có mặt").value).toBe("3");
  await user.click(save());
  await waitFor(() => expect(own()).toHaveLength(1));
  expect(own()[0]?.body).toMatchObject({ figures: { households: 4, present: 3, meeting } });
});
