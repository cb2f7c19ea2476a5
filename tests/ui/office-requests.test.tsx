import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { personalOf } from "../../src/domain/statement.ts";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";

import { DAY, demoPhone, EVENING, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh, bay, dung] = HOUSEHOLDS;

/** The page of requests; its office knows of households that were merged into the first. */
async function openPage(merged: readonly string[] = []) {
  const base = await demoPhone({ self: OFFICE });
  const phone = { ...base, watch: { ...base.watch, household: withMerged(base, merged) } };
  const home = await phone.addSpeaker({ personName: "", role: "household", areas: [anh.area] });
  const ask = (kind: string, at: number, text?: string) =>
    phone.wardSays(home, [{ type: "request.made", sub: anh.id, body: { kind }, personal: { text } }], at);
  const drawn = renderScreen(phone, <OfficeScreen />, { at: "/phuong/yeu-cau-du-lieu" });
  const said = () =>
    phone
      .entries()
      .filter(({ standing }) => standing === "unsent")
      .map(({ statement }) => ({ ...statement.claims, personal: personalOf(statement) }));
  return { phone, home, ask, said, ...drawn };
}

test("what is due first stands first, with the days that the law leaves", async () => {
  const { ask } = await openPage();
  expect(await screen.findByText("Chưa có yêu cầu nào")).toBeTruthy();
  // 23/11/2026 is a Monday.
  await ask("see", EVENING);
  await ask("erase", EVENING - 5 * DAY);
  await ask("correct", EVENING - 4 * DAY, "Số nhà 12/5");
  await waitFor(() => expect(screen.getAllByRole("rowheader")).toHaveLength(3));
  const lines = screen
    .getAllByRole("row")
    .slice(1)
    .map(({ textContent }) => textContent);
  expect(lines[0]).toMatch(/^Xoá dữ liệu của hộ18\/11\/2026, từ máy của hộ.*Quá hạn 3 ngày.*Chưa trả lời$/);
  expect(lines[1]).toMatch(/^Sửa chỗ ghi sai.*Hết hạn hôm nay|Quá hạn/);
  expect(lines[2]).toMatch(
    /^Xem phường đang giữ gì.*Còn 3 ngàyđến hết 26\/11\/2026Quanh ngày này lịch nghỉ lễ chưa chính thức/,
  );
  expect(screen.getByRole("heading", { name: /^3 yêu cầu chưa xong, [12] quá hạn$/ })).toBeTruthy();
});

test("one of a household whose data were erased since is closed, with no clock and nothing to answer", async () => {
  const { phone, ask, user } = await openPage();
  await ask("correct", EVENING - 20 * DAY, "Số nhà 12/5");
  await screen.findByRole("heading", { name: "1 yêu cầu chưa xong, 1 quá hạn" });
  await phone.wardSays(phone.office, [{ type: "data.erased", sub: anh.id, body: {} }]);
  await screen.findByRole("heading", { name: "Đã xong" });
  expect(screen.queryByRole("heading", { name: /chưa xong/ })).toBeNull();
  const [line] = screen.getAllByRole("row").slice(1);
  expect(line?.textContent).toMatch(/^Sửa chỗ ghi sai.*Không còn hạnĐã xoá theo yêu cầu$/);
  await user.click(screen.getByRole("button", { name: "Sửa chỗ ghi sai" }));
  const sheet = within(screen.getByRole("dialog"));
  expect(sheet.getByText(/^Dữ liệu của hộ đã được xoá/)).toBeTruthy();
  expect(sheet.queryByRole("radio")).toBeNull();
});

test("one that came on paper is written down for a household found by name, and undone at a tap", async () => {
  const { user, said } = await openPage();
  await user.click(await screen.findByRole("button", { name: /^Ghi yêu cầu đến bằng giấy/ }));
  const dialog = within(screen.getByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Giữ yêu cầu" }));
  expect(dialog.getByRole("alert").textContent).toBe("Hãy chọn hộ và ngày đến.");
  await user.type(dialog.getByRole("searchbox"), "tran van bay");
  await user.click(await dialog.findByRole("radio", { name: /^Hộ 19 · Trần Văn Bảy/ }));
  await user.selectOptions(dialog.getByRole("combobox", { name: "Hộ muốn" }), "Rút đồng ý");
  await user.selectOptions(dialog.getByRole("combobox", { name: "Đến bằng" }), "Điện thoại");
  await user.type(dialog.getByRole("textbox", { name: /^Lời của hộ/ }), "Không muốn giữ ảnh");
  await user.click(dialog.getByRole("button", { name: "Giữ yêu cầu" }));
  await waitFor(() =>
    expect(said()).toMatchObject([
      {
        type: "request.made",
        sub: bay.id,
        body: { kind: "withdraw", channel: "phone", on: "2026-11-23" },
        personal: { text: "Không muốn giữ ảnh" },
      },
    ]),
  );
  expect(await screen.findByText("23/11/2026, bằng điện thoại")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
  expect(await screen.findByText("Chưa có yêu cầu nào")).toBeTruthy();
});

test("a household that was chosen and then erased is chosen no more: nothing is asked for it", async () => {
  const { user, said, phone } = await openPage();
  await user.click(await screen.findByRole("button", { name: /^Ghi yêu cầu đến bằng giấy/ }));
  const dialog = within(screen.getByRole("dialog"));
  await user.type(dialog.getByRole("searchbox"), "bay");
  await user.click(await dialog.findByRole("radio", { name: /^Hộ 19/ }));
  await phone.wardSays(phone.office, [{ type: "data.erased", sub: bay.id, body: {} }]);
  await waitFor(() => expect(dialog.queryByRole("radio")).toBeNull());
  await user.click(dialog.getByRole("button", { name: "Giữ yêu cầu" }));
  expect(dialog.getByRole("alert").textContent).toBe("Hãy chọn hộ và ngày đến.");
  expect(said()).toEqual([]);
});

test("one that was written down a moment ago opens once, while that can still be undone", async () => {
  const { user, said } = await openPage();
  await user.click(await screen.findByRole("button", { name: /^Ghi yêu cầu đến bằng giấy/ }));
  const form = within(screen.getByRole("dialog"));
  await user.type(form.getByRole("searchbox"), "bay");
  await user.click(await form.findByRole("radio", { name: /^Hộ 19/ }));
  await user.click(form.getByRole("button", { name: "Giữ yêu cầu" }));
  await user.click(await screen.findByRole("button", { name: "Xem phường đang giữ gì" }));
  // Whoever came with a paper has no phone on which the answer shows.
  expect(screen.getByText(/^Yêu cầu này không đến từ máy của hộ\. Trả lời xong, nhớ báo/)).toBeTruthy();
  await user.click(screen.getByRole("radio", { name: "Đã làm xong" }));
  await user.type(screen.getByRole("textbox", { name: "Lời trả lời" }), "Đã in ra.");
  await user.click(screen.getByRole("button", { name: "Giữ câu trả lời" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(said().map(({ type }) => type)).toEqual(["request.made", "request.answered"]);
});

test("a withdrawal is answered and recorded in one act; agreed to alone, it is due within 15 days", async () => {
  const { user, said, ask, phone } = await openPage();
  const consent = { purposes: ["record", "photo"], version: 1, at: EVENING };
  await phone.wardSays(phone.office, [{ type: "consent.given", sub: anh.id, body: consent }]);
  await ask("withdraw", EVENING);
  const open = async () => {
    await user.click(await screen.findByRole("button", { name: "Rút đồng ý" }));
    return within(screen.getByRole("dialog"));
  };
  const first = await open();
  await user.click(first.getByRole("radio", { name: "Đồng ý, sẽ làm" }));
  await user.click(first.getByRole("button", { name: "Giữ câu trả lời" }));
  expect(await screen.findByText("Còn 15 ngày")).toBeTruthy();
  expect(said().map(({ type }) => type)).toEqual(["request.answered"]);
  const second = await open();
  await user.click(second.getByRole("radio", { name: "Đã làm xong" }));
  expect(await second.findByRole("checkbox", { name: "Ghi luôn việc rút đồng ý" })).toHaveProperty(
    "checked",
    true,
  );
  await user.click(second.getByRole("button", { name: "Giữ câu trả lời" }));
  await waitFor(() => expect(said()).toHaveLength(3));
  expect(said().slice(1)).toMatchObject([
    { type: "request.answered", body: { outcome: "done" } },
    { type: "consent.withdrawn", sub: anh.id, body: { purposes: ["record", "photo"] } },
  ]);
  expect(await screen.findByRole("heading", { name: "Đã xong" })).toBeTruthy();
});

test("half an answer outlives leaving the page, and goes with the answer", async () => {
  const { phone, ask, user, unmount, said } = await openPage();
  await ask("correct", EVENING, "Số nhà 12/5");
  await user.click(await screen.findByRole("button", { name: "Sửa chỗ ghi sai" }));
  await user.type(screen.getByRole("textbox"), "Đã sửa thành 12/5.");
  unmount();
  const again = renderScreen(phone, <OfficeScreen />, { at: "/phuong/yeu-cau-du-lieu" });
  await again.user.click(await screen.findByRole("button", { name: "Sửa chỗ ghi sai" }));
  expect(await screen.findByDisplayValue("Đã sửa thành 12/5.")).toBeTruthy();
  // The household last in its key: an erasure of its data takes it along.
  expect([...phone.drafts().keys()].filter((key) => key.endsWith(`/${phone.ward}/${anh.id}`))).toHaveLength(
    1,
  );
  const sheet = within(screen.getByRole("dialog"));
  // It came from the household's own phone, which shows the answer.
  expect(sheet.queryByText(/nhớ báo/)).toBeNull();
  await again.user.click(sheet.getByRole("radio", { name: "Đã làm xong" }));
  await again.user.click(sheet.getByRole("button", { name: "Giữ câu trả lời" }));
  await waitFor(() => expect(said()).toMatchObject([{ personal: { text: "Đã sửa thành 12/5." } }]));
  expect(phone.drafts().size).toBe(0);
});

test("nothing is refused without a reason, and nothing is erased that nobody has ticked", async () => {
  const { user, said, ask } = await openPage();
  await ask("erase", EVENING);
  await user.click(await screen.findByRole("button", { name: "Xoá dữ liệu của hộ" }));
  const dialog = within(screen.getByRole("dialog"));
  await user.click(dialog.getByRole("radio", { name: "Không làm được" }));
  expect(dialog.queryByRole("checkbox")).toBeNull();
  await user.click(dialog.getByRole("button", { name: "Giữ câu trả lời" }));
  expect(dialog.getByRole("alert").textContent).toMatch(/vì sao/);
  await user.click(dialog.getByRole("radio", { name: "Đã làm xong" }));
  const erase = dialog.getByRole<HTMLInputElement>("checkbox", { name: /^Xoá ngay dữ liệu/ });
  expect(erase.checked).toBe(false);
  await user.click(erase);
  await user.click(dialog.getByRole("button", { name: "Trả lời và xoá hẳn" }));
  await waitFor(() =>
    expect(said().map(({ type, sub }) => [type, sub === anh.id])).toEqual([
      ["request.answered", false],
      ["data.erased", true],
    ]),
  );
  expect(await screen.findByText("Đã giữ trong máy: xoá dữ liệu của hộ")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Hoàn tác" })).toBeNull();
});

test.each([
  ["see", "Xem phường đang giữ gì"],
  ["restrict", "Ngừng dùng dữ liệu"],
  ["erase", "Xoá dữ liệu của hộ"],
])("no answer to '%s' is chosen before the office has chosen it", async (kind, name) => {
  const { user, said, ask } = await openPage();
  await ask(kind, EVENING);
  await user.click(await screen.findByRole("button", { name }));
  const dialog = within(screen.getByRole("dialog"));
  expect(dialog.getAllByRole<HTMLInputElement>("radio").filter(({ checked }) => checked)).toEqual([]);
  await user.click(dialog.getByRole("button", { name: "Giữ câu trả lời" }));
  expect(dialog.getByRole("alert").textContent).toBe(
    "Hãy chọn một câu trả lời: sẽ làm, đã làm xong, hay không làm được.",
  );
  expect(said()).toEqual([]);
});

test("a household whose data stand is not told that they were erased", async () => {
  const { user, said, ask, phone } = await openPage();
  await ask("erase", EVENING);
  await user.click(await screen.findByRole("button", { name: "Xoá dữ liệu của hộ" }));
  const dialog = within(screen.getByRole("dialog"));
  await user.click(dialog.getByRole("radio", { name: "Đã làm xong" }));
  await user.click(dialog.getByRole("button", { name: "Giữ câu trả lời" }));
  expect(dialog.getByRole("alert").textContent).toMatch(/^Dữ liệu của hộ vẫn còn/);
  expect(said()).toEqual([]);
  // Erased by somebody else meanwhile.
  await phone.wardSays(phone.office, [{ type: "data.erased", sub: anh.id, body: {} }]);
  await ask("erase", EVENING + 60);
  expect(await dialog.findByText("Dữ liệu của hộ đã được xoá trước đây.")).toBeTruthy();
  await user.click(dialog.getByRole("button", { name: "Giữ câu trả lời" }));
  await waitFor(() => expect(said().map(({ type }) => type)).toEqual(["request.answered"]));
});

test("with a household goes what was said of those that were merged into it", async () => {
  const { user, said, ask } = await openPage([bay.id, dung.id]);
  await ask("erase", EVENING);
  await user.click(await screen.findByRole("button", { name: "Xoá dữ liệu của hộ" }));
  const dialog = within(screen.getByRole("dialog"));
  await user.click(dialog.getByRole("radio", { name: "Đã làm xong" }));
  await user.click(
    await dialog.findByRole("checkbox", {
      name: "Xoá ngay dữ liệu của hộ, không lấy lại được. Xoá cả 2 lần ghi trùng đã gộp vào hộ này.",
    }),
  );
  await user.click(dialog.getByRole("button", { name: "Trả lời và xoá hẳn" }));
  await waitFor(() =>
    expect(said().map(({ type, sub }) => [type, sub])).toEqual([
      ["request.answered", expect.any(String)],
      ["data.erased", anh.id],
      ["data.erased", bay.id],
      ["data.erased", dung.id],
    ]),
  );
});

/** Households with the diaries of those that were merged into them, as a phone folds them. */
function withMerged({ watch }: MemoryPhone, merged: readonly string[]): MemoryPhone["watch"]["household"] {
  return (ward, id) => (tell) =>
    watch.household(
      ward,
      id,
    )((facts) => {
      const [line] = facts?.diary ?? [];
      const more = line ? merged.map((sub) => ({ ...line, type: "household.registered", sub })) : [];
      tell(facts && { ...facts, diary: [...facts.diary, ...more] });
    });
}
