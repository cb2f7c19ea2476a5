import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { ReceiptCheck } from "../../src/phone/api/phone.ts";
import { drawQr } from "../../src/ui/parts/draw-qr.ts";
import { ReceiptReader } from "../../src/ui/receipt/ReceiptReader.tsx";
import { CAMPAIGN, CHANGED_CAMPAIGN, demoPhone, EVENING, HOUSEHOLDS, WARD, pledgeOf } from "./demo-ward.ts";
import { newId, type MemoryPhone } from "./memory-phone.ts";
import { renderAt } from "./render-at.tsx";

const [anh] = HOUSEHOLDS;
const GOOD: ReceiptCheck = {
  words: {
    jti: newId(),
    ward: WARD,
    household: anh.id,
    campaign: "2026",
    at: EVENING,
    agreed: ["flag", "waste"],
    declined: ["lane"],
    medium: "screen",
  },
  signature: "good",
  by: "volunteer",
  revokedAt: null,
  listedAt: EVENING,
  firstMet: false,
  asking: false,
  standing: { state: "counts", seq: 1204, other: false },
};

async function open(check: Partial<ReceiptCheck>, phone?: MemoryPhone) {
  const reader = phone ?? (await demoPhone({ self: null }));
  reader.setReceipt((text) => (text === "#a.b.c" ? { ...GOOD, ...check } : null));
  const opened = renderAt(reader, "/bien-nhan#a.b.c", <ReceiptReader />);
  await waitFor(() => expect(document.querySelector(".check-verdict")).not.toBeNull());
  return { ...opened, phone: reader };
}

const standing = () => document.querySelector(".check-standing")?.textContent;
const verdict = () => screen.getAllByRole("heading", { level: 2 })[0]?.textContent;

test("what the page began with stays until the check has come to something", async () => {
  document.body.insertAdjacentHTML("beforeend", `<div id="look">Đang kiểm</div><div id="root" hidden></div>`);
  const look = () => document.getElementById("look");
  const { phone } = await open({ signature: "unmet", by: null, asking: true, standing: null });
  expect(look()).not.toBeNull();
  act(() => phone.setReceipt(() => ({ ...GOOD, asking: true, standing: null })));
  await waitFor(() => expect(look()).toBeNull());
  document.getElementById("root")?.remove();
});

describe("a receipt", () => {
  test("that is good says what that shows, what it does not, and what the ward says of it", async () => {
    await open({});
    expect(verdict()).toBe("Chữ ký đúng");
    expect(
      screen.getByText(/Một máy đã đăng ký với Phường 3 ghi bản cam kết này lúc 23\/11\/2026 18:30/),
    ).toBeDefined();
    expect(standing()).toBe("Phường đã nhận, số 1.204. Bản cam kết đang được tính.");
    expect(screen.getByText(/Ai đã cầm bút/)).toBeDefined();
    expect(screen.getByText("2 trên 3 nội dung")).toBeDefined();
    expect(screen.getByText("Treo cờ Tổ quốc ngày lễ, Tết")).toBeDefined();
    expect(screen.queryByText(/chữ ký số/i)).toBeNull();
  });

  test("reads the words that stood when it was signed, of items that are asked no more and of a campaign that is over", async () => {
    const phone = await demoPhone({ self: null });
    const closed = { type: "campaign.closed", sub: "2026", body: {} };
    await phone.wardSays(phone.office, [CHANGED_CAMPAIGN, closed], EVENING + 86_400);
    await open({}, phone);
    expect(screen.getByText("Treo cờ Tổ quốc ngày lễ, Tết")).toBeDefined();
    expect(screen.getByText(/^Ký hợp đồng thu gom rác/)).toBeDefined();
    expect(screen.queryByText("Treo cờ mới")).toBeNull();
  });

  test("that was checked without coverage says so, and no more", async () => {
    await open({ standing: { state: "unasked", seq: null, other: false } });
    expect(verdict()).toBe("Chữ ký đúng; hôm nay chưa hỏi được phường");
    expect(document.querySelector(".check-standing")).toBeNull();
  });

  test.each([
    ["withdrawn", /Hộ đã rút bản cam kết này/],
    ["retracted", /Người ghi đã lấy lại bản ghi này/],
    ["held", /đang xem xét/],
    ["unknown", /Phường chưa nhận được bản ghi này/],
    ["unanswered", /không đọc được/],
  ] as const)("that is %s at the ward", async (state, words) => {
    await open({ standing: { state, seq: 7, other: false } });
    expect(standing()).toMatch(words);
  });

  test("of a pledge beside which another one counts", async () => {
    await open({ standing: { state: "counts", seq: 7, other: true } });
    expect(standing()).toMatch(/bản kia đang được tính/);
  });

  test("from before its device was revoked stays good, and says of when", async () => {
    await open({ revokedAt: EVENING + 86_400 });
    expect(verdict()).toBe("Chữ ký đúng");
    expect(screen.getByText(/ngừng ghi cho phường từ 24\/11\/2026/)).toBeDefined();
  });

  test.each([
    [{ signature: "changed" }, "Biên nhận này đã bị sửa", /không còn như lúc ký/],
    [{ signature: "cut", words: null }, "Không đọc được biên nhận này", /bị cắt ngắn/],
    [
      { signature: "unknown-device" },
      "Không rõ máy nào đã ký",
      /không có trong danh sách máy của Phường 3\. /,
    ],
    [
      { signature: "unknown-device", listedAt: EVENING - 9 * 86_400 },
      "Không rõ máy nào đã ký",
      /lấy ngày 14\/11\/2026\. Có thể đó là máy mới/,
    ],
    [{ signature: "unmet" }, "Chưa kiểm được chữ ký", /chưa từng mở trang của phường/],
    [{ signature: "unmet", asking: true }, "Đang kiểm chữ ký…", /gặp phường lần đầu/],
    [{ signature: "unknown-ward" }, "Không có phường này ở đây", /không có phường “phuong-3”/],
    [{ signature: "wrong-ward-key" }, "Chìa khoá của phường không khớp", /Đừng tin/],
    [
      { signature: "revoked", revokedAt: EVENING - 60 },
      "Máy ký đã bị ngừng quyền từ trước",
      /23\/11\/2026 18:29/,
    ],
    [{ signature: "insecure" }, "Chưa kiểm được chữ ký", /không an toàn/],
    [{ signature: "failed" }, "Chưa kiểm được chữ ký", /chế độ ẩn danh/],
    [{ words: null }, "Đây không phải là biên nhận cam kết", /nói chuyện khác/],
  ] as const)("%o has a sentence of its own, and is not called good", async (check, title, text) => {
    await open({ standing: null, ...check });
    expect(verdict()).toBe(title);
    expect(document.querySelector(".check-verdict")?.textContent).toMatch(text);
    expect(screen.queryByRole("button", { name: "Giữ biên nhận trong máy này" })).toBeNull();
  });

  test("that was altered shows nothing of what it says as if it were true", async () => {
    await open({ signature: "changed", standing: null });
    expect(screen.queryByText("2 trên 3 nội dung")).toBeNull();
  });

  test("is heard once it was checked", async () => {
    await open({});
    const heard = "Chữ ký đúng. Phường đã nhận, số 1.204. Bản cam kết đang được tính.";
    expect((await screen.findByText(heard)).closest("output")).not.toBeNull();
  });

  test("is kept in this phone by one tap, once", async () => {
    const { user, phone, unmount } = await open({});
    await user.click(await screen.findByRole("button", { name: "Giữ biên nhận trong máy này" }));
    const own = await screen.findByRole("link", { name: "Hộ của tôi" });
    expect(own.getAttribute("href")).toBe("/ho-cua-toi");
    await waitFor(() => expect(document.activeElement).toBe(own));
    expect(screen.getAllByText(/^Đã giữ trong máy\. Xem lại/).some((one) => one.closest("output"))).toBe(
      true,
    );
    expect(phone.drafts().get("receipts")).toEqual(["a.b.c"]);
    unmount();
    await open({}, phone);
    expect(await screen.findByRole("link", { name: "Hộ của tôi" })).toBeDefined();
    expect(screen.queryByRole("button", { name: "Giữ biên nhận trong máy này" })).toBeNull();
  });

  test("that a full phone cannot keep says so", async () => {
    const phone = await demoPhone({ self: null });
    phone.failSaying("full");
    const { user } = await open({}, phone);
    await user.click(await screen.findByRole("button", { name: "Giữ biên nhận trong máy này" }));
    expect((await screen.findAllByText(/Máy hết chỗ/)).length).toBeGreaterThan(0);
  });
});

describe("the code of a receipt", () => {
  test("is no denser than version 25, at level M as long as that holds it, with four modules of quiet zone", () => {
    const lengths = [22, 300, 936, 997, 998, 1273];
    for (const length of lengths) {
      const drawn = drawQr("a".repeat(length));
      expect(drawn?.version).toBeLessThanOrEqual(25);
      expect(drawn?.size).toBe(17 + 4 * (drawn?.version ?? 0) + 8);
      // Nothing is dark in the quiet zone.
      for (const [, x = "", y = ""] of drawn?.path.matchAll(/M(\d+) (\d+)h/g) ?? []) {
        expect(Number(x)).toBeGreaterThanOrEqual(4);
        expect(Number(y)).toBeGreaterThanOrEqual(4);
      }
    }
    expect(drawQr("a".repeat(1274))).toBeNull();
  });

  test("of the demo's longest pledge fits at level M", async () => {
    const phone = await demoPhone();
    const { items } = CAMPAIGN.body as { items: { id: string }[] };
    const ids = await phone.act.say(phone.ward, [
      pledgeOf(anh.id, { body: { agreed: items.map(({ id }) => id) } }),
    ]);
    const text = await phone.act.statementText(phone.ward, ids.ok ? (ids.value[0] ?? "") : "");
    const link = `https://so-tay.phuongkientuong.tayninh.gov.vn/bien-nhan#${text?.split("~")[0]}`;
    expect(link.length).toBeLessThanOrEqual(997);
  });
});
