import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { personalOf } from "../../src/domain/statement.ts";
import { Walk } from "../../src/ui/walk/Walk.tsx";
import { demoPhone, EVENING, HOUSEHOLDS } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh, bay] = HOUSEHOLDS;
const ANH = /^Mời ký: Hộ 18, tổ 7, Nguyễn Thị Ánh/;
const BAY = /^Mời ký: Hộ 19, tổ 7, Trần Văn Bảy/;
// jsdom has no canvas to draw on; tests in a browser do that.
const STROKES = [[20, 120, 60, 40, 100, 130, 180, 60, 300, 110]];

describe("at a meeting", () => {
  test("a household takes a handbook and signs on one sheet, and the list stays", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await user.click(screen.getByRole("button", { name: ANH }));
    const sheet = await screen.findByRole("dialog", { name: "Hộ 18 · Nguyễn Thị Ánh" });
    expect(within(sheet).getByText("Người ký: Nguyễn Thị Ánh, chủ hộ")).toBeDefined();
    // Nothing is ticked for anybody.
    const ticked = within(sheet).getAllByRole<HTMLInputElement>("checkbox");
    expect(ticked.filter(({ checked }) => checked)).toEqual([]);
    await user.click(within(sheet).getByRole("checkbox", { name: "Đồng ý cả 8 điều" }));
    await user.click(within(sheet).getByRole("checkbox", { name: /^Hộ đồng ý/ }));
    await user.click(within(sheet).getByRole("checkbox", { name: "Hộ nhận sổ tay" }));
    await drawn(phone, anh.id);
    await user.click(screen.getByRole("button", { name: "Lưu, mời hộ tiếp" }));
    expect(
      await screen.findByText("Đã giữ trong máy: hộ 18 ký cam kết", { selector: ".toast p" }),
    ).toBeDefined();

    const [delivery, consent, pledge] = saidOn(phone, anh.id);
    expect(delivery).toMatchObject({ type: "handbook.delivered", body: { edition: 4, how: "meeting" } });
    expect(consent).toMatchObject({ type: "consent.given", body: { purposes: ["record"] } });
    expect(pledge).toMatchObject({
      type: "pledge.signed",
      body: { declined: [], medium: "screen", consent: consent?.jti },
      personal: { signer: "Nguyễn Thị Ánh", relation: "chủ hộ" },
    });
    expect(phone.drafts().size).toBe(0);

    // Same list, same order; who has signed cannot be tapped by mistake.
    const list = screen.getByRole("list", { name: "Các hộ trong tổ" });
    const [first] = within(list).getAllByRole("listitem");
    expect(first?.textContent).toContain("Đã ký 23/11");
    expect(within(list).getAllByRole("button")).toHaveLength(3);
    expect(screen.getByText(/1 \/ 4 hộ đã ký/)).toBeDefined();
    // Its button is gone: the next household's has the focus.
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("button", { name: BAY })));
  });

  test("all of one household is taken back in one tap for ten seconds", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await signs(phone, user, anh.id, ANH);
    phone.setNow(EVENING + 6);
    await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
    await screen.findByText("Đã hoàn tác hộ 18", { selector: ".toast p" });
    await screen.findByRole("button", { name: ANH });
    const said = saidOn(phone, anh.id).map(({ type }) => type);
    expect(said).toEqual(["consent.given", "pledge.signed", "statement.retracted", "statement.retracted"]);
  });

  test("whoever takes a handbook alone is recorded as that, and hands out to the next one too", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await user.click(screen.getByRole("button", { name: ANH }));
    await user.click(await screen.findByRole("checkbox", { name: "Hộ nhận sổ tay" }));
    await user.click(screen.getByRole("button", { name: "Chỉ nhận sổ tay, chưa ký" }));
    await waitFor(() =>
      expect(saidOn(phone, anh.id).map(({ type }) => type)).toEqual(["handbook.delivered"]),
    );
    await user.click(screen.getByRole("button", { name: BAY }));
    const next = await screen.findByRole<HTMLInputElement>("checkbox", { name: "Hộ nhận sổ tay" });
    expect(next.checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /^Hộ đồng ý/ }).checked).toBe(false);
  });

  test("takes no pledge without items, consent or signature, and says which", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await user.click(screen.getByRole("button", { name: ANH }));
    const save = await screen.findByRole("button", { name: "Lưu, mời hộ tiếp" });
    await user.click(save);
    expect(screen.getByRole("alert").textContent).toBe("Chưa có điều nào được đánh dấu.");
    await user.click(screen.getByRole("checkbox", { name: "Đồng ý cả 8 điều" }));
    await user.click(save);
    expect(screen.getByRole("alert").textContent).toMatch(/^Hộ chưa đồng ý cho lưu/);
    await user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
    await user.click(save);
    expect(screen.getByRole("alert").textContent).toMatch(/^Chưa có nét ký/);
    expect(saidOn(phone, anh.id)).toEqual([]);
  });

  test("a household may decline an item, and somebody else may sign", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await user.click(screen.getByRole("button", { name: ANH }));
    await user.click(await screen.findByRole("button", { name: "Đổi người ký" }));
    const signer = screen.getByRole("textbox", { name: "Người ký" });
    await user.clear(signer);
    await user.type(signer, "Trần Văn Con");
    await user.selectOptions(screen.getByRole("combobox", { name: "Quan hệ với chủ hộ" }), "con");
    await user.click(screen.getByRole("checkbox", { name: "Đồng ý cả 8 điều" }));
    await user.click(screen.getByText("Chọn từng điều"));
    await user.click(screen.getByRole("checkbox", { name: /^Nộp thuế đất/ }));
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Đồng ý cả 8 điều" }).checked).toBe(false);
    await user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
    await drawn(phone, anh.id);
    await user.click(screen.getByRole("button", { name: "Lưu, mời hộ tiếp" }));
    await waitFor(() => expect(saidOn(phone, anh.id)).toHaveLength(2));
    expect(saidOn(phone, anh.id)[1]).toMatchObject({
      body: { declined: ["tax"] },
      personal: { signer: "Trần Văn Con", relation: "con" },
    });
  });

  test("each household is heard with its address and how it stands", async () => {
    await openMeeting(await demoPhone());
    const list = screen.getByRole("list", { name: "Các hộ trong tổ" });
    const [first] = within(list).getAllByRole("button");
    const chip = within(list).getAllByRole("listitem")[0]?.querySelector(".chip")?.textContent ?? "";
    expect(chip).not.toBe("");
    expect(first?.getAttribute("aria-label")).toBe(
      `Mời ký: Hộ 18, tổ 7, Nguyễn Thị Ánh, 12/4 đường 30/4, ${chip.toLowerCase()}`,
    );
  });

  test("what is typed for the next household stays while the words about the last one go", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    const before = screen.getByRole<HTMLInputElement>("searchbox");
    await user.type(before, "ánh");
    await signs(phone, user, anh.id, ANH);
    await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
    // Emptied for the next household.
    const search = screen.getByRole<HTMLInputElement>("searchbox");
    expect(search.value).toBe("");
    await user.type(search, "bảy");
    const toast = document.querySelector(".toast");
    expect(toast).not.toBeNull();
    await waitFor(() => expect(document.querySelector(".toast")).toBeNull(), { timeout: 5000 });
    expect(document.activeElement).toBe(search);
    expect(search.value).toBe("bảy");
    const list = screen.getByRole("list", { name: "Các hộ trong tổ" });
    expect(within(list).getAllByRole("button")).toEqual([screen.getByRole("button", { name: BAY })]);
  });

  test("says in words that nothing was kept, and keeps the sheet", async () => {
    const phone = await demoPhone();
    const { user } = await openMeeting(phone);
    await user.click(screen.getByRole("button", { name: BAY }));
    await user.click(await screen.findByRole("checkbox", { name: "Đồng ý cả 8 điều" }));
    await user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
    await drawn(phone, bay.id);
    phone.failSaying("storage");
    await user.click(screen.getByRole("button", { name: "Lưu, mời hộ tiếp" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/Trình duyệt không cho giữ dữ liệu/);
    expect(screen.getByRole("dialog", { name: "Hộ 19 · Trần Văn Bảy" })).toBeDefined();
  });
});

type User = ReturnType<typeof renderScreen>["user"];

async function openMeeting(phone: MemoryPhone) {
  const opened = renderScreen(phone, <Walk part="hop" />);
  await screen.findByRole("list", { name: "Các hộ trong tổ" });
  return opened;
}

async function signs(phone: MemoryPhone, user: User, id: string, name: RegExp) {
  await user.click(screen.getByRole("button", { name }));
  await user.click(await screen.findByRole("checkbox", { name: "Đồng ý cả 8 điều" }));
  await user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
  await drawn(phone, id);
  await user.click(screen.getByRole("button", { name: "Lưu, mời hộ tiếp" }));
}

/** Puts strokes into the draft that is open, as a finger would, and draws the sheet anew. */
async function drawn(phone: MemoryPhone, id: string) {
  const key = `pledge/${phone.ward}/${id}`;
  await waitFor(() =>
    expect((phone.drafts().get(key) as { purposes?: unknown[] } | undefined)?.purposes).toEqual(["record"]),
  );
  const close = screen.getByRole("button", { name: "Đóng" });
  const name = screen.getByRole("dialog").getAttribute("aria-labelledby");
  const title = document.getElementById(name ?? "")?.textContent ?? "";
  close.closest("dialog")?.dispatchEvent(new Event("close"));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  await phone.act.keepDraft(key, { ...(phone.drafts().get(key) as object), strokes: STROKES });
  screen
    .getByRole("button", { name: (heard) => heard.startsWith(`Mời ký: ${title.split(" · ")[0]},`) })
    .click();
  await screen.findByRole("dialog", { name: title });
}

function saidOn(phone: MemoryPhone, id: string) {
  return phone
    .entries()
    .filter(
      ({ standing, statement }) =>
        standing === "unsent" && [statement.claims.sub, statement.claims.in].includes(id),
    )
    .map(({ statement }) => ({ ...statement.claims, personal: personalOf(statement) }));
}
