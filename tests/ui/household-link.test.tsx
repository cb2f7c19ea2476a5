import { screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { encodeText } from "../../src/domain/base64url.ts";
import { EnrolScreen } from "../../src/ui/enrol/EnrolScreen.tsx";
import { Household } from "../../src/ui/household/Household.tsx";
import { SendLink } from "../../src/ui/link/SendLink.tsx";
import { HouseholdItem } from "../../src/ui/round/HouseholdItem.tsx";
import { DAY, demoPhone, EVENING, HOUSEHOLDS, WARD, pledgeOf } from "./demo-ward.ts";
import { newId, type MemoryPhone } from "./memory-phone.ts";
import { renderAt } from "./render-at.tsx";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;
const KEY = `link/${WARD}/${anh.id}`;

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const lastSaid = (phone: MemoryPhone) => phone.entries().at(-1)?.statement.claims;

async function made() {
  const phone = await demoPhone();
  const opened = renderScreen(phone, <SendLink id={anh.id} />);
  await opened.user.click(await screen.findByRole("button", { name: "Tạo đường dẫn" }));
  await screen.findByRole("figure", { name: "Mã QR của đường dẫn" });
  // The button has vanished: until when the link is good comes next.
  await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Dùng cho một điện thoại/));
  return { phone, ...opened };
}

describe("the volunteer's side", () => {
  test("a household that has not signed is offered the link on its page", async () => {
    renderScreen(await demoPhone(), <Household id={anh.id} />);
    const link = await screen.findByRole("link", { name: "Gửi cho hộ tự ký" });
    expect(link.getAttribute("href")).toBe(`/ho/${anh.id}/tu-ky`);
  });

  test("a tap makes it; it is kept, and stands there when the page is opened again", async () => {
    const { phone, unmount } = await made();
    expect(phone.drafts().get(KEY)).toMatchObject({ exp: EVENING + 10 * DAY });
    expect(screen.getByText("Dùng cho một điện thoại, tới 03/12 18:30.")).toBeDefined();
    unmount();
    renderScreen(phone, <SendLink id={anh.id} />);
    expect(await screen.findByRole("figure", { name: "Mã QR của đường dẫn" })).toBeDefined();
  });

  test("it is handed on by the phone's own sharing, with a sentence before it", async () => {
    const share = vi.fn<(data: ShareData) => Promise<void>>().mockResolvedValue();
    vi.stubGlobal("navigator", Object.assign(Object.create(navigator) as Navigator, { share }));
    const { user, phone } = await made();
    await user.click(screen.getByRole("button", { name: "Gửi qua Zalo, tin nhắn…" }));
    const { code } = phone.drafts().get(KEY) as { code: string };
    expect(share).toHaveBeenCalledWith({
      title: "Sổ tay quy ước và bản cam kết",
      text: expect.stringContaining("Cam kết là tự nguyện"),
      url: `${window.location.origin}/vao#${WARD}.${code}`,
    });
  });

  test("where the browser shares nothing it is copied, and that is said", async () => {
    const { user, phone } = await made();
    await user.click(screen.getByRole("button", { name: "Gửi qua Zalo, tin nhắn…" }));
    expect((await screen.findAllByText("Đã chép đường dẫn.")).length).toBeGreaterThan(0);
    const { code } = phone.drafts().get(KEY) as { code: string };
    expect(await navigator.clipboard.readText()).toContain(`/vao#${WARD}.${code}`);
  });

  test("a note for the door is printed: with the code and the place, and nobody's name", async () => {
    const print = vi.fn<() => void>();
    vi.stubGlobal("print", print);
    const { user } = await made();
    await user.click(screen.getByRole("button", { name: "In tờ nhắn để lại nhà" }));
    await waitFor(() => expect(print).toHaveBeenCalledOnce());
    const slip = document.querySelector(".slip");
    expect(slip?.textContent).toContain("Kính gửi Hộ 18, tổ 7");
    expect(slip?.textContent).toContain("Cam kết là tự nguyện");
    expect(slip?.textContent).not.toMatch(/Ánh/);
    expect(slip?.querySelector(".qr-code")).not.toBeNull();
    window.dispatchEvent(new Event("afterprint"));
    await waitFor(() => expect(document.querySelector(".slip")).toBeNull());
    expect(document.body.classList.contains("prints-slip")).toBe(false);
  });

  test("it is called back by one tap, by a statement that names it", async () => {
    const { user, phone } = await made();
    const { jti } = phone.drafts().get(KEY) as { jti: string };
    await user.click(screen.getByRole("button", { name: "Thu hồi đường dẫn" }));
    const told = await screen.findByRole("heading", { name: "Đã thu hồi đường dẫn" });
    await waitFor(() => expect(document.activeElement).toBe(told.closest("[role=status]")));
    expect(lastSaid(phone)).toMatchObject({ type: "invite.cancelled", sub: jti });
    expect(screen.queryByRole("figure")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Tạo đường dẫn mới" }));
    expect(await screen.findByRole("figure", { name: "Mã QR của đường dẫn" })).toBeDefined();
  });

  test("one whose time is over is not shown any more", async () => {
    const { phone, unmount } = await made();
    unmount();
    phone.setNow(EVENING + 11 * DAY);
    renderScreen(phone, <SendLink id={anh.id} />);
    expect(await screen.findByRole("heading", { name: "Đường dẫn trước đã quá ngày" })).toBeDefined();
    expect(screen.queryByRole("figure")).toBeNull();
  });

  test("that the household has opened it is told", async () => {
    const { phone, unmount } = await made();
    unmount();
    const { jti } = phone.drafts().get(KEY) as { jti: string };
    const key = { kty: "EC", crv: "P-256", x: "A".repeat(43), y: "A".repeat(43) };
    await phone.wardSays(phone.office, [
      {
        type: "device.enrolled",
        sub: "B".repeat(42).concat("A"),
        body: { key, role: "household", areas: [], person: newId(), invite: jti },
        personal: { deviceName: "Điện thoại của hộ" },
      },
    ]);
    renderScreen(phone, <SendLink id={anh.id} />);
    expect(await screen.findByRole("heading", { name: "Hộ đã mở đường dẫn" })).toBeDefined();
  });

  test("a phone that could not keep it says why, and shows none", async () => {
    const phone = await demoPhone();
    phone.failSaying("full");
    const { user } = renderScreen(phone, <SendLink id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Tạo đường dẫn" }));
    expect(await screen.findByText(/Máy hết chỗ/, { selector: "[role=alert]" })).toBeDefined();
    expect(screen.queryByRole("figure")).toBeNull();
  });
});

describe("a pledge by link", () => {
  async function signedAlone() {
    const phone = await demoPhone();
    const home = await phone.addSpeaker({ personName: "", role: "household", areas: [] });
    const consent = newId();
    const [, pledge = ""] = await phone.wardSays(home, [
      {
        jti: consent,
        type: "consent.given",
        sub: anh.id,
        body: { purposes: ["record"], version: 1, at: EVENING },
        personal: { by: "Nguyễn Thị Ánh" },
      },
      pledgeOf(anh.id, { body: { medium: "link", consent } }),
    ]);
    return { phone, pledge };
  }

  test("counts, is marked as not met, and is confirmed by one tap of whoever meets the household", async () => {
    const { phone, pledge } = await signedAlone();
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    expect(await screen.findByText("Hộ tự ký trên máy của hộ, chưa gặp")).toBeDefined();
    expect(screen.queryByRole("link", { name: "Gửi cho hộ tự ký" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "Đã gặp, đúng là hộ ký" }));
    await waitFor(() => expect(screen.queryByText("Hộ tự ký trên máy của hộ, chưa gặp")).toBeNull());
    await waitFor(() => expect(document.activeElement?.matches("a, button")).toBe(true));
    await waitFor(() =>
      expect(document.querySelector("output.only-heard")?.textContent).toMatch(/đã gặp, đúng là hộ ký$/),
    );
    expect(lastSaid(phone)).toMatchObject({
      type: "pledge.preferred",
      sub: anh.id,
      body: { campaign: "2026", pledge },
    });
    // And undone by another.
    await user.click(screen.getByRole("button", { name: "Hoàn tác" }));
    expect(await screen.findByText("Hộ tự ký trên máy của hộ, chưa gặp")).toBeDefined();
  });

  test("says so on its line in the round", async () => {
    const { phone } = await signedAlone();
    const rows = await new Promise<Parameters<Parameters<ReturnType<typeof phone.watch.round>>[0]>[0]>(
      (resolve) => phone.watch.round(WARD)(resolve),
    );
    const row = rows.find(({ id }) => id === anh.id);
    if (!row) throw new Error("no row");
    renderScreen(phone, <HouseholdItem row={row} areas={[]} placed={false} now={EVENING} />);
    expect(screen.getByText("Hộ tự ký, chưa gặp")).toBeDefined();
    expect(screen.getByRole("link", { name: /hộ tự ký, chưa gặp$/ })).toBeDefined();
  });
});

describe("the household's side", () => {
  const codeUntil = (exp: number) =>
    [
      encodeText("{}"),
      encodeText(JSON.stringify({ aud: WARD, jti: newId(), role: "household", household: anh.id, exp })),
      "A".repeat(86),
    ].join(".");
  const address = (exp = EVENING + DAY) => `/vao#${WARD}.${codeUntil(exp)}`;

  async function stranger() {
    const phone = await demoPhone({ self: null });
    phone.setMemberships([]);
    return phone;
  }

  test("opening the link opens nothing yet; it says whose it is, that it is voluntary, and one tap leads to the household's page", async () => {
    const phone = await stranger();
    const enrol = vi.spyOn(phone.act, "enrol");
    const { user } = renderAt(phone, address(), <EnrolScreen />);
    expect(await screen.findByRole("heading", { name: "Mời hộ đọc và tự ký" })).toBeDefined();
    expect(await screen.findByText(/^Phường 3 gửi đường dẫn này/)).toBeDefined();
    expect(screen.getByText("Cam kết là tự nguyện. Mở ra đọc chưa phải là ký.")).toBeDefined();
    expect(screen.queryByRole("textbox")).toBeNull();
    // Practising is for volunteers.
    expect(screen.queryByRole("link", { name: /Tập dùng/ })).toBeNull();
    expect(enrol).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Mở sổ tay và bản cam kết" }));
    await waitFor(() => expect(window.location.pathname).toBe("/ho-cua-toi"));
    expect(enrol).toHaveBeenCalledWith(expect.objectContaining({ deviceName: "Điện thoại của hộ" }));
    expect(phone.drafts().size).toBe(0);
  });

  test.each([
    ["invite-expired", "Đường dẫn này không còn dùng được"],
    ["forbidden", "Đường dẫn này không còn dùng được"],
    ["invite-used", "Đường dẫn này đã mở trên điện thoại khác"],
    ["invite-unknown", "Phường chưa biết đường dẫn này"],
  ])("%s is said kindly, and the handbook can be read all the same", async (error, words) => {
    const phone = await stranger();
    phone.failCalls(error);
    const { user } = renderAt(phone, address(), <EnrolScreen />);
    await user.click(await screen.findByRole("button", { name: "Mở sổ tay và bản cam kết" }));
    expect(await screen.findByRole("heading", { name: words })).toBeDefined();
    expect(screen.getByRole("link", { name: "Chỉ đọc sổ tay" }).getAttribute("href")).toBe(`/so-tay/${WARD}`);
    expect(screen.queryByRole("button", { name: "Mở sổ tay và bản cam kết" })).toBeNull();
  });

  test("without coverage the link is still good", async () => {
    const phone = await stranger();
    phone.failCalls("unreachable");
    const { user } = renderAt(phone, address(), <EnrolScreen />);
    await user.click(await screen.findByRole("button", { name: "Mở sổ tay và bản cam kết" }));
    expect(await screen.findByRole("heading", { name: "Đang không có mạng" })).toBeDefined();
    phone.failCalls(null);
    await user.click(screen.getByRole("button", { name: "Mở sổ tay và bản cam kết" }));
    await waitFor(() => expect(window.location.pathname).toBe("/ho-cua-toi"));
  });

  test("one whose time is over says so at once, and asks nobody", async () => {
    const phone = await stranger();
    const enrol = vi.spyOn(phone.act, "enrol");
    renderAt(phone, address(EVENING - 60), <EnrolScreen />);
    expect(await screen.findByRole("heading", { name: "Đường dẫn này không còn dùng được" })).toBeDefined();
    expect(screen.queryByRole("button", { name: "Mở sổ tay và bản cam kết" })).toBeNull();
    expect(enrol).not.toHaveBeenCalled();
  });
});
