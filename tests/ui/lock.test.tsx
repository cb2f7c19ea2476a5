import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Phone } from "../../src/phone/api/phone.ts";
import { startPhone } from "../../src/phone/start-phone.ts";
import { Gate } from "../../src/ui/lock/ask-pin.tsx";
import { AskPin } from "../../src/ui/lock/AskPin.tsx";
import { guard } from "../../src/ui/lock/guard.ts";
import { isOpened, noteOpened } from "../../src/ui/lock/opened.ts";
import { MeScreen } from "../../src/ui/me/MeScreen.tsx";
import { demoPhone, EVENING } from "./demo-ward.ts";
import { renderScreen } from "./render-screen.tsx";

beforeEach(() => sessionStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const box = (name: string | RegExp) => screen.findByLabelText<HTMLInputElement>(name);

describe("before the app", () => {
  async function locked() {
    const phone = await demoPhone();
    await phone.act.setPin("2580", null);
    const onOpen = vi.fn<() => void>();
    const drawn = renderScreen(phone, <AskPin start={() => () => undefined} onOpen={onOpen} />);
    return { ...drawn, phone, onOpen };
  }

  test("the PIN is asked for, and shown to nobody", async () => {
    const { user, onOpen } = await locked();
    const pin = await box("Mã PIN");
    expect(pin.type).toBe("password");
    expect(document.activeElement).toBe(pin);
    await user.type(pin, "25a80");
    expect(pin.value).toBe("2580");
    await user.click(screen.getByRole("button", { name: "Mở" }));
    await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
  });

  test("a wrong one is told, and the box is empty for the next", async () => {
    const { user, onOpen } = await locked();
    await user.type(await box("Mã PIN"), "1111{Enter}");
    expect((await screen.findByRole("alert")).textContent).toBe("Mã chưa đúng.");
    expect((await box("Mã PIN")).value).toBe("");
    expect(onOpen).not.toHaveBeenCalled();
  });

  test("whoever has to wait is told how long", async () => {
    const { phone } = await locked();
    document.body.innerHTML = "";
    const refused = { ok: false, error: { why: "wait", seconds: 61 } } as const;
    const waiting = { ...phone, act: { ...phone.act, tryPin: async () => refused } };
    const { user } = renderScreen(waiting, <AskPin start={() => () => undefined} onOpen={() => undefined} />);
    await user.type(await box("Mã PIN"), "2580{Enter}");
    expect((await screen.findByRole("alert")).textContent).toBe(
      "Đã thử nhiều lần; hãy chờ 2 phút rồi thử lại.",
    );
  });

  test("whoever has forgotten it may give the phone up, and sees nobody's name on the way", async () => {
    const { user } = await locked();
    await user.click(await screen.findByRole("button", { name: "Quên mã?" }));
    await user.click(screen.getByRole("button", { name: "Gửi trước, rồi xoá khỏi máy" }));
    expect(await screen.findByRole("heading", { name: "Thôi dùng máy này" })).toBeTruthy();
    expect(await screen.findByRole("button", { name: "Xoá và thôi dùng máy này" })).toBeTruthy();
    // But the way that skips to what it says.
    expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["#main"]);
    expect(document.body.textContent).not.toMatch(/Nguyễn|Võ|Cô Sáu/);
    await user.click(screen.getByRole("button", { name: "Nhớ ra mã rồi" }));
    expect(await box("Mã PIN")).toBeTruthy();
  });
});

describe("on 'Tôi'", () => {
  test("a PIN is set once it was typed twice alike", async () => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <MeScreen />);
    await user.click(await screen.findByRole("button", { name: "Đặt mã PIN" }));
    await user.type(await box(/^Mã mới/), "258");
    await user.click(screen.getByRole("button", { name: "Giữ mã này" }));
    expect((await screen.findByRole("alert")).textContent).toBe("Mã cần từ 4 đến 8 chữ số.");
    await user.type(await box(/^Mã mới/), "0");
    await user.type(await box("Gõ lại mã mới"), "2581");
    await user.click(screen.getByRole("button", { name: "Giữ mã này" }));
    expect((await screen.findByRole("alert")).textContent).toBe("Hai lần gõ chưa giống nhau.");
    await user.clear(await box("Gõ lại mã mới"));
    await user.type(await box("Gõ lại mã mới"), "2580{Enter}");
    expect(await screen.findByText(/^Đã đặt mã/)).toBeTruthy();
    expect(await screen.findByRole("button", { name: "Đổi mã" })).toBeTruthy();
    expect(await phone.act.tryPin("2581")).toMatchObject({ ok: false });
    // Whoever has set it is not asked for it at the next page.
    expect(isOpened(Date.now())).toBe(true);
  });

  test("it is removed by whoever knows it", async () => {
    const phone = await demoPhone();
    await phone.act.setPin("2580", null);
    const { user } = renderScreen(phone, <MeScreen />);
    await user.click(await screen.findByRole("button", { name: "Bỏ mã" }));
    await user.type(await box("Mã đang dùng"), "1111{Enter}");
    expect((await screen.findByRole("alert")).textContent).toBe("Mã chưa đúng.");
    await user.clear(await box("Mã đang dùng"));
    await user.type(await box("Mã đang dùng"), "2580{Enter}");
    expect(await screen.findByText("Đã bỏ mã.")).toBeTruthy();
    expect(await screen.findByRole("button", { name: "Đặt mã PIN" })).toBeTruthy();
  });

  test("a phone that only reads has nothing to lock", async () => {
    renderScreen(await demoPhone({ self: null }), <MeScreen />);
    expect(await screen.findByRole("link", { name: "Đăng ký máy bằng mã mời" })).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Đặt mã PIN" })).toBeNull();
  });
});

test("a tab stays open for five minutes, and never by a clock that was set back", () => {
  const at = EVENING * 1000;
  expect(isOpened(at)).toBe(false);
  noteOpened(at);
  expect(isOpened(at + 299_999)).toBe(true);
  expect(isOpened(at + 300_000)).toBe(false);
  expect(isOpened(at - 1)).toBe(false);
});

test("a page that is loaded anew right after the PIN was given asks for none", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no coverage")));
  const given = {
    now: () => EVENING * 1000,
    random: (bytes: number) => new Uint8Array(bytes),
    version: "0.1.0",
  };
  await startPhone(given).act.setPin("2580", null);
  const opened = guard(given);
  await userEvent.type(await box("Mã PIN"), "2580{Enter}");
  await opened;
  expect(isOpened(given.now())).toBe(true);
});

describe("where the page could not tell whether there is a PIN", () => {
  function gate(phone: Phone) {
    const onOpen = vi.fn<() => void>();
    renderScreen(phone, <Gate start={() => () => undefined} onOpen={onOpen} />);
    return onOpen;
  }

  test("whoever has set none goes on", async () => {
    const onOpen = gate(await demoPhone());
    await waitFor(() => expect(onOpen).toHaveBeenCalledOnce());
    expect(screen.queryByLabelText("Mã PIN")).toBeNull();
  });

  test("it is asked for where there is one", async () => {
    const phone = await demoPhone();
    await phone.act.setPin("2580", null);
    const onOpen = gate(phone);
    expect(await box("Mã PIN")).toBeTruthy();
    expect(onOpen).not.toHaveBeenCalled();
  });

  test("nobody goes on while the phone cannot tell either, and words say why", async () => {
    const phone = await demoPhone();
    const untold = () => () => () => undefined;
    const onOpen = gate({ ...phone, watch: { ...phone.watch, settings: untold, memberships: untold } });
    expect((await screen.findByRole("alert", {}, { timeout: 5_000 })).textContent).toMatch(/vẫn còn nguyên/);
    expect(onOpen).not.toHaveBeenCalled();
  });
});
