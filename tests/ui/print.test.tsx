import { screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { Draft } from "../../src/domain/statement.ts";
import { Household } from "../../src/ui/household/Household.tsx";
import { PrintPledge } from "../../src/ui/print/PrintPledge.tsx";
import { PrintRound } from "../../src/ui/print/PrintRound.tsx";
import { CHANGED_CAMPAIGN, demoPhone, EVENING, HOUSEHOLDS, OFFICE, pledgeOf } from "./demo-ward.ts";
import { newId, type MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh, bay, dung] = HOUSEHOLDS;
const STROKES = "M20 120l40-80 40 90";

afterEach(() => vi.unstubAllGlobals());

async function pledged(phone: MemoryPhone, more: Partial<Draft> = {}): Promise<string> {
  const said = await phone.act.say(phone.ward, [
    pledgeOf(anh.id, {
      body: { agreed: ["flag", "waste"], declined: ["tax"] },
      personal: { signer: "Nguyễn Thị Ánh", relation: "chủ hộ", strokes: STROKES },
      ...more,
    }),
  ]);
  return (said.ok && said.value[0]) || "";
}

describe("a pledge on paper", () => {
  test.each([
    ["from the phone", undefined],
    ["from the office", OFFICE],
  ])("is printed twice %s, in the form of offices, with signature and receipt", async (_, self) => {
    const phone = await demoPhone(self && { self });
    const jti = await pledged(phone);
    phone.deliver();
    const print = vi.fn<() => void>();
    vi.stubGlobal("print", print);
    const { user } = renderScreen(phone, <PrintPledge id={anh.id} pledge={jti} />);
    const [first, second] = await screen.findAllByRole("article");
    if (!first || !second) throw new Error("two copies are printed");
    for (const copy of [first, second]) {
      for (const words of [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "BẢN CAM KẾT",
        "Thực hiện quy ước năm 2026",
        "Kính gửi: Ban công tác Mặt trận Khu phố 2, Phường 3.",
        "Tôi tên là: Nguyễn Thị Ánh",
        "Đại diện hộ số 18, Tổ 7, Khu phố 2",
        "Địa chỉ: 12/4 đường 30/4",
        "tự nguyện cam kết",
        "Phường 3, ngày 23 tháng 11 năm 2026",
        `Mã biên nhận: ${jti}`,
        "Số ở phường:",
      ])
        expect(copy.textContent).toContain(words);
      const [agreed, declined] = within(copy).getAllByRole("list");
      expect(agreed?.textContent).toBe(
        "Treo cờ Tổ quốc ngày lễ, Tết (Điều 13)Ký hợp đồng thu gom rác, để rác đúng giờ xe tới (Điều 11)",
      );
      expect(declined?.textContent).toBe("Nộp thuế đất phi nông nghiệp đúng hạn mỗi năm (Điều 6)");
      expect(
        within(copy).getByRole("img", { name: "Nguyễn Thị Ánh" }).querySelector("path")?.getAttribute("d"),
      ).toBe(STROKES);
      expect(await within(copy).findByRole("figure", { name: `Mã biên nhận: ${jti}` })).toBeDefined();
      expect(copy.textContent).not.toMatch(/chữ ký số/i);
      expect(copy.textContent).toContain("không cho biết ai đã cầm bút");
    }
    expect(first.textContent).toContain("Bản hộ giữ");
    expect(second.textContent).toContain("Bản phường giữ");
    expect(first.className).not.toContain("sheet-a5");
    await user.click(screen.getByRole("button", { name: "Khổ giấy A5" }));
    expect(first.className).toContain("sheet-a5");
    await user.click(screen.getByRole("button", { name: "In hai bản" }));
    expect(print).toHaveBeenCalledOnce();
  });

  test("has the words that were signed, whatever the office asks since", async () => {
    const phone = await demoPhone({ self: OFFICE });
    const jti = await pledged(phone);
    await phone.wardSays(phone.office, [CHANGED_CAMPAIGN], EVENING + 86_400);
    renderScreen(phone, <PrintPledge id={anh.id} pledge={jti} />);
    const [copy] = await screen.findAllByRole("article");
    if (!copy) throw new Error("two copies are printed");
    const [agreed, declined] = within(copy).getAllByRole("list");
    expect(agreed?.textContent).toMatch(/^Treo cờ Tổ quốc ngày lễ, Tết \(Điều 13\)Ký hợp đồng thu gom rác/);
    expect(declined?.textContent).toBe("Nộp thuế đất phi nông nghiệp đúng hạn mỗi năm (Điều 6)");
  });

  test("bears the day that stands on the paper, and says that it was signed there", async () => {
    const phone = await demoPhone();
    const jti = await pledged(phone, {
      body: {
        campaign: "2026",
        edition: 4,
        agreed: ["flag"],
        declined: [],
        medium: "paper",
        on: "2026-11-20",
        consent: newId(),
      },
      personal: { signer: "Nguyễn Thị Ánh", relation: "chủ hộ", photo: "a".repeat(42).concat("A") },
    });
    renderScreen(phone, <PrintPledge id={anh.id} pledge={jti} />);
    const [copy] = await screen.findAllByRole("article");
    expect(copy?.textContent).toContain("ngày 20 tháng 11 năm 2026");
    expect(copy?.textContent).toContain("(đã ký trên bản giấy)");
    expect(copy?.textContent).toContain("Phường chưa nhận bản ghi này.");
  });

  test("is an empty form before anything is signed, and is nothing where the pledge was taken back", async () => {
    const phone = await demoPhone();
    const blank = renderScreen(phone, <PrintPledge id={anh.id} pledge={undefined} />);
    const [copy] = await screen.findAllByRole("article");
    expect(copy?.textContent).toContain("ngày …… tháng …… năm ………");
    // Name and relation are written by hand, to the end of their lines; the address is known.
    expect([...(copy?.querySelectorAll(".sheet-blank") ?? [])].map((one) => one.textContent)).toEqual([
      "Tôi tên là:",
      "Quan hệ với chủ hộ:",
    ]);
    expect(copy?.textContent).toContain("Nộp thuế đất");
    expect(copy?.querySelector("svg")).toBeNull();
    blank.unmount();
    const jti = await pledged(phone);
    await phone.act.retract(phone.ward, jti, anh.id);
    renderScreen(phone, <PrintPledge id={anh.id} pledge={jti} />);
    expect(await screen.findByText(/^Không thấy bản cam kết này để in/)).toBeDefined();
  });

  test("is led to from the household's page: the one that counts", async () => {
    const phone = await demoPhone();
    const jti = await pledged(phone);
    renderScreen(phone, <Household id={anh.id} />);
    const link = await screen.findByRole("link", { name: "In bản cam kết" });
    expect(link.getAttribute("href")).toBe(`/ho/${anh.id}/in/${jti}`);
  });
});

describe("a walk list on paper", () => {
  test("has each household of the tổ with what is recorded and room to write, and nobody's refusal", async () => {
    const phone = await demoPhone();
    await phone.act.say(phone.ward, [
      { type: "visit.logged", sub: anh.id, body: { outcome: "comeBack", at: EVENING + 86_400 } },
      { type: "visit.logged", sub: bay.id, body: { outcome: "refused" }, personal: { note: "không muốn" } },
      { type: "handbook.delivered", sub: dung.id, body: { edition: 4, how: "hand" } },
    ]);
    const print = vi.fn<() => void>();
    vi.stubGlobal("print", print);
    const { user, unmount } = renderScreen(phone, <PrintRound area="kp2/t07" />);
    const rows = within(await screen.findByRole("table")).getAllByRole("row");
    expect(rows.slice(1).map((row) => row.textContent?.trim())).toEqual([
      "18Nguyễn Thị Ánh12/4 đường 30/44Hẹn 18:30 24/11",
      "19Trần Văn Bảy14 Lý Thường Kiệt5Đã gặp",
      "20Lê Hoàng Dũng16 Lý Thường Kiệt3Đã phát",
    ]);
    expect(screen.getByRole("article").textContent).not.toMatch(/đồng ý|không muốn/i);
    await user.click(screen.getByRole("button", { name: "In danh sách" }));
    expect(print).toHaveBeenCalledOnce();
    unmount();
    renderScreen(phone, <PrintRound area="" />);
    expect(await screen.findAllByRole("table")).toHaveLength(2);
  });
});
