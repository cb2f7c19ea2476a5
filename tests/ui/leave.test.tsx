import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { err, ok } from "../../src/domain/result.ts";
import type { Leaving } from "../../src/phone/api/leave-acts.ts";
import { LeaveScreen } from "../../src/ui/me/LeaveScreen.tsx";
import { MeScreen } from "../../src/ui/me/MeScreen.tsx";
import { demoPhone } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

const NOTHING: Leaving = { unsent: 0, photos: 0, rejected: 0, unsaved: 0, drafts: 0 };

// jsdom goes nowhere at a click on a link, and would say so.
beforeEach(() => {
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue();
  vi.stubGlobal("URL", { createObjectURL: () => "blob:x", revokeObjectURL: () => {} });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** A phone that would lose this, and what it was told to give up. */
async function losing(lost: Partial<Leaving>) {
  const phone = await demoPhone();
  const left: Leaving[] = [];
  let now = { ...NOTHING, ...lost };
  const act = {
    ...phone.act,
    parcelFile: async () => ok({ name: "so-gui.stq", text: "{}", left: 0 }),
    leaving: async () => now,
    leave: async (ward: string, said: Leaving) => {
      if (JSON.stringify(said) !== JSON.stringify(now)) return err("more" as const);
      left.push(said);
      await phone.act.leave(ward, said);
      return ok(null);
    },
  };
  return { ...phone, act, left, loses: (more: Partial<Leaving>) => (now = { ...now, ...more }) };
}

const button = () => screen.findByRole<HTMLButtonElement>("button", { name: "Xoá và thôi dùng máy này" });

async function confirm(user: ReturnType<typeof renderScreen>["user"]) {
  const dialog = await screen.findByRole("dialog", { name: "Xoá khỏi máy này?" });
  await user.click(within(dialog).getByRole("button", { name: "Xoá và thôi dùng máy này" }));
}

describe("a phone is given up", () => {
  test("from 'Tôi', where it is enrolled", async () => {
    renderScreen(await demoPhone(), <MeScreen />);
    const link = await screen.findByRole("link", { name: "Thôi dùng máy này…" });
    expect(link.getAttribute("href")).toBe("/toi/roi-may");
  });

  test("and nowhere where it only reads", async () => {
    renderScreen(await demoPhone({ self: null }), <MeScreen />);
    expect(await screen.findByRole("link", { name: "Đăng ký máy bằng mã mời" })).toBeTruthy();
    expect(screen.queryByRole("link", { name: "Thôi dùng máy này…" })).toBeNull();
  });

  test("after one question where the ward has all, and goes on to the first page", async () => {
    const phone = await losing({});
    const { user, where } = renderScreen(phone, <LeaveScreen />, { at: "/toi/roi-may" });
    expect(await screen.findByText("Phường đã có mọi bản ghi của máy này.")).toBeTruthy();
    expect(screen.queryByRole("checkbox")).toBeNull();
    await user.click(await button());
    expect(phone.left).toEqual([]);
    await confirm(user);
    await waitFor(() => expect(where()).toBe("/"));
    expect(phone.left).toEqual([NOTHING]);
  });

  test("not by a slip: whoever says no has all as it was", async () => {
    const phone = await losing({});
    const { user, where } = renderScreen(phone, <LeaveScreen />, { at: "/toi/roi-may" });
    await user.click(await button());
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Giữ lại" }));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(phone.left).toEqual([]);
    expect(where()).toBe("/toi/roi-may");
  });

  test("only by somebody who was told what the ward has not got, and how it gets it", async () => {
    const phone = await losing({ unsent: 3, photos: 1, rejected: 2, unsaved: 12, drafts: 1 });
    const { user } = renderScreen(phone, <LeaveScreen />, { at: "/toi/roi-may" });
    expect(await screen.findByText("Còn 3 bản ghi và 1 ảnh của máy này chưa tới phường.")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Gửi ngay" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Đưa sổ gửi ra tệp" })).toBeTruthy();
    const lost = within(screen.getByRole("main"))
      .getAllByRole("listitem")
      .map((one) => one.textContent);
    expect(lost).toEqual([
      expect.stringMatching(/^2 bản ghi phường không nhận/),
      expect.stringMatching(/^12 bản ghi hoặc ảnh phường đã nhận nhưng chưa chắc có trong bản sao lưu nào/),
      expect.stringMatching(/^1 chỗ đang viết dở/),
    ]);
    expect((await button()).disabled).toBe(true);
    await user.click(
      screen.getByRole("checkbox", { name: "Tôi biết những gì kể trên sẽ không còn trong máy này" }),
    );
    // What is unsent goes out first.
    expect((await button()).disabled).toBe(true);
    await user.click(screen.getByRole("button", { name: "Đưa sổ gửi ra tệp" }));
    await waitFor(async () => expect((await button()).disabled).toBe(false));
    await user.click(await button());
    await confirm(user);
    await waitFor(() => expect(phone.left).toHaveLength(1));
  });

  test.each([
    ["no-key", async () => err("no-key" as const), /^Máy chưa lấy được sổ của phường/],
    ["storage", () => Promise.reject(new Error("the database is gone")), /^Máy không đưa được tệp ra/],
  ])("by the tick alone where no file can be made: %s", async (_, parcelFile, words) => {
    const phone = await losing({ unsent: 3 });
    const act = { ...phone.act, parcelFile };
    const { user } = renderScreen({ ...phone, act }, <LeaveScreen />, { at: "/toi/roi-may" });
    await user.click(await screen.findByRole("checkbox"));
    expect((await button()).disabled).toBe(true);
    await user.click(screen.getByRole("button", { name: "Đưa sổ gửi ra tệp" }));
    expect(await screen.findByText(words)).toBeTruthy();
    await waitFor(async () => expect((await button()).disabled).toBe(false));
  });

  test("not where more waits than was handed over", async () => {
    const phone = await losing({ unsent: 1 });
    const { user } = renderScreen(phone, <LeaveScreen />, { at: "/toi/roi-may" });
    await user.click(await screen.findByRole("checkbox"));
    await user.click(screen.getByRole("button", { name: "Đưa sổ gửi ra tệp" }));
    await waitFor(async () => expect((await button()).disabled).toBe(false));
    phone.loses({ unsent: 2 });
    phone.setSending({ reached: false });
    expect(await screen.findByText("Còn 2 bản ghi của máy này chưa tới phường.")).toBeTruthy();
    expect((await button()).disabled).toBe(true);
  });

  test("not where nobody can tell what would be lost", async () => {
    const phone = await losing({});
    const act = { ...phone.act, leaving: () => Promise.reject(new Error("the database is gone")) };
    renderScreen({ ...phone, act }, <LeaveScreen />, { at: "/toi/roi-may" });
    expect((await screen.findByRole("alert")).textContent).toMatch(/^Máy chưa đếm được/);
    expect(screen.queryByRole("button", { name: "Xoá và thôi dùng máy này" })).toBeNull();
  });

  test("not where something was said meanwhile: it asks again", async () => {
    const phone = await losing({ drafts: 1 });
    const { user } = renderScreen(phone, <LeaveScreen />, { at: "/toi/roi-may" });
    await user.click(await screen.findByRole("checkbox"));
    phone.loses({ drafts: 2 });
    await user.click(await button());
    await confirm(user);
    expect(await screen.findByText(/^Vừa có thêm bản ghi hoặc chỗ viết dở/)).toBeTruthy();
    expect(await screen.findByText(/^2 chỗ đang viết dở/)).toBeTruthy();
    expect((await button()).disabled).toBe(true);
    expect(phone.left).toEqual([]);
  });
});
