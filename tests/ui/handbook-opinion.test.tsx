import { screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { personalOf } from "../../src/domain/statement.ts";
import { HandbookCover } from "../../src/ui/handbook/HandbookCover.tsx";
import { opinionPlace } from "../../src/ui/handbook/opinion-place.ts";
import type { Membership } from "../../src/phone/phone.ts";
import { handbookPhone } from "./handbook-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderAt } from "./render-at.tsx";

const ARTICLE = "/so-tay/phuong-3/kp2#dieu-11";
/** Where they are kept until they are given. */
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

test("a reader's phone keeps the opinion for the volunteer who comes to the door", async () => {
  const phone = await handbookPhone();
  const before = phone.entries().length;
  const { user, write } = openForm(phone);
  await write(WORDS);
  await user.click(screen.getByRole("button", { name: "Giữ góp ý trong máy" }));
  expect(await screen.findByRole("heading", { name: "Góp ý được giữ trong máy này" })).toBeTruthy();
  expect(screen.getByText(/Khi có người đi từng hộ tới nhà, đưa cho người ấy xem/)).toBeTruthy();
  expect(phone.entries()).toHaveLength(before);
  // The contents page shows it too: that is where the phone is handed over.
  await user.click(screen.getByRole("link", { name: "Mục lục" }));
  expect(await screen.findByText(new RegExp(WORDS))).toBeTruthy();
  await user.click(screen.getByRole("link", { name: "Điều 11" }));
  await user.click(await screen.findByRole("button", { name: "Xoá góp ý này" }));
  await waitFor(() => expect(phone.drafts().has(OPINIONS)).toBe(false));
});

test("what is half written survives the page", async () => {
  const phone = await handbookPhone();
  const first = openForm(phone);
  await first.write("Xe rác tới");
  await waitFor(() => expect(phone.drafts().has(OPINIONS)).toBe(true), { timeout: 2000 });
  document.body.replaceChildren();
  const second = openForm(phone);
  await second.write("");
  expect(await screen.findByDisplayValue("Xe rác tới")).toBeTruthy();
  expect(screen.queryByText("Góp ý được giữ trong máy này")).toBeNull();
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
