import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { personalOf } from "../../src/domain/statement.ts";
import { letterStrokes } from "../../src/ui/pledge/letter-strokes.ts";
import { strokePath } from "../../src/ui/pledge/stroke-path.ts";
import { Walk } from "../../src/ui/walk/Walk.tsx";
import { CHANGED_CAMPAIGN, demoPhone } from "./demo-ward.ts";
import type { MemoryPhone } from "./memory-phone.ts";
import { renderScreen } from "./render-screen.tsx";

interface Group {
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** The sheet of paper, as jsdom has none to draw on: it holds what was drawn, and tells of each stroke. */
const { pads, PaperPad } = vi.hoisted(() => {
  class Pad extends EventTarget {
    groups: readonly Group[] = [];
    constructor() {
      super();
      made.push(this);
    }
    toData = () => this.groups;
    fromData = (groups: readonly Group[]) => void (this.groups = groups);
    clear = () => this.fromData([]);
    off = () => undefined;
    stroke(points: Group["points"]) {
      this.groups = [...this.groups, { points }];
      this.dispatchEvent(new Event("endStroke"));
    }
  }
  const made: Pad[] = [];
  return { pads: made, PaperPad: Pad };
});
vi.mock("signature_pad", () => ({ default: PaperPad }));

beforeEach(() => {
  const context = { scale: () => undefined } as unknown as CanvasRenderingContext2D;
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe = () => undefined;
      disconnect = () => undefined;
    },
  );
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(context as never);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  pads.length = 0;
});

const TYPED = "Ánh";
const DRAWN = [
  { x: 20, y: 120 },
  { x: 60, y: 40 },
  { x: 100, y: 130 },
  { x: 180, y: 60 },
];

test("a name typed at a meeting is recorded as typed", async () => {
  const phone = await demoPhone();
  const { user } = await typesName(phone);
  await user.click(screen.getByRole("button", { name: "Lưu, mời hộ tiếp" }));
  const pledge = await pledgeOn(phone);
  expect(pledge.body).toMatchObject({ medium: "screen", hand: "typed" });
  expect(pledge.personal["strokes"]).toBe(strokePath(letterStrokes(TYPED)));
});

test("who draws after all is recorded as having drawn, without the letters", async () => {
  const phone = await demoPhone();
  const { user } = await typesName(phone);
  act(() => pads.at(-1)?.stroke(DRAWN));
  await waitFor(() => expect(screen.getByRole("textbox", { name: /gõ họ tên/ })).toHaveProperty("value", ""));
  // The letters are gone from the sheet, too.
  expect(pads.at(-1)?.groups).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Lưu, mời hộ tiếp" }));
  const pledge = await pledgeOn(phone);
  expect(pledge.body).not.toHaveProperty("hand");
  expect(pledge.personal["strokes"]).toBe(strokePath([DRAWN.flatMap(({ x, y }) => [x, y])]));
});

test.each([
  ["drawn", () => act(() => pads.at(-1)?.stroke(DRAWN))],
  ["typed", () => undefined],
])("what is %s is wiped off the sheet once the household agrees to less", async (_how, sign) => {
  const phone = await demoPhone();
  const { user } = await typesName(phone);
  sign();
  await waitFor(() => expect(pads.at(-1)?.groups.length).toBeGreaterThan(0));
  await user.click(screen.getByText("Chọn từng điều"));
  await user.click(screen.getByRole("checkbox", { name: /^Treo cờ/ }));
  expect(screen.getByText(/chữ ký cũ đã xoá/).getAttribute("role")).toBe("status");
  expect(screen.getByRole("textbox", { name: /gõ họ tên/ })).toHaveProperty("value", "");
  expect(pads.at(-1)?.groups).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Lưu, mời hộ tiếp" }));
  expect(phone.entries().filter(({ statement }) => statement.claims.type === "pledge.signed")).toEqual([]);
  act(() => pads.at(-1)?.stroke(DRAWN));
  await waitFor(() => expect(screen.queryByText(/chữ ký cũ đã xoá/)).toBeNull());
  await user.click(screen.getByRole("button", { name: "Lưu, mời hộ tiếp" }));
  expect((await pledgeOn(phone)).body["declined"]).toEqual(["flag"]);
});

test("what is signed is wiped off the sheet where the ward asks otherwise meanwhile", async () => {
  const phone = await demoPhone();
  const { user } = await typesName(phone);
  await waitFor(() => expect(pads.at(-1)?.groups.length).toBeGreaterThan(0));
  await phone.wardSays(phone.office, [CHANGED_CAMPAIGN]);
  expect(await screen.findByText(/^Phường vừa sửa lời cam kết.*chữ ký cũ đã xoá/)).toBeDefined();
  expect(pads.at(-1)?.groups).toEqual([]);
  expect(screen.getByRole("checkbox", { name: "Đồng ý cả 2 điều" })).toHaveProperty("checked", false);
  await user.click(screen.getByRole("checkbox", { name: "Đồng ý cả 2 điều" }));
  await user.click(screen.getByRole("checkbox", { name: /lưu mọi thứ/ }));
  act(() => pads.at(-1)?.stroke(DRAWN));
  await waitFor(() => expect(screen.queryByText(/^Phường vừa sửa lời/)).toBeNull());
  await user.click(screen.getByRole("button", { name: "Lưu, mời hộ tiếp" }));
  expect((await pledgeOn(phone)).body).toMatchObject({ agreed: ["flag", "tree"], declined: [] });
});

/** Fills in the sheet of the first household, up to the name of who signs. */
async function typesName(phone: MemoryPhone) {
  const opened = renderScreen(phone, <Walk part="hop" />);
  const { user } = opened;
  await user.click(await screen.findByRole("button", { name: /^Mời ký: Hộ 18/ }));
  await user.click(await screen.findByRole("checkbox", { name: "Đồng ý cả 8 điều" }));
  await user.click(screen.getByRole("checkbox", { name: /^Hộ đồng ý/ }));
  await user.click(screen.getByRole("button", { name: "Ký bằng cách gõ họ tên" }));
  await user.type(await screen.findByRole("textbox", { name: /gõ họ tên/ }), TYPED);
  return opened;
}

async function pledgeOn(phone: MemoryPhone) {
  const made = () => phone.entries().filter(({ statement }) => statement.claims.type === "pledge.signed");
  await waitFor(() => expect(made()).toHaveLength(1));
  const [{ statement }] = made() as [ReturnType<typeof made>[number]];
  return { body: statement.claims.body, personal: personalOf(statement) };
}
