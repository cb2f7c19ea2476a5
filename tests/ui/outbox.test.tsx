import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { OutboxLine } from "../../src/phone/api/phone.ts";
import { OutboxScreen } from "../../src/ui/outbox/OutboxScreen.tsx";
import { reasonWords } from "../../src/ui/outbox/reason-words.ts";
import { typeWords } from "../../src/ui/outbox/type-words.ts";
import { allTexts } from "./all-texts.ts";
import { demoPhone, EVENING, HOUSEHOLDS, WARD } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { always } from "./render-at.tsx";
import { renderScreen } from "./render-screen.tsx";

const [first, second] = HOUSEHOLDS;

// jsdom goes nowhere at a click on a link, and would say so.
beforeEach(() => void vi.spyOn(HTMLAnchorElement.prototype, "click").mockReturnValue());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test("each record shows whose, what, when, and the ward's number once it has it", async () => {
  const phone = await demoPhone();
  await phone.act.say(WARD, [delivered(first.id)]);
  phone.deliver();
  await phone.act.say(WARD, [{ type: "visit.logged", sub: second.id, body: { outcome: "absent" } }]);
  renderScreen(phone, <OutboxScreen />);
  const waits = await section("Chờ gửi");
  expect(waits.getByRole("link").textContent).toContain("Hộ 19");
  expect(waits.getByRole("link").textContent).toContain("hôm nay 18:30");
  expect(waits.getByRole("link").getAttribute("href")).toBe(`/ho/${second.id}`);
  const received = await section("Phường đã nhận");
  expect(received.getByRole("link").textContent).toMatch(/Phát sổ tay.*Nguyễn Thị Ánh.*số #\d+/);
  expect(countOf("chờ gửi")).toBe("1");
  expect(countOf("phường đã nhận")).toBe("1");
  expect(countOf("cần xem")).toBe("0");
});

test("all that the ward has is counted, and 'Xem thêm' reads on to the first of it", async () => {
  const base = await demoPhone();
  const all = Array.from({ length: 70 }, (_, at) =>
    line({ standing: "received", seq: 1000 - at, at: EVENING - at }),
  );
  const [some, whole, received] = [always(all.slice(0, 30)), always(all), always(all.length)];
  const outbox = (_ward: string, most?: number) => (most === undefined ? some : whole);
  const phone = { ...base, watch: { ...base.watch, outbox, received: () => received } };
  const { user } = renderScreen(phone, <OutboxScreen />);
  const shown = await section("Phường đã nhận");
  expect(countOf("phường đã nhận")).toBe("70");
  expect(shown.getAllByRole("listitem")).toHaveLength(30);
  await user.click(shown.getByRole("button", { name: "Xem thêm" }));
  expect(shown.getAllByRole("listitem")).toHaveLength(70);
  expect(shown.getByText(/số #931/)).toBeTruthy();
  expect(shown.queryByRole("button", { name: "Xem thêm" })).toBeNull();
});

test("of a record that was made with a clock far ahead the time of receipt is said, and that it is about right", async () => {
  const phone = await demoPhone();
  phone.setNow(EVENING + 300 * 86_400);
  await phone.act.say(WARD, [delivered(first.id)]);
  phone.setNow(EVENING);
  phone.deliver();
  renderScreen(phone, <OutboxScreen />);
  const received = await section("Phường đã nhận");
  expect(received.getByRole("link").textContent).toContain("khoảng hôm nay 18:30");
});

test("what the ward did not take stands first, each with a reason to act on", async () => {
  const phone = await withLines([
    line({ standing: "rejected", reason: "bad-signature" }),
    line({ standing: "refused", reason: "duplicate", note: "Đã có bản anh Tư ghi" }),
    line({ standing: "held", reason: "beyond-area" }),
    line({ standing: "held", reason: "something-new" }),
  ]);
  renderScreen(phone, <OutboxScreen />);
  const attention = await section("Cần xem");
  expect(attention.getByText(/không còn nguyên vẹn như lúc ký/)).toBeTruthy();
  expect(attention.getByText("Phường ghi: “Đã có bản anh Tư ghi”")).toBeTruthy();
  expect(attention.getByText(/Phường đã có bản ghi khác cho việc này/)).toBeTruthy();
  const held = await section("Phường đang xem xét");
  expect(held.getByText(/nằm ngoài các tổ giao cho máy này/)).toBeTruthy();
  expect(held.getByText(/Phường giữ bản ghi để xem xét/)).toBeTruthy();
  expect(countOf("cần xem")).toBe("2");
  expect(countOf("phường đang xem xét")).toBe("2");
});

test("a record that was rejected is handed over as a file, whole", async () => {
  const base = await demoPhone();
  const said = await base.act.say(WARD, [delivered(first.id)]);
  const jti = said.ok ? (said.value[0] ?? "") : "";
  const phone = await withLines([line({ jti, standing: "rejected", reason: "bad-body" })], base);
  const shared: File[] = [];
  vi.stubGlobal("navigator", {
    userAgent: "test",
    canShare: () => true,
    share: async ({ files }: { readonly files: readonly File[] }) => void shared.push(...files),
  });
  const { user } = renderScreen(phone, <OutboxScreen />);
  await user.click(await screen.findByRole("button", { name: "Gửi bản ghi thành tệp" }));
  await waitFor(() => expect(shared).toHaveLength(1));
  expect(await shared[0]?.text()).toMatch(/^\{"stq":1,"ward":/);
  expect(shared[0]?.name).toMatch(/^so-gui-.*[.]stq$/);
});

test("where a phone cannot share files, the record is downloaded; where neither works, words say so", async () => {
  const base = await demoPhone();
  const said = await base.act.say(WARD, [delivered(first.id)]);
  const jti = said.ok ? (said.value[0] ?? "") : "";
  const phone = await withLines([line({ jti, standing: "rejected", reason: "bad-body" })], base);
  const refuse = () => {
    throw new TypeError("this browser refuses");
  };
  vi.stubGlobal("URL", { createObjectURL: refuse });
  const { user } = renderScreen(phone, <OutboxScreen />);
  await user.click(await screen.findByRole("button", { name: "Gửi bản ghi thành tệp" }));
  expect((await screen.findByRole("alert")).textContent).toMatch(/Bản ghi vẫn giữ trong máy/);
  const made: string[] = [];
  vi.stubGlobal("URL", { createObjectURL: (file: File) => made.push(file.name), revokeObjectURL: () => {} });
  await user.click(screen.getByRole("button", { name: "Gửi bản ghi thành tệp" }));
  expect(await screen.findByText(`Tệp ${made[0]} đã nằm trong mục Tải xuống`, { exact: false })).toBeTruthy();
  expect(made).toHaveLength(1);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("'Gửi ngay' tries at once and says how that went", async () => {
  const base = await demoPhone();
  await base.act.say(WARD, [delivered(first.id)]);
  let covered = false;
  const phone: MemoryPhone = {
    ...base,
    act: {
      ...base.act,
      exchange: async () => (covered ? base.deliver() : base.setSending({ reached: false })),
    },
  };
  const { user } = renderScreen(phone, <OutboxScreen />);
  await user.click(await screen.findByRole("button", { name: "Gửi ngay" }));
  expect(await screen.findByText(/^Chưa gọi được phường\. Bản ghi vẫn giữ trong máy/)).toBeTruthy();
  covered = true;
  await user.click(screen.getByRole("button", { name: "Gửi ngay" }));
  expect(await screen.findByText("Đã gửi hết. Phường đã nhận.")).toBeTruthy();
  expect(countOf("chờ gửi")).toBe("0");
});

test.each([
  ["too-often", "Máy tự gửi lại sau ít phút"],
  ["store-full", "Chỗ chứa của phường đã đầy: hãy báo phường"],
  ["unknown-device", "hãy gọi phường để được mời lại"],
  ["bad-answer", "hãy đưa sổ gửi ra tệp và báo phường"],
])("what the ward does not take stays, with what to do about it: %s", async (problem, words) => {
  const base = await demoPhone();
  await base.act.say(WARD, [delivered(first.id)]);
  const exchange = async () => base.setSending({ reached: true, problem });
  const { user } = renderScreen({ ...base, act: { ...base.act, exchange } }, <OutboxScreen />);
  await user.click(await screen.findByRole("button", { name: "Gửi ngay" }));
  expect(await screen.findByText("Phường chưa nhận được · 1 bản ghi chờ gửi.")).toBeTruthy();
  expect(screen.getByText(words, { exact: false }).textContent).toMatch(/[Bb]ản ghi vẫn giữ trong máy/);
});

test("a household's own phone, which chooses none of the two, is led to the household", async () => {
  const base = await demoPhone();
  const rows = always([{ id: first.id, number: 18, area: "kp2/t07", status: { conflict: true } } as never]);
  base.setMemberships([
    { ward: WARD, name: "Phường 3", device: base.office.kid, role: "household", areas: [], revoked: false },
  ]);
  const phone = { ...base, watch: { ...base.watch, round: () => rows } };
  renderScreen(phone, <OutboxScreen />);
  expect((await screen.findByRole("link", { name: "Xem hai bản" })).getAttribute("href")).toBe(
    `/ho/${first.id}`,
  );
});

test("a household with two pledges is told of, with the way to it", async () => {
  const base = await demoPhone();
  const rows = always([{ id: first.id, number: 18, area: "kp2/t07", status: { conflict: true } } as never]);
  const phone = { ...base, watch: { ...base.watch, round: () => rows } };
  renderScreen(phone, <OutboxScreen />);
  expect(await screen.findByRole("heading", { name: "Hộ 18 · hai cam kết" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Xem hai bản" }).getAttribute("href")).toBe(
    `/ho/${first.id}/hai-ban`,
  );
  expect(countOf("cần xem")).toBe("1");
});

test("a reader's phone has no outbox, and is told so", async () => {
  renderScreen(await demoPhone({ self: null }), <OutboxScreen />);
  expect(await screen.findByText("Sổ gửi dành cho máy đã đăng ký với phường.")).toBeTruthy();
});

test.each([
  ["held", "incomplete", /Máy sẽ tự gửi lại cho đủ/],
  ["held", "unknown-household", /chưa có hộ này trong danh sách/],
  ["held", "beyond-role", /không thuộc quyền của máy này/],
  ["held", "unknown-type", /Máy này mới hơn máy của phường/],
  ["held", "unknown-version", /Máy này mới hơn máy của phường/],
  ["held", "device-revoked", /đã bị ngừng quyền ghi/],
  ["refused", "mistake", /ghi nhầm/],
  ["refused", "wish", /Hộ đã xin không ghi/],
  ["refused", "other", /Hãy gọi phường để biết lý do/],
  ["refused", "some-new-code", /Hãy gọi phường để biết lý do/],
  ["rejected", "too-large", /quá lớn/],
  ["rejected", "digest-does-not-fit", /không còn nguyên vẹn/],
  ["rejected", "unknown-signer", /không nhận ra máy này/],
  ["rejected", "another-ward", /thuộc về phường khác/],
  ["rejected", "id-taken", /một bản ghi khác dùng/],
  ["rejected", "bad-personal-field", /không đọc được bản ghi này/],
  ["rejected", null, /không đọc được bản ghi này/],
] as const)("%s for %s has words", (standing, reason, words) => {
  const key = reasonWords({ standing, reason });
  expect(key && allTexts().getFixedT("vi", "outbox")(key)).toMatch(words);
});

test("a record of a type that this version has no word for is still named", () => {
  const t = allTexts().getFixedT("vi", "outbox");
  expect(typeWords(t, { type: "pledge.signed" })).toBe("Ký cam kết");
  expect(typeWords(t, { type: "visit.logged", outcome: "comeBack" })).toBe("Hẹn lại");
  expect(typeWords(t, { type: "visit.logged" })).toBe("Lần đến nhà");
  expect(typeWords(t, { type: "harvest.counted" })).toBe("Bản ghi khác");
});

function delivered(id: string) {
  return { type: "handbook.delivered", sub: id, body: { edition: 4, how: "hand" } };
}

function line(more: Partial<OutboxLine>): OutboxLine {
  return {
    jti: crypto.randomUUID(),
    type: "pledge.signed",
    sub: first.id,
    household: { id: first.id, number: 18, head: "Nguyễn Thị Ánh" },
    at: EVENING,
    standing: "unsent",
    seq: null,
    reason: null,
    ...more,
  };
}

async function withLines(lines: readonly OutboxLine[], base?: MemoryPhone): Promise<MemoryPhone> {
  const phone = base ?? (await demoPhone());
  const outbox = always(lines);
  const received = always(lines.filter(({ standing }) => standing === "received").length);
  return { ...phone, watch: { ...phone.watch, outbox: () => outbox, received: () => received } };
}

async function section(title: string) {
  const heading = await screen.findByRole("heading", { level: 2, name: title });
  return within(heading.closest("section") ?? document.body);
}

function countOf(word: string): string | null | undefined {
  return screen.getByText(word, { selector: "dt" }).nextElementSibling?.textContent;
}

describe("carrying for another", () => {
  const stq = (ward: string, lines: string, count = 1) =>
    new File([`${JSON.stringify({ stq: 1, ward, count })}\n${lines}`], "so-gui.stq");

  test("takes a file along, says count and size, and what is wrong with another", async () => {
    const { user } = renderScreen(await demoPhone(), <OutboxScreen />);
    const open = async (file: File) => user.upload(await screen.findByLabelText("Chuyển hộ"), file);
    await open(stq(WARD, "a..b.c.d\n"));
    expect(await screen.findByText(/^Đã nhận 1 gói, 1 kB\./)).toBeTruthy();
    expect(screen.getByText("Đang chuyển hộ 1 gói, 1 kB.")).toBeTruthy();
    await open(stq(WARD, "a..b.c.d\ncut", 2));
    expect((await screen.findByRole("alert")).textContent).toMatch(/thiếu 1 gói/);
    await open(stq("phuong-khac", "a..b.c.d\n"));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/chưa đăng ký/));
    await open(new File(["x"], "x.pdf"));
    await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/không phải tệp sổ gửi/));
  });

  interface Sharing {
    readonly canShare?: () => boolean;
    readonly share?: () => Promise<void>;
  }
  const refusing = (name: string) => () => Promise.reject(new DOMException("Permission denied", name));
  const ways: [string, Sharing, RegExp, number][] = [
    ["cannot share at all", {}, /^Tệp so-gui-.*[.]stq đã nằm trong mục Tải xuống/, 1],
    ["says that it shares no such files", { canShare: () => false }, /Tải xuống/, 1],
    [
      "says that it does, and fails",
      { canShare: () => true, share: refusing("NotAllowedError") },
      /Tải xuống/,
      1,
    ],
    ["shares", { canShare: () => true, share: () => Promise.resolve() }, /^Đã đưa ra tệp so-gui-/, 0],
  ];

  async function handOver(sharing: Sharing, left = 0) {
    const made: string[] = [];
    vi.stubGlobal("navigator", { userAgent: "test", ...sharing });
    const createObjectURL = (file: File) => made.push(file.name);
    vi.stubGlobal("URL", { createObjectURL, revokeObjectURL: () => {} });
    const base = await demoPhone();
    await base.act.say(WARD, [delivered(first.id)]);
    const parcelFile = async (ward: string) => {
      const file = await base.act.parcelFile(ward);
      return file.ok ? { ...file, value: { ...file.value, left } } : file;
    };
    const { user } = renderScreen({ ...base, act: { ...base.act, parcelFile } }, <OutboxScreen />);
    await user.click(await screen.findByRole("button", { name: "Đưa sổ gửi ra tệp" }));
    return made;
  }

  test("says how many photos found no room in the file", async () => {
    await handOver({ canShare: () => true, share: () => Promise.resolve() }, 3);
    expect(await screen.findByText(/3 ảnh không vừa tệp này, vẫn nằm trong máy/)).toBeTruthy();
  });

  test.each(ways)("where the browser %s", async (_how, sharing, words, downloads) => {
    const made = await handOver(sharing);
    expect(await screen.findByText(words)).toBeTruthy();
    expect(made).toHaveLength(downloads);
  });

  test("says nothing where somebody thought better of sharing", async () => {
    const made = await handOver({ canShare: () => true, share: refusing("AbortError") });
    expect(screen.queryByText(/so-gui-/)).toBeNull();
    expect(made).toEqual([]);
  });

  test("offers a file only while something waits", async () => {
    const phone = await demoPhone();
    renderScreen(phone, <OutboxScreen />);
    await screen.findByLabelText("Chuyển hộ");
    expect(screen.queryByRole("button", { name: "Đưa sổ gửi ra tệp" })).toBeNull();
    await phone.act.say(WARD, [delivered(first.id)]);
    expect(await screen.findByRole("button", { name: "Đưa sổ gửi ra tệp" })).toBeTruthy();
  });
});
