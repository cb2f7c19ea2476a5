import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { haltsIn } from "../../src/domain/covenant/halts.ts";
import { HandbookCover } from "../../src/ui/handbook/HandbookCover.tsx";
import { Signing } from "../../src/ui/pledge/Signing.tsx";
import { PrintPledge } from "../../src/ui/print/PrintPledge.tsx";
import { Walk } from "../../src/ui/walk/Walk.tsx";
import { demoPhone, HOUSEHOLDS, pledgeOf } from "./demo-ward.ts";
import { handbookPhone } from "./handbook-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderAt } from "./render-at.tsx";
import { renderScreen } from "./render-screen.tsx";

const [anh] = HOUSEHOLDS;
const WHOLE =
  "Quy ước này tạm ngừng thực hiện từ 21/11/2026, theo Quyết định số 16/QĐ-UBND ngày 20/11/2026 của UBND phường.";
const BRIEFLY = "Quy ước này tạm ngừng thực hiện từ 21/11/2026.";
const PLEDGE = "Bản ghi cam kết tự nguyện";
const MAY_SIGN = "Hộ muốn ký thì vẫn ký được: bản cam kết chỉ ghi nhận là hộ biết và ủng hộ quy ước.";

describe("before a household signs", () => {
  test("it is told that the covenant is suspended, since when and by which decision, and may sign all the same", async () => {
    const phone = await wardWithCovenant();
    await decides(phone, { grounds: "Chờ sửa cho hợp với luật." });
    const { user } = renderScreen(phone, <Signing id={anh.id} />);
    expect(await screen.findByText(WHOLE)).toBeDefined();
    expect(screen.getByText("Lý do: Chờ sửa cho hợp với luật.")).toBeDefined();
    expect(screen.getByText(MAY_SIGN)).toBeDefined();
    await user.click(screen.getByRole("button", { name: "Đồng ý tất cả" }));
    await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    await user.click(await screen.findByRole("checkbox", { name: /^Hộ đồng ý/ }));
    await user.click(screen.getByRole("button", { name: "Tiếp tục" }));
    // Said again above the signature, in one line that keeps its box in sight; nothing is held back.
    const save = await screen.findByRole<HTMLButtonElement>("button", { name: "Lưu cam kết" });
    expect(await screen.findByText(BRIEFLY)).toBeDefined();
    expect(screen.queryByText(/^Lý do/)).toBeNull();
    expect(save.disabled).toBe(false);
  });

  test("it is told of the articles that the pledge names, and of no others", async () => {
    const phone = await wardWithCovenant();
    // The pledge names article 11; not 12.
    await decides(phone, { articles: [12] });
    const { unmount } = renderScreen(phone, <Signing id={anh.id} />);
    await screen.findByRole("button", { name: "Đồng ý tất cả" });
    expect(screen.queryByText(MAY_SIGN)).toBeNull();
    unmount();
    await decides(phone, { articles: [11], outcome: "abolished" });
    renderScreen(phone, <Signing id={anh.id} />);
    expect(await screen.findByText(/^Điều 11 của quy ước này bị bãi bỏ từ 21\/11\/2026/)).toBeDefined();
    expect(screen.queryByText(/^Điều 12/)).toBeNull();
  });

  test("nothing is said of another khu phố's covenant, nor of one that holds again", async () => {
    const phone = await wardWithCovenant();
    await decides(phone, {}, "kp3");
    await decides(phone, {});
    await decides(phone, { outcome: "resumed", from: "2026-11-22" });
    renderScreen(phone, <Signing id={anh.id} />);
    await screen.findByRole("button", { name: "Đồng ý tất cả" });
    await waitFor(() => expect(screen.queryByText(MAY_SIGN)).toBeNull());
  });

  test("a whole tổ is told at its meeting, and each household on its sheet", async () => {
    const phone = await wardWithCovenant();
    await decides(phone, {});
    const { user } = renderScreen(phone, <Walk part="hop" />);
    expect(await screen.findByText(WHOLE)).toBeDefined();
    await user.click(screen.getByRole("button", { name: /^Mời ký: Hộ 18/ }));
    const sheet = await screen.findByRole("dialog", { name: /^Hộ 18/ });
    expect(await within(sheet).findByText(BRIEFLY)).toBeDefined();
  });

  test("an edition that was recognised later holds", () => {
    const edition = (date: string) => ({
      area: "kp2",
      recognition: { number: "1", date, authority: "UBND" },
    });
    const records = [recordOf({})];
    expect(haltsIn({ editions: [edition("2026-01-01")], records }, "kp2/t07")).toHaveLength(1);
    const later = [edition("2026-01-01"), edition("2026-11-25")];
    expect(haltsIn({ editions: later, records }, "kp2/t07")).toEqual([]);
    expect(haltsIn({ editions: [edition("2026-01-01")], records }, "kp20/t07")).toEqual([]);
    expect(haltsIn({ editions: [edition("2026-01-01")], records }, null)).toEqual([]);
    const again = [...records, recordOf({ outcome: "resumed", from: "2026-11-22" })];
    expect(haltsIn({ editions: [edition("2026-01-01")], records: again }, "kp2/t07")).toEqual([]);
  });
});

describe("the pledge that is printed to be signed by hand", () => {
  const copies = async () => (await screen.findAllByRole("article")).map(({ textContent }) => textContent);

  test("says so above what is ticked, on both copies and in Vietnamese; one that was signed says nothing of it", async () => {
    const phone = await wardWithCovenant();
    const said = await phone.act.say(phone.ward, [pledgeOf(anh.id)]);
    const before = renderScreen(phone, <PrintPledge id={anh.id} pledge={undefined} />);
    for (const copy of await copies()) expect(copy).not.toContain("Quy ước này");
    before.unmount();
    await decides(phone, { grounds: "Chờ sửa cho hợp với luật." });
    await phone.act.set({ language: "en" });
    const blank = renderScreen(phone, <PrintPledge id={anh.id} pledge={undefined} />);
    await screen.findByRole("heading", { name: "Print the pledge" });
    const printed = await copies();
    expect(printed).toHaveLength(2);
    for (const copy of printed)
      expect(copy).toContain(`${WHOLE} Lý do: Chờ sửa cho hợp với luật.${MAY_SIGN}Gia đình tôi tự nguyện`);
    blank.unmount();
    renderScreen(phone, <PrintPledge id={anh.id} pledge={(said.ok && said.value[0]) || ""} />);
    for (const copy of await copies()) expect(copy).not.toContain("Quy ước này");
  });

  test("names the articles that the pledge is about, and no others", async () => {
    const phone = await wardWithCovenant();
    await decides(phone, { articles: [12] });
    await decides(phone, { articles: [11], outcome: "abolished" });
    renderScreen(phone, <PrintPledge id={anh.id} pledge={undefined} />);
    for (const copy of await copies()) {
      expect(copy).toContain("Điều 11 của quy ước này bị bãi bỏ từ 21/11/2026");
      expect(copy).not.toContain("Điều 12 của");
    }
  });
});

describe("the printed booklet", () => {
  test("says on its cover and above the contents that the covenant is suspended", async () => {
    const phone = await handbookPhone();
    await decides(phone, {});
    const [cover, contents, ...others] = await leavesOf(phone);
    expect(within(cover as HTMLElement).getByText(WHOLE)).toBeDefined();
    expect(contents?.textContent).toContain(`Mục lục${WHOLE}`);
    const halted = others.filter(({ textContent }) => textContent.includes("tạm ngừng"));
    expect(halted.map((leaf) => within(leaf).getByRole("heading").textContent)).toEqual([PLEDGE]);
  });

  test("says above the pledge what that is about, and that it may be signed all the same", async () => {
    const phone = await handbookPhone();
    await decides(phone, {});
    const whole = await pledgeLeafOf(phone);
    expect(whole).toContain(`${PLEDGE}${BRIEFLY} Hộ muốn ký thì vẫn ký được.`);
    await decides(phone, { outcome: "resumed", from: "2026-11-22" });
    // The pledge names article 11; not 12.
    await decides(phone, { articles: [12], from: "2026-11-23" });
    expect(await pledgeLeafOf(phone)).not.toContain("vẫn ký được");
    await decides(phone, { articles: [11], outcome: "abolished", from: "2026-11-24" });
    const single = await pledgeLeafOf(phone);
    expect(single).toContain("Điều 11 của quy ước này bị bãi bỏ từ 24/11/2026. Hộ muốn ký thì vẫn ký được.");
    expect(single).not.toContain("Điều 12 của");
  });

  test("says of a single article where the contents stand, and at the article", async () => {
    const phone = await handbookPhone();
    await decides(phone, { articles: [11] });
    const [cover, contents, ...others] = await leavesOf(phone);
    expect(cover?.textContent).not.toContain("tạm ngừng");
    expect(contents?.textContent).toContain("Điều 11 của quy ước này tạm ngừng thực hiện từ 21/11/2026");
    const article = others.map(({ textContent }) => textContent).join(" ");
    expect(article).toMatch(/Điều 11\.[^.]*?Điều này tạm ngừng thực hiện từ 21\/11\/2026/);
    expect(article.match(/Điều này tạm ngừng/g)).toHaveLength(1);
  });
});

/** What stands on the page of the pledge. */
async function pledgeLeafOf(phone: MemoryPhone): Promise<string> {
  const leaves = await leavesOf(phone);
  const leaf = leaves.find((one) => within(one).queryByRole("heading", { name: PLEDGE }));
  cleanup();
  return leaf?.textContent ?? "";
}

/** The pages, the cover first. */
async function leavesOf(phone: MemoryPhone): Promise<HTMLElement[]> {
  renderAt(phone, "/so-tay/phuong-3/kp2#ban-in", <HandbookCover />);
  await screen.findByRole("button", { name: /^In/ });
  await waitFor(() => expect(document.querySelectorAll(".leaf").length).toBeGreaterThan(1));
  return [...document.querySelectorAll<HTMLElement>(".leaf")];
}

/** Ward 3 with a covenant of khu phố 2 that was recognised in 2022. */
async function wardWithCovenant(): Promise<MemoryPhone> {
  const phone = await demoPhone();
  await phone.wardSays(phone.office, [
    {
      type: "covenant.published",
      sub: "kp2",
      body: {
        covenant: "kp2",
        edition: 4,
        title: "Quy ước khu phố 2",
        recognition: { number: "12/QĐ-UBND", date: "2022-06-20", authority: "UBND thị xã" },
        inForce: "2022-07-01",
        chapters: [{ title: "Chung", articles: [{ number: 11, title: "Rác", text: "Để rác đúng giờ." }] }],
      },
    },
  ]);
  return phone;
}

function bodyOf(more: object) {
  return {
    covenant: "kp2",
    outcome: "suspended",
    decision: { number: "16/QĐ-UBND", date: "2026-11-20", authority: "UBND phường" },
    from: "2026-11-21",
    ...more,
  };
}

async function decides(phone: MemoryPhone, more: object, area = "kp2"): Promise<void> {
  await phone.wardSays(phone.office, [{ type: "covenant.decided", sub: area, body: bodyOf(more) }]);
}

function recordOf(more: object) {
  const fact = { jti: "a", kid: "k", at: 1, seq: 1 };
  return { ...fact, type: "covenant.decided", sub: "kp2", body: bodyOf(more), personal: {} };
}
