import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { opinionId } from "../../src/domain/matters/opinion-code.ts";
import { personalOf } from "../../src/domain/statement.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { answering, namesIn, withdrawing } from "../../src/ui/office/opinions/opinion-statements.ts";
import { DAY, demoPhone, EVENING, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { readZip } from "./read-zip.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;
const CODE = "0A1B2-C3D4E-F5G6H-J7K8M";
const sha256 = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

/** One from a door, one from a meeting, one from anyone that may be printed, each some days old. */
async function openPage(path = "/phuong/y-kien") {
  const phone = await demoPhone({ self: OFFICE });
  const by = await phone.addSpeaker({ personName: "Cô Sáu", areas: ["kp2"] });
  await phone.wardSays(
    by,
    [
      {
        type: "opinion.given",
        sub: anh.id,
        body: { channel: "door", kind: "report" },
        personal: { text: "Đèn hẻm 4 hay tắt.", by: "Nguyễn Thị Ánh" },
      },
    ],
    EVENING - 20 * DAY,
  );
  await phone.wardSays(
    by,
    [
      {
        type: "opinion.given",
        sub: "kp2/t08",
        body: { channel: "meeting", kind: "proposal", article: 13 },
        personal: { text: "Xin thêm cây xanh." },
      },
    ],
    EVENING - 3 * DAY,
  );
  const [stranger = ""] = await phone.wardSays(
    phone.office,
    [
      {
        type: "opinion.given",
        jti: await opinionId(CODE, sha256),
        sub: "kp2",
        body: { channel: "app", from: "anyone", publish: true, consent: { version: "2", at: EVENING } },
        personal: { text: "Xe rác tới mấy giờ?", by: "Chú Năm" },
      },
    ],
    EVENING - DAY,
  );
  const drawn = renderScreen(phone, <OfficeScreen />, { at: path });
  await screen.findByRole("table");
  const shown = () =>
    screen.getAllByRole("rowheader").map((one) => within(one).getByRole("button").textContent);
  const said = () =>
    phone
      .entries()
      .filter(({ standing }) => standing === "unsent")
      .map(({ statement }) => ({ ...statement.claims, personal: personalOf(statement) }));
  return { phone, stranger, shown, said, ...drawn };
}

test("all stand in one list with where they came from, how long they wait, and no name", async () => {
  const { shown } = await openPage();
  expect(shown()).toEqual(["Xe rác tới mấy giờ?", "Xin thêm cây xanh.", "Đèn hẻm 4 hay tắt."]);
  const [, , late] = screen.getAllByRole("row").slice(1);
  expect(late?.textContent).toMatch(
    /Phản ánh · Không về điều nàoNói ở cửa nhàTổ 7 · Khu phố 220 ngày.*Quá hạn trả lời/,
  );
  expect(screen.getByRole("heading", { name: "3 ý kiến, 1 quá hạn trả lời" })).toBeTruthy();
  expect(screen.getByRole("table").textContent).not.toMatch(/Ánh|Chú Năm/);
});

test("one whose words were erased waits for nobody: it says so, its days stand still, and there is nothing to answer", async () => {
  const { phone, user, shown } = await openPage();
  await phone.wardSays(phone.office, [{ type: "data.erased", sub: anh.id, body: {} }], EVENING - 2 * DAY);
  await screen.findByRole("heading", { name: "3 ý kiến" });
  const [, , gone] = screen.getAllByRole("row").slice(1);
  expect(gone?.textContent).toMatch(/^\(Lời đã xoá\).*18 ngày.*Đã xoá theo yêu cầu$/);
  await user.selectOptions(screen.getByRole("combobox", { name: "Tình trạng" }), "Đã xoá theo yêu cầu");
  expect(shown()).toEqual(["(Lời đã xoá)"]);
  await user.click(screen.getByRole("button", { name: "(Lời đã xoá)" }));
  const sheet = within(screen.getByRole("dialog"));
  expect(sheet.getByText("Đã xoá theo yêu cầu")).toBeTruthy();
  for (const name of ["Trả lời", "Chuyển", "Đã xong"]) {
    expect(sheet.queryByRole("button", { name: new RegExp(`^${name}`) })).toBeNull();
  }
});

test("they are filtered by how they stand, place, kind and article, and searched with and without marks", async () => {
  const { user, shown } = await openPage();
  const choose = (label: string, value: string) =>
    user.selectOptions(screen.getByRole("combobox", { name: label }), value);
  await choose("Nơi", "Tổ 8 · Khu phố 2");
  expect(shown()).toEqual(["Xin thêm cây xanh."]);
  await choose("Nơi", "Tất cả");
  await choose("Loại", "Phản ánh");
  expect(shown()).toEqual(["Đèn hẻm 4 hay tắt."]);
  await choose("Loại", "Tất cả");
  await choose("Điều", "Không về điều nào");
  expect(shown()).toHaveLength(2);
  await choose("Điều", "Tất cả");
  await choose("Tình trạng", "Đã xong");
  expect(screen.getByText("Không có ý kiến nào khớp.")).toBeTruthy();
  await choose("Tình trạng", "Tất cả");
  await user.type(screen.getByRole("searchbox"), "cay xanh");
  await waitFor(() => expect(shown()).toEqual(["Xin thêm cây xanh."]));
  await user.clear(screen.getByRole("searchbox"));
  // By the private code that somebody tells the office.
  await user.type(screen.getByRole("searchbox"), CODE.toLowerCase());
  await waitFor(() => expect(shown()).toEqual(["Xe rác tới mấy giờ?"]));
});

test("the way from the first page shows those that wait too long", async () => {
  const { shown } = await openPage("/phuong/y-kien?qua-han");
  expect(shown()).toEqual(["Đèn hẻm 4 hay tắt."]);
});

test("one is forwarded, to whom and when, and that is undone at a tap", async () => {
  const { user, said, phone } = await openPage();
  await user.click(screen.getByRole("button", { name: "Đèn hẻm 4 hay tắt." }));
  const dialog = within(screen.getByRole("dialog"));
  expect(dialog.getByRole("link", { name: "Hộ 18 · Nguyễn Thị Ánh" }).getAttribute("href")).toBe(
    `/ho/${anh.id}`,
  );
  await user.click(dialog.getByRole("button", { name: "Chuyển đi" }));
  await user.click(dialog.getByRole("button", { name: "Chuyển đi" }));
  expect(dialog.getByRole("alert").textContent).toBe("Hãy ghi nơi nhận và ngày chuyển.");
  await user.type(dialog.getByRole("combobox", { name: "Chuyển tới" }), "Điện lực");
  await user.click(dialog.getByRole("button", { name: "Chuyển đi" }));
  await waitFor(() =>
    expect(said()).toMatchObject([
      { type: "opinion.forwarded", in: anh.id, body: { to: "Điện lực", on: "2026-11-23" } },
    ]),
  );
  expect(await screen.findByText("Điện lực")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  await waitFor(() =>
    expect(said().at(-1)).toMatchObject({ type: "statement.retracted", sub: said()[0]?.jti }),
  );
  await waitFor(() => expect(screen.queryByText("Điện lực")).toBeNull());
  expect(phone.drafts().size).toBe(0);
});

describe("an answer", () => {
  test("to one that may not be printed reaches its giver alone", async () => {
    const { user, said } = await openPage();
    await user.click(screen.getByRole("button", { name: "Xin thêm cây xanh." }));
    const dialog = within(screen.getByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: "Trả lời" }));
    expect(dialog.getByText(/chưa đồng ý cho in/)).toBeTruthy();
    expect(dialog.queryByRole("checkbox", { name: /In câu hỏi/ })).toBeNull();
    await user.type(dialog.getByRole("textbox", { name: "Phường trả lời" }), "Sẽ trồng trước Tết.");
    await user.click(dialog.getByRole("button", { name: "Giữ câu trả lời" }));
    await waitFor(() => expect(said()).toHaveLength(1));
    expect(said()[0]).toMatchObject({ in: "kp2/t08", personal: { answer: "Sẽ trồng trước Tết." } });
    expect(said()[0]?.body).toEqual({ status: "answered", over: [] });
  });

  test("is printed where its giver agreed, with a question that names nobody", async () => {
    const { user, said, phone } = await openPage();
    await user.click(screen.getByRole("button", { name: "Xe rác tới mấy giờ?" }));
    const dialog = within(screen.getByRole("dialog"));
    expect(dialog.getByText("Chú Năm")).toBeTruthy();
    await user.click(dialog.getByRole("button", { name: "Trả lời" }));
    await user.type(dialog.getByRole("textbox", { name: "Phường trả lời" }), "19 giờ, thưa chú năm.");
    await user.click(dialog.getByRole("checkbox", { name: /In câu hỏi/ }));
    await user.click(dialog.getByRole("checkbox", { name: "Việc đã làm xong" }));
    const question = dialog.getByRole<HTMLTextAreaElement>("textbox", { name: "Câu hỏi in trong sổ tay" });
    expect(question.value).toBe("Xe rác tới mấy giờ?");
    await user.click(dialog.getByRole("button", { name: "Giữ câu trả lời" }));
    expect(dialog.getByRole("alert").textContent).toMatch(/còn tên Chú Năm/);
    expect(said()).toEqual([]);
    // Half written it outlives the page.
    await waitFor(() => expect(phone.drafts().size).toBe(1));
    await user.clear(dialog.getByRole("textbox", { name: "Phường trả lời" }));
    await user.type(dialog.getByRole("textbox", { name: "Phường trả lời" }), "19 giờ.");
    await user.click(dialog.getByRole("button", { name: "Giữ câu trả lời" }));
    await waitFor(() => expect(said()).toHaveLength(1));
    expect(said()[0]).toMatchObject({
      body: { status: "done", public: { question: "Xe rác tới mấy giờ?", answer: "19 giờ." } },
      personal: { answer: "19 giờ." },
    });
    expect(phone.drafts().size).toBe(0);
  });

  test("asks for no printing that nobody agreed to, whoever asks", () => {
    const about = { jti: anh.id, place: "kp2", words: [], mayPublish: false };
    const draft = answering(about, { text: "19 giờ.", isDone: false, question: "Mấy giờ?" });
    expect(draft.body).toEqual({ status: "answered", over: [] });
  });
});

test("a name is found in what is to be printed however it is written, and no word that only looks like it", () => {
  const of = { by: "chú Năm", household: { id: "x", area: null, number: 1, head: "Lê Văn An" } };
  expect(namesIn("Thưa Chú  năm, …", of)).toEqual(["chú Năm"]);
  expect(namesIn("Nhà ông LÊ VĂN AN ở đâu?", of)).toEqual(["Lê Văn An"]);
  expect(namesIn("An toàn là trên hết; chú nămm", of)).toEqual([]);
});

test("one is taken back as its giver wishes: after a question, with what was printed, and its words erased", async () => {
  const { user, said, stranger, phone, shown } = await openPage();
  const shownAnswer = { question: "Mấy giờ?", answer: "19 giờ." };
  const [answer = ""] = await phone.wardSays(phone.office, [
    { type: "opinion.answered", sub: stranger, in: "kp2", body: { status: "answered", public: shownAnswer } },
  ]);
  await user.click(await screen.findByRole("button", { name: "Xe rác tới mấy giờ?" }));
  const dialog = within(screen.getByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: /^Rút và xoá theo/ }));
  expect(said()).toEqual([]);
  await user.click(dialog.getByRole("button", { name: "Rút và xoá" }));
  await waitFor(() => expect(said()).toHaveLength(3));
  expect(said().map(({ type, sub, body }) => [type, sub, body["reason"] ?? body["statements"]])).toEqual([
    ["statement.retracted", stranger, "wish"],
    ["statement.retracted", answer, "wish"],
    ["data.erased", stranger, [stranger, answer]],
  ]);
  expect(shown()).toHaveLength(2);
  expect(withdrawing({ jti: "a", place: "kp2", words: [] })).toHaveLength(2);
  // Two printed it, and neither knew of the other.
  const printed = ["b", "c"].map((jti) => ({ ...PRINTED, jti, body: { public: shownAnswer } }));
  expect(withdrawing({ jti: "a", place: "kp2", words: printed }).map(({ sub }) => sub)).toEqual([
    "a",
    "b",
    "c",
    "a",
  ]);
});

test("what could not be kept is told in words, and nothing is lost", async () => {
  const { user, phone } = await openPage();
  await user.click(screen.getByRole("button", { name: "Xin thêm cây xanh." }));
  phone.failSaying("full");
  await user.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Đánh dấu đã xong" }));
  expect((await screen.findByRole("alert")).textContent).not.toBe("");
  expect(screen.getByRole("dialog")).toBeTruthy();
});

test("the list for the committees is a .docx of what is shown, without a name, kept by name on this device", async () => {
  const { user, phone } = await openPage();
  const files: File[] = [];
  URL.createObjectURL = (file) => (files.push(file as File), "blob:1");
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
  phone.failCalls("unreachable");
  await user.click(screen.getByRole("button", { name: "Lập danh sách" }));
  const dialog = within(await screen.findByRole("dialog", { name: "Lập danh sách ý kiến" }));
  await user.type(await dialog.findByRole("textbox", { name: "Họ tên người ký" }), "Lê Thị Mai");
  await user.clear(dialog.getByRole("textbox", { name: "Nơi lập" }));
  await user.click(dialog.getByRole("button", { name: "Tải tệp .docx" }));
  expect(dialog.getByRole("alert").textContent).toMatch(/nơi lập/);
  await user.type(dialog.getByRole("textbox", { name: "Nơi lập" }), "Kiến Tường");
  await user.click(dialog.getByRole("button", { name: "Tải tệp .docx" }));
  expect(await dialog.findByText("Đã tải danh-sach-y-kien-2026-11-23.docx.")).toBeTruthy();
  const [file] = files;
  const text =
    readZip(Buffer.from((await file?.arrayBuffer()) ?? new ArrayBuffer(0))).get("word/document.xml") ?? "";
  const plain = text.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
  expect(plain).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  expect(plain).toContain("Kiến Tường, ngày 23 tháng 11 năm 2026");
  expect(plain).toContain("ghi nhận 3 ý kiến: 3 chưa trả lời (trong đó 1 quá hạn 15 ngày)");
  expect(plain).toMatch(/Đèn hẻm 4 hay tắt\..*Xin thêm cây xanh\..*Xe rác tới mấy giờ\?/);
  expect(plain).toContain("Lê Thị Mai");
  expect(plain).not.toMatch(/Ánh|Chú Năm/);
  vi.restoreAllMocks();
});

test("reads in English", async () => {
  const { phone } = await openPage();
  await phone.act.set({ language: "en" });
  expect(await screen.findByRole("heading", { name: "3 opinions, 1 over the limit" })).toBeTruthy();
});

const PRINTED = { kid: "k", at: 1, seq: 1, type: "opinion.answered", sub: "a", personal: {} };
