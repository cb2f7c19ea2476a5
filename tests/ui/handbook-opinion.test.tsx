import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { personalOf } from "../../src/domain/statement.ts";
import { HandbookCover } from "../../src/ui/handbook/HandbookCover.tsx";
import { opinionPlace } from "../../src/ui/handbook/opinions/opinion-place.ts";
import type { Membership } from "../../src/phone/api/phone.ts";
import { HOUSEHOLDS, registered } from "./demo-ward.ts";
import { handbookPhone } from "./handbook-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderAt } from "./render-at.tsx";

const [anh] = HOUSEHOLDS;
const ARTICLE = "/so-tay/phuong-3/kp2#dieu-11";
/** Where they are kept until they are given. */
const OWN = "own-opinions/phuong-3";
const OPINIONS = "opinions/phuong-3/kp2";
const WORDS = "Xe rác tới sớm quá, nhà tôi chưa kịp đem ra.";

function openForm(phone: MemoryPhone) {
  const { user } = renderAt(phone, ARTICLE, <HandbookCover />);
  return {
    user,
    async write(words: string) {
      await user.click(await screen.findByRole("button", { name: "Góp ý về điều này" }));
      const box = screen.getByRole("textbox", { name: "Ý kiến của bà con" });
      expect(document.activeElement).toBe(box);
      if (words !== "") await user.type(box, words);
    },
  };
}

test("a volunteer's phone says the opinion for its part of the area, and takes it back at a tap", async () => {
  const phone = await handbookPhone({ personName: "Cô Sáu", areas: ["kp2/t07"] });
  const { user, write } = openForm(phone);
  await write(WORDS);
  await user.click(screen.getByRole("button", { name: "Gửi góp ý" }));
  await waitFor(() => expect(phone.entries().at(-1)?.standing).toBe("unsent"));
  const statement = phone.entries().at(-1)?.statement;
  expect(statement?.claims).toMatchObject({
    type: "opinion.given",
    sub: "kp2/t07",
    body: { article: 11, channel: "app" },
  });
  // What people say in free words is a disclosure, never a part of the body (PROTOCOL.md §2).
  expect(JSON.stringify(statement?.claims)).not.toContain("rác");
  expect(statement && personalOf(statement)).toEqual({ text: WORDS });
  await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(phone.entries().at(-1)?.statement.claims.type).toBe("statement.retracted"));
  expect(phone.drafts().has(OPINIONS)).toBe(false);
});

test("anybody gives an opinion: a name if they like, consent asked and never ticked before, a code to follow it by", async () => {
  const phone = await handbookPhone();
  const before = phone.entries().length;
  const { user, write } = openForm(phone);
  await write(WORDS);
  const consent = screen.getByRole("checkbox", { name: /Tôi đồng ý để phường giữ/ });
  expect((consent as HTMLInputElement).checked).toBe(false);
  await user.click(screen.getByRole("button", { name: "Gửi góp ý" }));
  expect(await screen.findByText(/Cần đánh dấu vào ô đồng ý/)).toBeTruthy();
  expect(phone.drafts().has(OWN)).toBe(false);
  await user.click(consent);
  await user.type(screen.getByRole("textbox", { name: "Tên (không ghi cũng được)" }), "Chú Năm");
  phone.failCalls("unreachable");
  await user.click(screen.getByRole("button", { name: "Gửi góp ý" }));
  expect(await screen.findByRole("heading", { name: "Góp ý của tôi" })).toBeTruthy();
  expect(screen.getByText(/Đang giữ trong máy, có mạng sẽ tự gửi/)).toBeTruthy();
  expect(phone.drafts().get(OWN)).toMatchObject([{ text: WORDS, by: "Chú Năm", consent: "2", article: 11 }]);
  await waitFor(() => expect(phone.drafts().has(OPINIONS)).toBe(false));
  // Not a record of this phone's: it has no device.
  expect(phone.entries()).toHaveLength(before);
  phone.failCalls(null);
  window.dispatchEvent(new Event("online"));
  expect(await screen.findByText(/Đã tới phường, đang chờ phường xem/)).toBeTruthy();
  // The contents show it too, with its answer once there is one.
  await user.click(screen.getByRole("link", { name: "Mục lục" }));
  const [given] = phone.drafts().get(OWN) as readonly { readonly code: string }[];
  const answered = { ...given, state: "taken", status: "answered", answer: "Xe đi trễ một tiếng." };
  await act(async () => void (await phone.act.keepDraft(OWN, [answered])));
  expect(await screen.findByText("Phường trả lời: Xe đi trễ một tiếng.")).toBeTruthy();
  expect(screen.getByText(given?.code ?? "")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Xoá góp ý này khỏi máy", hidden: true }));
  await waitFor(() => expect(phone.drafts().has(OWN)).toBe(false));
  // A slip of the thumb loses nobody an answer.
  await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(phone.drafts().get(OWN)).toEqual([answered]));
  expect(await screen.findByText("Phường trả lời: Xe đi trễ một tiếng.")).toBeTruthy();
});

test("what it is, and that it may be printed, is said only by whoever says so", async () => {
  const phone = await handbookPhone();
  const { user, write } = openForm(phone);
  await write(WORDS);
  const publish = screen.getByRole<HTMLInputElement>("checkbox", { name: /Đồng ý cho in ý kiến này/ });
  expect(publish.checked).toBe(false);
  await user.click(publish);
  await user.selectOptions(screen.getByRole("combobox", { name: /^Đây là/ }), "Phản ánh");
  await user.click(screen.getByRole("checkbox", { name: /Tôi đồng ý để phường giữ/ }));
  await user.click(screen.getByRole("button", { name: "Gửi góp ý" }));
  await waitFor(() => expect(phone.drafts().get(OWN)).toMatchObject([{ kind: "report", publish: true }]));
});

test.each([
  [{ state: "unfit", reason: "unknown-area" }, /Phường không còn khu phố hay tổ này/],
  [{ state: "unfit", reason: "too-large" }, /Hãy viết lại cho ngắn hơn/],
  [{ state: "taken", status: "withdrawn" }, /Phường đã rút góp ý này theo lời người gửi/],
])("where it stands is said in words: %j", async (more, words) => {
  const phone = await handbookPhone();
  const one = { code: "0A1B2-C3D4E-F5G6H-J7K8M", area: "kp2", article: 11, text: WORDS, at: 1, ...more };
  await phone.act.keepDraft(OWN, [one]);
  phone.failCalls("unreachable");
  openForm(phone);
  expect(await screen.findByText(words)).toBeTruthy();
});

test("an opinion from another phone is followed by its code", async () => {
  const phone = await handbookPhone();
  const { user } = renderAt(phone, "/so-tay/phuong-3/kp2", <HandbookCover />);
  const box = await screen.findByRole("textbox", { name: "Mã riêng của góp ý", hidden: true });
  await user.type(box, "12345");
  await user.click(screen.getByRole("button", { name: "Xem góp ý", hidden: true }));
  expect(await screen.findByText(/Mã gồm 20 chữ và số/)).toBeTruthy();
  await user.clear(box);
  await user.type(box, "0A1B2 C3D4E F5G6H J7K8M");
  await user.click(screen.getByRole("button", { name: "Xem góp ý", hidden: true }));
  expect(await screen.findByText("Phường không thấy góp ý nào có mã này.")).toBeTruthy();
});

test("what is half written survives the page", async () => {
  const phone = await handbookPhone();
  const first = openForm(phone);
  await first.write("Xe rác tới");
  await waitFor(() => expect(phone.drafts().has(OPINIONS)).toBe(true));
  document.body.replaceChildren();
  const second = openForm(phone);
  await second.write("");
  expect(await screen.findByDisplayValue("Xe rác tới")).toBeTruthy();
});

test("nothing is kept of an empty opinion, and a full phone says so while the words stay", async () => {
  const phone = await handbookPhone({ personName: "Cô Sáu", areas: ["kp2"] });
  const { user, write } = openForm(phone);
  await write("");
  await user.click(screen.getByRole("button", { name: "Gửi góp ý" }));
  expect(await screen.findByText(/Chưa có chữ nào/)).toBeTruthy();
  phone.failSaying("full");
  await user.type(screen.getByRole("textbox", { name: "Ý kiến của bà con" }), WORDS);
  await user.click(screen.getByRole("button", { name: "Gửi góp ý" }));
  expect(await screen.findByText(/Máy hết chỗ nên chưa giữ được/)).toBeTruthy();
  expect(screen.getByDisplayValue(WORDS)).toBeTruthy();
});

test("on the phone of a household whose data were erased it is given as anybody gives one, so that its words stay", async () => {
  const phone = await handbookPhone({ personName: "", role: "household", areas: [] });
  const [device] = phone.entries().flatMap(({ statement: { claims } }) => {
    const isOwn = claims.type === "device.enrolled" && claims.body["role"] === "household";
    return isOwn ? [{ type: claims.type, sub: claims.sub, body: { ...claims.body } }] : [];
  });
  if (!device) throw new Error("no device");
  await phone.wardSays(phone.office, [
    registered(anh),
    { ...device, personal: { deviceName: "Điện thoại của hộ", household: anh.id } },
    { type: "data.erased", sub: anh.id, body: {} },
  ]);
  const before = phone.entries().length;
  const { user, write } = openForm(phone);
  await write(WORDS);
  await user.click(screen.getByRole("checkbox", { name: /Tôi đồng ý để phường giữ/ }));
  phone.failCalls("unreachable");
  await user.click(screen.getByRole("button", { name: "Gửi góp ý" }));
  await waitFor(() => expect(phone.drafts().get(OWN)).toMatchObject([{ text: WORDS }]));
  expect(phone.entries()).toHaveLength(before);
});

test.each<[string, Partial<Membership>, string | null]>([
  ["the office, anywhere", { role: "office", areas: [] }, "kp2"],
  ["a volunteer of the area", { areas: ["kp2"] }, "kp2"],
  ["a volunteer of a part of it", { areas: ["kp1", "kp2/t08"] }, "kp2/t08"],
  ["a volunteer of another area", { areas: ["kp20"] }, null],
  ["a household's phone, about itself", { role: "household", areas: [] }, "the household"],
  ["a viewer, nowhere", { role: "viewer", areas: ["kp2"] }, null],
  ["a reader, nowhere", { role: "reader", device: null }, null],
  ["a phone that was stopped, nowhere", { areas: ["kp2"], revoked: true }, null],
])("an opinion may be said by %s", (_, more, place) => {
  const membership: Membership = {
    ward: "phuong-3",
    name: "Phường 3",
    device: "device",
    role: "volunteer",
    areas: [],
    revoked: false,
    ...more,
  };
  const device = { household: "the household" } as never;
  expect(opinionPlace(membership, { device }, "kp2")).toBe(place);
});
