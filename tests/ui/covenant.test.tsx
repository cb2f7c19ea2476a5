import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { covenantDraftKey, readDraft } from "../../src/domain/covenant/covenant-draft.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, OFFICE } from "./demo-ward.ts";
import { handbookPhone } from "./handbook-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const at = "/phuong/so-tay/kp2";
const KEY = covenantDraftKey("phuong-3", "kp2");
const box = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Lời quy ước" });
const said = (phone: MemoryPhone) =>
  phone
    .entries()
    .filter(({ standing }) => standing === "unsent")
    .map(({ statement: { claims } }) => [claims.type, claims.sub, claims.body["edition"]]);

async function change(from: string, to: string): Promise<void> {
  const text = await box();
  fireEvent.change(text, { target: { value: text.value.replace(from, to) } });
}

test("each area shows what stands there; a new edition begins from it, and is found again half written", async () => {
  const phone = await handbookPhone(OFFICE);
  const { user, unmount } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/so-tay" });
  expect(await screen.findByText(/Bản lần thứ 4 · 30 điều · có hiệu lực từ 14\/10\/2022/)).toBeTruthy();
  expect(screen.getByText("Công bố ngày 22/11/2026")).toBeTruthy();
  await user.click(screen.getByRole("link", { name: "Soạn bản mới Khu phố 2" }));
  expect((await screen.findByRole<HTMLInputElement>("textbox", { name: "Lần xuất bản" })).value).toBe("5");
  await change("### Điều 1. Phạm vi", "### Điều 1. Phạm vi mới");
  // In the phone's view beside it, as one types.
  const glass = screen.getByRole("region", { name: /^Sổ tay như trên điện thoại/ });
  expect(await within(glass).findByRole("heading", { name: "Điều 1 Phạm vi mới" })).toBeTruthy();
  await waitFor(() => expect(readDraft(phone.drafts().get(KEY))?.text).toContain("Phạm vi mới"));
  unmount();
  renderScreen(phone, <OfficeScreen />, { at });
  expect((await box()).value).toContain("### Điều 1. Phạm vi mới");
});

test("what is wrong is told by line, leads there, and keeps it from being published; the law's words only warn", async () => {
  const phone = await handbookPhone(OFFICE);
  const { user } = renderScreen(phone, <OfficeScreen />, { at });
  const text = await box();
  const line = text.value.split("\n").findIndex((row) => row.startsWith("### Điều 2."));
  await change("### Điều 2. Mục đích", "### Điều 1. Mục đích");
  await change("1. Lấy lời khuyên", "1. Ai vi phạm thì phạt. Lấy lời khuyên");
  await user.clear(screen.getByRole("textbox", { name: "Số quyết định công nhận" }));
  expect(screen.getByText("Số quyết định công nhận: chưa ghi", { selector: "p" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Công bố bản này" }));
  expect(screen.queryByRole("dialog")).toBeNull();
  await user.click(screen.getByRole("button", { name: `Dòng ${line + 1}: có hai Điều 1` }));
  expect(document.activeElement).toBe(text);
  expect(text.value.slice(text.selectionStart, text.selectionEnd)).toBe("### Điều 1. Mục đích");
  await user.click(screen.getByRole("button", { name: "Số quyết định công nhận: chưa ghi" }));
  expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "Số quyết định công nhận" }));
  expect(said(phone)).toEqual([]);
});

test("a word on fines is a remark in the list and at its article, and refuses nothing", async () => {
  const phone = await handbookPhone(OFFICE);
  const { user } = renderScreen(phone, <OfficeScreen />, { at });
  await change("Quy ước này dùng cho", "Ai vi phạm thì nộp phạt. Quy ước này dùng cho");
  expect(
    await screen.findByRole("button", { name: /Điều 1: ‘nộp phạt’: quy ước không tự đặt ra/ }),
  ).toBeTruthy();
  expect((await screen.findAllByText(/^‘nộp phạt’: quy ước không tự/)).length).toBe(1);
  await user.click(screen.getByRole("button", { name: "Công bố bản này" }));
  expect(await screen.findByText("Còn 1 chỗ nên xem lại.")).toBeTruthy();
});

test("both papers are said in one act after a question that names area and edition, and the same again says nothing", async () => {
  const phone = await handbookPhone(OFFICE);
  const { user, where } = renderScreen(phone, <OfficeScreen />, { at });
  await change("### Điều 1. Phạm vi", "### Điều 1. Phạm vi mới");
  expect(
    await screen.findByText("1 điều có thay đổi. Chữ thêm vào được gạch dưới, chữ bỏ đi bị gạch ngang."),
  ).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Công bố bản này" }));
  const dialog = await screen.findByRole("dialog", { name: "Công bố bản lần thứ 5 của Khu phố 2?" });
  await user.click(within(dialog).getByRole("button", { name: "Công bố" }));
  await waitFor(() => expect(where()).toBe("/phuong/so-tay"));
  expect(said(phone)).toEqual([
    ["covenant.published", "kp2", 5],
    ["handbook.published", "kp2", 5],
  ]);
  expect(phone.drafts().has(KEY)).toBe(false);
  expect(await screen.findByText(/Bản lần thứ 5 · 30 điều/)).toBeTruthy();
  expect(screen.getByText("Chưa gửi về phường")).toBeTruthy();

  await user.click(screen.getByRole("link", { name: "Soạn bản mới Khu phố 2" }));
  const edition = await screen.findByRole<HTMLInputElement>("textbox", { name: "Lần xuất bản" });
  expect(edition.value).toBe("6");
  await user.clear(edition);
  await user.type(edition, "5");
  await user.click(screen.getByRole("button", { name: "Công bố bản này" }));
  expect(
    await screen.findByText("Bản này đã được công bố đúng như vậy rồi, không ghi thêm gì."),
  ).toBeTruthy();
  expect(said(phone)).toHaveLength(2);
});

test("another office's edition that comes meanwhile is told, with a number that is free; until then nothing goes", async () => {
  const phone = await handbookPhone(OFFICE);
  const { user } = renderScreen(phone, <OfficeScreen />, { at });
  await change("### Điều 1. Phạm vi", "### Điều 1. Phạm vi mới");
  await waitFor(() => expect(phone.drafts().has(KEY)).toBe(true));
  await user.click(screen.getByRole("button", { name: "Công bố bản này" }));
  const dialog = await screen.findByRole("dialog");
  const standing = phone.entries().find(({ statement }) => statement.claims.type === "covenant.published");
  const body = { ...standing?.statement.claims.body, edition: 5, title: "Quy ước của máy kia" };
  await phone.wardSays(phone.office, [{ type: "covenant.published", sub: "kp2", body }]);
  expect(await screen.findByText("Bản đang dùng vừa đổi")).toBeTruthy();
  await user.click(within(dialog).getByRole("button", { name: "Công bố" }));
  expect(said(phone)).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Dùng số 6" }));
  expect(screen.queryByText("Bản đang dùng vừa đổi")).toBeNull();
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Lần xuất bản" }).value).toBe("6");
  await user.click(screen.getByRole("button", { name: "Công bố bản này" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Công bố" }));
  await waitFor(() => expect(said(phone).map(([, , edition]) => edition)).toEqual([6, 6]));
});

test("other words under the old decision are published after the question has said what that is for", async () => {
  const phone = await handbookPhone(OFFICE);
  const { user } = renderScreen(phone, <OfficeScreen />, { at });
  const remark = /^Số quyết định công nhận: 1527\/QĐ-UBND công nhận lời đang dùng/;
  await box();
  expect(screen.queryByRole("button", { name: remark })).toBeNull();
  await change("### Điều 1. Phạm vi", "### Điều 1. Phạm vị");
  expect(await screen.findByRole("button", { name: remark })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Công bố bản này" }));
  const question = within(await screen.findByRole("dialog"));
  expect(question.getByText(/^Lời đã khác mà vẫn ghi quyết định số 1527\/QĐ-UBND/)).toBeTruthy();
  await user.click(question.getByRole("button", { name: "Thôi" }));
  await user.type(screen.getByRole("textbox", { name: "Số quyết định công nhận" }), "/2026");
  expect(screen.queryByRole("button", { name: remark })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Công bố bản này" }));
  await screen.findByRole("dialog");
  expect(screen.queryByText(/^Lời đã khác mà vẫn ghi/)).toBeNull();
});

test("where the phone is full nothing is said in half, and what was written stays", async () => {
  const phone = await handbookPhone(OFFICE);
  const { user } = renderScreen(phone, <OfficeScreen />, { at });
  await change("### Điều 1. Phạm vi", "### Điều 1. Phạm vi mới");
  await waitFor(() => expect(phone.drafts().has(KEY)).toBe(true));
  phone.failSaying("storage");
  await user.click(screen.getByRole("button", { name: "Công bố bản này" }));
  await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Công bố" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/^Trình duyệt không cho giữ dữ liệu/);
  expect(said(phone)).toEqual([]);
  expect((await box()).value).toContain("Phạm vi mới");
});

test("text pasted from Word becomes chapters and articles, tells what was left out, and can be put back", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = renderScreen(phone, <OfficeScreen />, { at });
  const text = await box();
  fireEvent.paste(text, {
    clipboardData: {
      getData: (type: string) => (type === "text/html" ? WORD : "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi"),
    },
  });
  expect(
    await screen.findByText("Đã nhận 1 chương, 2 điều từ chỗ dán.", { selector: "strong" }),
  ).toBeTruthy();
  expect(text.value).toBe(
    "## Chương I. QUY ĐỊNH CHUNG\n\n### Điều 1. Phạm vi\n\nDùng cho mọi nhà trong khu phố.\n\n1. Trên bờ.\n\na) Nhà lầu.\n\n### Điều 2. Mục đích\n\n- Giữ kênh sạch.",
  );
  expect(screen.getByText(/^Đã bỏ 1 hình/)).toBeTruthy();
  expect(screen.getByText("‘TRƯỞNG KHU PHỐ’")).toBeTruthy();
  expect(screen.getByText("QUY ƯỚC KHU PHỐ 2", { selector: "blockquote" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Dùng làm lời nói đầu" }));
  expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Lời nói đầu" }).value).toBe(
    "QUY ƯỚC KHU PHỐ 2",
  );
  await user.click(screen.getByRole("button", { name: "Lấy lại như trước" }));
  expect(text.value).toBe("");
});

test("a Markdown file with front matter fills the whole form; one that cannot be read says why", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const { user } = renderScreen(phone, <OfficeScreen />, { at });
  await box();
  const input = screen.getByLabelText<HTMLInputElement>("Mở tệp Word (.docx) hoặc Markdown", {
    selector: "input",
  });
  const file =
    "---\narea: kp1\nedition: 2\ntitle: Quy ước\nrecognition:\n  number: 9/QĐ\n---\n## Một\n\n### Điều 1. A\n\nLời.";
  await user.upload(input, new File([file], "quy-uoc.md"));
  expect(
    await screen.findByText("Đã lấy 1 chương, 1 điều từ quy-uoc.md.", { selector: "strong" }),
  ).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Số quyết định công nhận" }).value).toBe(
    "9/QĐ",
  );
  expect(screen.getByText(/Tệp ghi là của khu vực ‘kp1’/)).toBeTruthy();
  await user.upload(input, new File(["---\na: [\n---\n"], "hong.md"));
  expect((await screen.findByRole("alert")).textContent).toMatch(/viết sai ở dòng \d/);
  await user.upload(input, new File(["Thông báo."], "bao.txt"));
  await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/^Không thấy ‘Điều 1.’/));
});

test("two offices that published one number without hearing of each other are told apart in the list", async () => {
  const phone = await handbookPhone(OFFICE);
  const other = await phone.addSpeaker({ personName: "Văn thư", role: "office", areas: [] });
  const standing = phone.entries().find(({ statement }) => statement.claims.type === "covenant.published");
  const chapters = [{ title: "Một", articles: [{ number: 1, title: "Khác", text: "Lời khác." }] }];
  const body = { ...standing?.statement.claims.body, chapters };
  renderScreen(phone, <OfficeScreen />, { at: "/phuong/so-tay" });
  expect(await screen.findByText(/Bản lần thứ 4 · 30 điều/)).toBeTruthy();
  expect(screen.queryByText(/^Một máy khác cũng đã công bố bản lần thứ 4/)).toBeNull();
  await phone.wardSays(other, [{ type: "covenant.published", sub: "kp2", body }]);
  expect(
    await screen.findByText(/^Một máy khác cũng đã công bố bản lần thứ 4 với lời khác.*bản lần thứ 5/),
  ).toBeTruthy();
});

test("the code for the cover opens the area's handbook", async () => {
  const phone = await handbookPhone(OFFICE);
  const { user } = renderScreen(phone, <OfficeScreen />, { at: "/phuong/so-tay" });
  await user.click(await screen.findByRole("button", { name: "Mã QR cho bìa Khu phố 2" }));
  const address = `${window.location.origin}/so-tay/phuong-3/kp2`;
  expect(await screen.findByRole("figure", { name: `Mã QR mở ${address}` })).toBeTruthy();
  expect(screen.getByRole("link", { name: "In sổ (A5) Khu phố 2" }).getAttribute("href")).toBe(
    "/so-tay/phuong-3/kp2#ban-in",
  );
});

const WORD = `<html><body><!--StartFragment-->
<p class=MsoTitle>QUY ƯỚC
KHU PHỐ 2</p>
<p class=MsoNormal><b>Chương I</b></p><p class=MsoNormal><b>QUY ĐỊNH CHUNG</b></p>
<p class=MsoNormal><b>Điều 1.&nbsp;Phạm vi</b></p>
<p class=MsoNormal>Dùng cho <i>mọi nhà</i>
trong khu phố. <img src="x.png"></p>
<ol><li><p>Trên bờ.</p><ol><li>Nhà lầu.</li></ol></li></ol>
<h2>Điều 2: Mục đích</h2><ul><li>Giữ kênh sạch.</li></ul>
<table><tr><td>TRƯỞNG KHU PHỐ</td></tr></table><del>Lời đã xoá</del>
<!--EndFragment--></body></html>`;
