import { screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { Sending } from "../../src/phone/api/phone.ts";
import { MeScreen } from "../../src/ui/me/MeScreen.tsx";
import { OutboxScreen } from "../../src/ui/outbox/OutboxScreen.tsx";
import { Round } from "../../src/ui/round/Round.tsx";
import { DAY, demoPhone, EVENING } from "./demo-ward.ts";
import { handbookPhone } from "./handbook-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

/** The line that tells how the sending stands. */
async function lineOf(sending: Partial<Sending>, page = <Round />) {
  const phone = await demoPhone();
  phone.setSending(sending);
  const drawn = renderScreen(phone, page);
  await screen.findByRole("region", { name: "Tình trạng máy" });
  const banner = document.querySelector("[data-banner] .banner");
  return { ...drawn, phone, words: banner?.textContent, isGreen: banner?.className.includes("signed") };
}

const HOUR_AGO = EVENING - 3600;

describe("the line that tells how the sending stands", () => {
  test.each([
    ["full", "Máy hết chỗ nên chưa giữ được tin phường gửi về"],
    ["storage", "Trình duyệt không cho giữ tin phường gửi về"],
    ["wrong-ward-key", "Có mạng · chưa lấy được tin phường gửi về"],
  ])("does not look as if all were well where a pull failed by %s", async (problem, words) => {
    const line = await lineOf({ problem, lastSuccess: HOUR_AGO });
    expect(line).toMatchObject({ words, isGreen: false });
  });

  test("says so on the outbox and on 'Tôi' as well", async () => {
    const { unmount } = await lineOf({ problem: "full", lastSuccess: HOUR_AGO }, <OutboxScreen />);
    expect(screen.getByText("Máy hết chỗ nên chưa giữ được tin phường gửi về")).toBeTruthy();
    unmount();
    const phone = await demoPhone();
    phone.setSending({ problem: "full", lastSuccess: HOUR_AGO });
    renderScreen(phone, <MeScreen />);
    expect(await screen.findByText("Máy hết chỗ nên chưa giữ được tin phường gửi về")).toBeTruthy();
  });

  test("tells of photos that the ward has no room for, and for how long nothing went out", async () => {
    const line = await lineOf({ problem: "store-full", photos: 7, lastSuccess: EVENING - 4 * DAY });
    expect(line).toMatchObject({
      words: "Phường chưa nhận được · 7 ảnh chờ gửi · 4 ngày chưa gửi được",
      isGreen: false,
    });
  });

  test("is not green while photos wait", async () => {
    const line = await lineOf({ photos: 1, lastSuccess: HOUR_AGO });
    expect(line).toMatchObject({ words: "Có mạng · gửi lúc 17:30 · 1 ảnh chờ gửi", isGreen: false });
  });

  test("is green where all went out", async () => {
    const line = await lineOf({ lastSuccess: HOUR_AGO });
    expect(line).toMatchObject({ words: "Có mạng · gửi lúc 17:30", isGreen: true });
  });

  test.each([
    [1, "Ngoại tuyến"],
    [2, "Ngoại tuyến · 2 ngày chưa gửi được"],
    [4, "Ngoại tuyến · 4 ngày chưa gửi được"],
  ])("adds the days from the second on: after %d", async (days, words) => {
    const line = await lineOf({ reached: false, problem: "unreachable", lastSuccess: EVENING - days * DAY });
    expect(line.words).toBe(words);
  });
});

describe("the line of a phone that the ward has stopped", () => {
  async function stopped(phone: MemoryPhone) {
    phone.setMemberships([
      {
        ward: phone.ward,
        name: "Phường 3",
        device: "x",
        role: "volunteer",
        areas: ["kp2/t07"],
        revoked: true,
      },
    ]);
    renderScreen(phone, <OutboxScreen />);
    return screen.findByText(/^Máy này đã bị phường ngừng quyền ghi/);
  }

  test("names whom to call in the ward, and a tap calls", async () => {
    const told = await stopped(await handbookPhone({ personName: "Cô Sáu", areas: ["kp2/t07"] }));
    // Not the committee of the khu phố, which comes first in the book.
    const call = await within(told.closest<HTMLElement>(".banner")!).findByRole("link", {
      name: "Hãy gọi Mặt trận Phường 3: 0272 3000 100",
    });
    expect(call.getAttribute("href")).toBe("tel:02723000100");
  });

  test("says so much where no number is known", async () => {
    const told = await stopped(await demoPhone());
    expect((await within(told.closest<HTMLElement>(".banner")!).findByText("Hãy gọi phường.")).tagName).toBe(
      "P",
    );
    expect(screen.queryByRole("link", { name: /^Hãy gọi/ })).toBeNull();
  });
});

describe("a ward whose page answers with its own trouble", () => {
  const ailing = { reached: false, problem: "unavailable", photos: 1, lastSuccess: HOUR_AGO } as const;
  const words = "Trang của phường đang trục trặc, bản ghi vẫn giữ trong máy · 1 ảnh chờ gửi";

  test("is not taken for a phone without coverage", async () => {
    const line = await lineOf(ailing);
    expect(line).toMatchObject({ words, isGreen: false });
    expect(screen.queryByText(/Ngoại tuyến/)).toBeNull();
  });

  test("is told on 'Tôi', and after 'Gửi ngay' with what to do", async () => {
    const base = await demoPhone();
    base.setSending(ailing);
    const me = renderScreen(base, <MeScreen />);
    expect(await screen.findByText(words)).toBeTruthy();
    me.unmount();
    const phone = { ...base, act: { ...base.act, exchange: async () => base.setSending(ailing) } };
    const { user } = renderScreen(phone, <OutboxScreen />);
    await user.click(await screen.findByRole("button", { name: "Gửi ngay" }));
    expect(await screen.findByText(`${words}.`)).toBeTruthy();
    expect(
      await screen.findByText(/^Bản ghi vẫn giữ trong máy, máy tự gửi lại\. Nếu mai vẫn vậy/),
    ).toBeTruthy();
    expect(screen.queryByText(/khi có mạng\.$/)).toBeNull();
  });
});

describe("'Gửi ngay'", () => {
  async function tried(sending: Partial<Sending>) {
    const base = await demoPhone();
    const exchange = async () => base.setSending(sending);
    const phone = { ...base, act: { ...base.act, exchange } };
    const { user } = renderScreen(phone, <OutboxScreen />);
    await user.click(await screen.findByRole("button", { name: "Gửi ngay" }));
  }

  test("does not say that all is well where what the ward says could not be kept", async () => {
    await tried({ problem: "storage", lastSuccess: HOUR_AGO });
    expect(await screen.findByText("Trình duyệt không cho giữ tin phường gửi về.")).toBeTruthy();
    expect(screen.queryByText(/Không có gì phải gửi/)).toBeNull();
  });

  test("adds for how many days nothing went out", async () => {
    await tried({ reached: false, problem: "unreachable", lastSuccess: EVENING - 3 * DAY });
    expect(await screen.findByText(/^Chưa gọi được phường.* Đã 3 ngày chưa gửi được\.$/)).toBeTruthy();
  });

  test("does not promise photos that the ward has no room for", async () => {
    await tried({ problem: "store-full", photos: 7, lastSuccess: HOUR_AGO });
    expect(await screen.findByText("Phường chưa nhận được · 7 ảnh chờ gửi.")).toBeTruthy();
  });
});
