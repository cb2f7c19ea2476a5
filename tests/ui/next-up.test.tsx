import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Household } from "../../src/ui/household/Household.tsx";
import { Round } from "../../src/ui/round/Round.tsx";
import { Walk } from "../../src/ui/walk/Walk.tsx";
import { Receipt } from "../../src/ui/receipt/Receipt.tsx";
import { DAY, demoPhone, EVENING, HOUSEHOLDS, pledgeOf } from "./demo-ward.ts";
import { newId } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh, bay, dung, dao] = HOUSEHOLDS;
const again = (sub: string, at: number) => ({
  type: "visit.logged",
  sub,
  body: { outcome: "comeBack", at },
});
const absent = (sub: string) => ({ type: "visit.logged", sub, body: { outcome: "absent" } });

afterEach(() => vi.unstubAllGlobals());

describe("whom to go to next", () => {
  test("stands on the first screen with its reason in words, and may be passed by", async () => {
    renderScreen(await demoPhone(), <Round />);
    const next = await screen.findByRole("link", { name: /^Nên đi tiếp/ });
    // A trader who is home by half past six.
    expect(next.getAttribute("aria-label")).toBe(
      "Nên đi tiếp: Nguyễn Thị Ánh, số 18, tổ 7. Ban ngày không có nhà, giờ này dễ gặp",
    );
    expect(next.getAttribute("href")).toBe(`/ho/${anh.id}`);
    // Every tổ has a household 18.
    expect(next.textContent).toContain("tổ\u00a07 · Ban ngày không có nhà");
    expect(screen.getAllByRole("link", { name: /^Hộ \d+, tổ \d+/ })).toHaveLength(4);
  });

  test("is an appointment that is due before any neighbour, counted on the screen", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [
      again(dung.id, EVENING + 600),
      again(bay.id, EVENING - DAY),
      again(dao.id, EVENING + DAY),
    ]);
    renderScreen(phone, <Round />);
    const next = await screen.findByRole("link", { name: /^Nên đi tiếp/ });
    expect(next.textContent).toContain("Đã hẹn 18:30 hôm qua, chưa ghé lại");
    expect(screen.getByRole("link", { name: "Hẹn hôm nay 1 hộ · 18:40 hộ 20 · quá hẹn 1 hộ" })).toBeDefined();
    phone.setNow(EVENING + 60);
    await phone.act.say(phone.ward, [absent(dung.id), absent(bay.id)]);
    await waitFor(() => expect(screen.queryByRole("link", { name: /^(Hẹn hôm nay|Quá hẹn)/ })).toBeNull());
  });

  test("counts the appointments of the tổ that is shown, as the order behind it does", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [
      again(bay.id, EVENING - DAY),
      again(dao.id, EVENING - 2 * DAY),
      again(dung.id, EVENING + 600),
    ]);
    const { user } = renderScreen(phone, <Round />);
    expect(
      await screen.findByRole("link", { name: "Hẹn hôm nay 1 hộ · 18:40 hộ 20 · quá hẹn 2 hộ" }),
    ).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Tổ 8" }));
    await waitFor(() =>
      expect(screen.getByRole("link", { name: /^Nên đi tiếp/ }).textContent).not.toContain("tổ\u00a0"),
    );
    expect(await screen.findByRole("link", { name: "Quá hẹn 1 hộ" })).toBeDefined();
    phone.setNow(EVENING + 60);
    await phone.act.say(phone.ward, [absent(dao.id)]);
    await waitFor(() => expect(screen.queryByRole("link", { name: /^(Hẹn hôm nay|Quá hẹn)/ })).toBeNull());
  });

  test("is shown as a whole order, with who is left for later and when", async () => {
    const phone = await demoPhone();
    phone.setNow(EVENING - 10 * 3600);
    await phone.act.say(phone.ward, [again(dung.id, EVENING)]);
    renderScreen(phone, <Walk part="thu-tu" />);
    const now = await screen.findByRole("region", { name: "Giờ này" });
    expect(namesIn(now)).toEqual([
      "Hộ 19, tổ 7: Trần Văn Bảy, 14 Lý Thường Kiệt, Chưa gặp, cùng đường với hộ 20 vừa ghé",
      "Hộ 1, tổ 8: Phạm Thị Đào, 2 Lý Thường Kiệt, Chưa tới lần nào",
    ]);
    expect(namesIn(screen.getByRole("region", { name: "Để lúc khác" }))).toEqual([
      "Hộ 18, tổ 7: Nguyễn Thị Ánh, 12/4 đường 30/4, Ban ngày không có nhà, nên đi sau 18:00",
      "Hộ 20, tổ 7: Lê Hoàng Dũng, 16 Lý Thường Kiệt, Hẹn 18:30 hôm nay",
    ]);
  });

  test("is never the door where nobody was at home a moment ago, nor when the next one is done in the same minute", async () => {
    const phone = await demoPhone();
    phone.setNow(EVENING + 20);
    await phone.act.say(phone.ward, [absent(bay.id)]);
    phone.setNow(EVENING + 40);
    const { unmount } = renderScreen(phone, <Household id={dung.id} />);
    // Bảy's is the nearest of this street.
    expect(await screen.findByRole("link", { name: "Hộ tiếp theo: 18 · Nguyễn Thị Ánh" })).toBeDefined();
    unmount();
    renderScreen(phone, <Round />);
    const next = await screen.findByRole("link", { name: /^Nên đi tiếp/ });
    expect(next.getAttribute("href")).toBe(`/ho/${dung.id}`);
  });

  test("is said on a household's page too, within its tổ first", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [again(dao.id, EVENING + 60)]);
    renderScreen(phone, <Household id={bay.id} />);
    const next = await screen.findByRole("link", { name: "Hộ tiếp theo: 20 · Lê Hoàng Dũng" });
    expect(next.parentElement?.textContent).toContain("Chưa gặp, cùng đường với hộ 19 vừa ghé");
  });
});

describe("the first tap at a door", () => {
  test("is one of four; 'Gặp được' makes the pledge the next thing to do", async () => {
    const phone = await demoPhone();
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    const first = await screen.findByRole("group", { name: "Ở cửa nhà này" });
    const buttons = within(first).getAllByRole("button");
    expect(buttons.map(({ textContent }) => textContent)).toEqual([
      "Gặp được",
      "Vắng nhà",
      "Hẹn lại",
      "Chưa đồng ý",
    ]);
    const before = phone.entries().length;
    const pledge = screen.getByRole("button", { name: "Ký cam kết" });
    expect(pledge.className).not.toContain("button-primary");
    await user.click(screen.getByRole("button", { name: "Gặp được" }));
    expect(document.activeElement).toBe(pledge);
    expect(pledge.className).toContain("button-primary");
    expect(screen.getByRole("button", { name: "Phát sổ tay" })).toBeDefined();
    // Nothing was done yet, so that nothing is recorded.
    expect(phone.entries()).toHaveLength(before);
  });
});

describe("a pledge signed by mistake", () => {
  const signing = () => {
    const consent = newId();
    return [
      { type: "handbook.delivered", sub: anh.id, body: { edition: 4, how: "hand" } },
      {
        jti: consent,
        type: "consent.given",
        sub: anh.id,
        body: { purposes: ["record"], version: 1, at: EVENING },
        personal: { by: "Nguyễn Thị Ánh" },
      },
      pledgeOf(anh.id, { body: { consent } }),
    ];
  };

  test("is taken back with all that was said with it, at one tap on its receipt", async () => {
    const phone = await demoPhone();
    const said = await phone.act.say(phone.ward, signing());
    const ids = said.ok ? said.value : [];
    const at = `/ho/${anh.id}/da-ky/${ids[2]}`;
    const { user, where } = renderScreen(phone, <Receipt id={anh.id} pledge={ids[2] ?? ""} />, { at });
    await user.click(await screen.findByRole("button", { name: "Hoàn tác" }));
    await waitFor(() => expect(where()).toBe(`/ho/${anh.id}`));
    const back = phone.entries().filter(({ statement }) => statement.claims.type === "statement.retracted");
    expect(back.map(({ statement }) => statement.claims.sub).toSorted()).toEqual([...ids].toSorted());
  });

  test("is not offered where somebody looks at the receipt later", async () => {
    const phone = await demoPhone();
    const said = await phone.act.say(phone.ward, signing());
    phone.setNow(EVENING + 30);
    renderScreen(phone, <Receipt id={anh.id} pledge={(said.ok && said.value[2]) || ""} />);
    await screen.findByText(/Đã giữ trong máy · chờ gửi/);
    expect(screen.queryByRole("button", { name: "Hoàn tác" })).toBeNull();
  });
});

describe("an appointment", () => {
  test("goes into the phone's calendar without a name", async () => {
    let kept: File | null = null;
    vi.spyOn(URL, "createObjectURL").mockImplementation((file) => {
      kept = file as File;
      return "blob:calendar";
    });
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => undefined);
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [again(anh.id, EVENING + 3600)]);
    const { user } = renderScreen(phone, <Household id={anh.id} />);
    await user.click(await screen.findByRole("button", { name: "Thêm vào lịch" }));
    expect(await screen.findByText(/hen-2026-11-23\.ics/)).toBeDefined();
    const text = (await (kept as File | null)?.text()) ?? "";
    expect(text).toContain("SUMMARY:Hộ 18\\, tổ 7\r\n");
    expect(text).toContain("DTSTART:20261123T123000Z");
    expect(text).not.toMatch(/Ánh|Nguyễn|30\/4|chợ/);
  });
});

function namesIn(region: HTMLElement): readonly (string | null)[] {
  return within(region)
    .getAllByRole("link")
    .map((link) => link.getAttribute("aria-label"));
}
