import { screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { personalOf } from "../../src/domain/statement.ts";
import { Household } from "../../src/ui/household/Household.tsx";
import { letterStrokes } from "../../src/ui/pledge/letter-strokes.ts";
import { Signing } from "../../src/ui/pledge/Signing.tsx";
import { MOST_PATH_BYTES, strokePath } from "../../src/ui/pledge/stroke-path.ts";
import { demoPhone, HOUSEHOLDS } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;

describe("the letters of a typed name", () => {
  test.each(["Lê An", "Nguyễn Thị Ánh", "Công Tằng Tôn Nữ Thị Diễm Phương Quỳnh", "Đặng Wu Ử", "X"])(
    "of '%s' stand inside the box, as a signature does",
    (name) => {
      const strokes = letterStrokes(name);
      const path = strokePath(strokes) ?? "";
      expect(path.length).toBeGreaterThan(0);
      expect(path.length).toBeLessThanOrEqual(MOST_PATH_BYTES);
      for (const stroke of strokes) {
        expect(stroke.length % 2).toBe(0);
        for (const [at, value] of stroke.entries()) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(at % 2 === 0 ? 340 : 200);
        }
      }
    },
  );

  test("differ by each mark, and are the same however the marks are written", () => {
    const names = ["An", "Ân", "Ăn", "Án", "Àn", "Ản", "Ãn", "Ạn", "Ấn", "Ơn", "Ưn", "Un", "Đn", "Dn"];
    expect(new Set(names.map((name) => JSON.stringify(letterStrokes(name)))).size).toBe(names.length);
    expect(letterStrokes("Nguyễn".normalize("NFD"))).toEqual(letterStrokes("NGUYỄN"));
  });

  test.each(["", "   ", "123", "ខ្មែរ"])("of '%s' are none", (name) => {
    expect(letterStrokes(name)).toEqual([]);
  });
});

function pledgesOn(phone: MemoryPhone) {
  return phone
    .entries()
    .filter(({ statement }) => statement.claims.type === "pledge.signed")
    .map(({ statement }) => ({ body: statement.claims.body, personal: personalOf(statement) }));
}

async function openSigning(phone: MemoryPhone) {
  const opened = renderScreen(phone, <Signing id={anh.id} />);
  const { user } = opened;
  await user.click(await screen.findByRole("button", { name: "Đồng ý tất cả" }));
  await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
  await user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
  await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
  await user.click(await screen.findByRole("button", { name: "Ký bằng cách gõ họ tên" }));
  return opened;
}

describe("a pledge signed by typing", () => {
  test("is kept as such, and says so in the diary", async () => {
    const phone = await demoPhone();
    const { user, unmount } = await openSigning(phone);
    const name = await screen.findByRole("textbox", { name: "Người ký gõ họ tên của mình" });
    expect(document.activeElement).toBe(name);
    await user.click(screen.getByRole("button", { name: "Lưu cam kết" }));
    expect(screen.getByRole("alert").textContent).toMatch(/^Chưa có nét ký/);
    await user.type(name, "Nguyễn Thị Ánh");
    expect(await screen.findByText("Trong ô ký có tên gõ: Nguyễn Thị Ánh.")).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Lưu cam kết" }));
    await waitFor(() => expect(pledgesOn(phone)).toHaveLength(1));
    const [pledge] = pledgesOn(phone);
    expect(pledge?.body).toMatchObject({ medium: "screen", hand: "typed" });
    expect(pledge?.personal["strokes"]).toBe(strokePath(letterStrokes("Nguyễn Thị Ánh")));
    unmount();
    renderScreen(phone, <Household id={anh.id} />);
    expect(await screen.findByText("Ký cam kết 2026, gõ họ tên")).toBeDefined();
  });

  test("is a hand's again once it is cleared, and found again where it was left", async () => {
    const phone = await demoPhone();
    const first = await openSigning(phone);
    await first.user.type(await screen.findByRole("textbox", { name: /gõ họ tên/ }), "Ánh");
    first.unmount();
    const { user } = renderScreen(phone, <Signing id={anh.id} />);
    expect(await screen.findByRole("textbox", { name: /gõ họ tên/ })).toHaveProperty("value", "Ánh");
    await user.click(screen.getByRole("button", { name: "Ký lại" }));
    await waitFor(() =>
      expect(screen.getByRole("textbox", { name: /gõ họ tên/ })).toHaveProperty("value", ""),
    );
    await user.click(screen.getByRole("button", { name: "Lưu cam kết" }));
    expect(screen.getByRole("alert").textContent).toMatch(/^Chưa có nét ký/);
    expect(pledgesOn(phone)).toEqual([]);
  });

  test("is signed no more once another signs", async () => {
    const phone = await demoPhone();
    const { user } = await openSigning(phone);
    await user.type(await screen.findByRole("textbox", { name: /gõ họ tên/ }), "Ánh");
    await user.click(screen.getByRole("button", { name: /Bước trước/ }));
    const signer = screen.getByRole("textbox", { name: "Người ký" });
    await user.clear(signer);
    await user.type(signer, "Trần Văn Hai");
    expect(screen.getByText(/chữ ký cũ đã xoá/)).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    await user.click(await screen.findByRole("button", { name: "Ký bằng cách gõ họ tên" }));
    const typed = await screen.findByRole("textbox", { name: /gõ họ tên/ });
    expect(typed).toHaveProperty("value", "");
    await user.type(typed, "Hai");
    expect(screen.queryByText(/chữ ký cũ đã xoá/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Lưu cam kết" }));
    await waitFor(() => expect(pledgesOn(phone)).toHaveLength(1));
    expect(pledgesOn(phone)[0]?.personal).toMatchObject({
      signer: "Trần Văn Hai",
      strokes: strokePath(letterStrokes("Hai")),
    });
  });

  test("of no letter says so", async () => {
    const phone = await demoPhone();
    const { user } = await openSigning(phone);
    await user.type(await screen.findByRole("textbox", { name: /gõ họ tên/ }), "12");
    expect(await screen.findByText("Hãy gõ bằng chữ cái.")).toBeDefined();
  });
});
