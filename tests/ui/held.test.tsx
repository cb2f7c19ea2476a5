import { act, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { OfficeScreen } from "../../src/ui/office/OfficeScreen.tsx";
import { demoPhone, EVENING, HOUSEHOLDS, OFFICE } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

const [first] = HOUSEHOLDS;

let look = () => {};
beforeEach(() => {
  // jsdom shows nothing: a test says when somebody looks.
  vi.stubGlobal(
    "IntersectionObserver",
    class {
      constructor(seen: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {
        const before = look;
        look = () => (before(), seen([{ isIntersecting: true }]));
      }
      observe() {}
      disconnect() {}
    },
  );
  URL.createObjectURL = (photo: Blob) => `blob:${photo.size}`;
  URL.revokeObjectURL = () => {};
});
afterEach(() => {
  look = () => {};
  vi.unstubAllGlobals();
});

async function heldChange() {
  const phone = await demoPhone({ self: OFFICE });
  const by = await phone.addSpeaker({ personName: "Cô Năm", areas: ["kp1"] });
  const draft = {
    type: "household.changed",
    sub: first.id,
    body: { members: 9 },
    personal: { note: "Gọi cổng sau" },
  };
  const jti = await phone.wardHolds(by, draft, "beyond-area");
  const drawn = renderScreen(phone, <OfficeScreen />, { at: "/phuong/cho-xet" });
  return { phone, jti, ...drawn };
}

test("a change that waits stands beside what the ward has, with who and why", async () => {
  await heldChange();
  const item = within((await screen.findByRole("heading", { name: "Sửa thông tin hộ" })).closest("li")!);
  expect(await item.findByText(/nằm ngoài các tổ giao cho người ghi/)).toBeTruthy();
  expect(item.getByText(/Cô Năm · Máy của Cô Năm/)).toBeTruthy();
  const row = await item.findByRole("row", { name: /^Nhân khẩu/ });
  expect(
    within(row)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent),
  ).toEqual(["4", "9"]);
});

test("of what was made with a clock far ahead it is said when it came, and that this is about when", async () => {
  const phone = await demoPhone({ self: OFFICE });
  const by = await phone.addSpeaker({ personName: "Cô Năm", areas: ["kp1"] });
  const draft = { type: "visit.logged", sub: first.id, body: { outcome: "absent" } };
  await phone.wardHolds(by, draft, "beyond-area", EVENING + 300 * 86_400);
  renderScreen(phone, <OfficeScreen />, { at: "/phuong/cho-xet" });
  expect(await screen.findByText(/khoảng hôm nay 18:30/)).toBeTruthy();
  expect(screen.queryByText(/2027/)).toBeNull();
});

test("a refusal with its reason is undone at a tap and nothing is said; left alone it is said", async () => {
  const { phone, jti, user, unmount } = await heldChange();
  const refuse = async () => {
    await user.click(await screen.findByRole("button", { name: /^Không nhận: Sửa/ }));
    const dialog = within(screen.getByRole("dialog"));
    await user.click(dialog.getByRole("radio", { name: "Ghi nhầm" }));
    await user.click(dialog.getByRole("button", { name: "Không nhận" }));
  };
  const said = () => phone.entries().at(-1)?.statement.claims;
  await refuse();
  await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
  await waitFor(() => expect(phone.drafts().size).toBe(0));
  expect(said()?.type).not.toBe("statement.decided");
  await refuse();
  await waitFor(() => expect(phone.drafts().size).toBe(1));
  // Whoever leaves the office's pages waits no longer.
  unmount();
  await waitFor(() =>
    expect(said()).toMatchObject({
      type: "statement.decided",
      sub: jti,
      in: first.id,
      body: { decision: "refuse", reason: "mistake" },
    }),
  );
});

describe("a second pledge on paper", () => {
  const jpegOf = (size: number) =>
    new Uint8Array(size).fill(1).fill(0xff, 0, 1).fill(0xd8, 1, 2).fill(0xff, 2, 3);

  /** One with a photo of 500 bytes is in the log; another with one of 700 waits, which has come or not. */
  async function twoPledges({ hasCome }: { readonly hasCome: boolean }) {
    const phone = await demoPhone({ self: OFFICE });
    const by = await phone.addSpeaker({ personName: "Cô Năm", areas: ["kp1"] });
    const agreed = { purposes: ["record", "photo"], version: 1, at: 1 };
    const [consent] = await phone.wardSays(phone.office, [
      { type: "consent.given", sub: first.id, body: agreed },
    ]);
    const body = { campaign: "2026", edition: 4, agreed: ["flag"], declined: [], medium: "paper", consent };
    const pledge = (signer: string, photo: string) => ({
      type: "pledge.signed",
      sub: first.id,
      body,
      personal: { signer, relation: "head", photo },
    });
    const there = await phone.wardKeepsPhoto(jpegOf(500));
    await phone.wardSays(phone.office, [pledge("Nguyễn Thị Ánh", there)]);
    const name = hasCome ? await phone.wardKeepsPhoto(jpegOf(700)) : "0".repeat(43);
    await phone.wardHolds(by, pledge("Trần Văn Bảy", name), "beyond-area");
    const drawn = renderScreen(phone, <OfficeScreen />, { at: "/phuong/cho-xet" });
    const row = await screen.findByRole("row", { name: /^Ảnh bản giấy/ });
    return { ...drawn, phone, row };
  }

  test("shows both photos side by side once somebody looks", async () => {
    const { row } = await twoPledges({ hasCome: true });
    expect(within(row).queryByRole("img")).toBeNull();
    act(() => look());
    const shown = () => within(row).getAllByRole<HTMLImageElement>("img");
    await waitFor(() => expect(shown().map(({ src }) => src)).toEqual(["blob:500", "blob:700"]));
  });

  test("says how the signer stands to the household in the reader's words, not by a code", async () => {
    const { phone } = await twoPledges({ hasCome: true });
    const relation = async (name: string) =>
      (await screen.findByRole("row", { name: new RegExp(`^${name}`) })).textContent;
    expect(await relation("Quan hệ")).toMatch(/chủ hộ/);
    await phone.act.set({ language: "en" });
    expect(await relation("Relation")).toMatch(/head of household/);
  });

  test("says of a photo that it has not come, or that there is no coverage, and asks again at a tap", async () => {
    const { row, phone, user } = await twoPledges({ hasCome: false });
    phone.failCalls("unreachable");
    act(() => look());
    await waitFor(() => expect(within(row).getAllByText(/^Chưa lấy được ảnh từ phường/)).toHaveLength(2));
    phone.failCalls(null);
    for (const again of within(row).getAllByRole("button", { name: "Xem ảnh bản giấy" }))
      await user.click(again);
    expect(await within(row).findByText("Phường chưa nhận được ảnh này.")).toBeTruthy();
    expect(within(row).getAllByRole("img")).toHaveLength(1);
  });
});
