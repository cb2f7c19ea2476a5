// Before Dexie, which looks for it once, and watches nothing where there is none.
import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { err, ok } from "../../src/domain/result.ts";
import type { Settings } from "../../src/phone/api/phone.ts";
import type { RunningPhone } from "../../src/phone/create-phone.ts";
import { laterPhone } from "../../src/phone/later-phone.ts";
import type { Ahead } from "../../src/phone/look/form-ahead.ts";
import { hold } from "../../src/phone/store/live.ts";
import type { Clock } from "../../src/phone/time/clock.ts";

const NOON = 1_795_420_800;
const given = { now: () => NOON * 1000, random: (bytes: number) => new Uint8Array(bytes), version: "1" };
const LARGE: Settings = { language: "vi", textSize: 2, theme: "auto", locked: false };
const AHEAD: Ahead = {
  answers: [{ name: "settings", args: [], value: { ...LARGE } }],
  clockOffsets: [["phuong-thu", 60]],
};

/** A phone that is fetched when `arrive` is called, with what was asked of it. */
function setUp() {
  const settings = hold({ ...LARGE });
  const drafts = hold<unknown>("kept");
  const say = vi.fn<() => Promise<unknown>>(async () => ok(["id"]));
  const stop = vi.fn<() => void>();
  const started = vi.fn<() => () => void>(() => stop);
  const real = {
    watch: { settings: () => settings.live, draft: () => drafts.live },
    act: { say },
    start: started,
  } as unknown as RunningPhone;
  const waiting: { readonly give: (phone: RunningPhone) => void; readonly fail: (error: Error) => void }[] =
    [];
  const clocks: Clock[] = [];
  const phone = laterPhone(given, AHEAD, (clock) => {
    clocks.push(clock);
    return new Promise((give, fail) => waiting.push({ give, fail }));
  });
  const settled = () => new Promise((resolve) => setTimeout(resolve));
  return { phone, settings, say, started, stop, waiting, clocks, real, settled };
}

test("what was read ahead is told at once, and nothing is fetched for it", () => {
  const { phone, waiting } = setUp();
  const told: Settings[] = [];
  phone.watch.settings()((value) => told.push(value));
  expect(told).toEqual([LARGE]);
  expect(waiting).toHaveLength(0);
  expect(phone.now("phuong-thu")).toBe(NOON + 60);
});

test("once the phone is there only what has changed is told anew, and every change after", async () => {
  const { phone, settings, waiting, real, settled, clocks } = setUp();
  const told: number[] = [];
  phone.watch.settings()(({ textSize }) => told.push(textSize));
  phone.start();
  waiting[0]?.give(real);
  await settled();
  expect(told).toEqual([2]);
  settings.set({ ...LARGE, textSize: 1 });
  settings.set({ ...LARGE });
  expect(told).toEqual([2, 1, 2]);
  expect(clocks[0]?.offset("phuong-thu")).toBe(60);
});

test("what was not read ahead fetches the phone, and who has left meanwhile hears nothing", async () => {
  const { phone, waiting, real, settled } = setUp();
  const told: unknown[] = [];
  phone.watch.draft("a")((value) => told.push(value));
  const leave = phone.watch.draft("b")((value) => told.push(value));
  leave();
  expect(waiting).toHaveLength(1);
  waiting[0]?.give(real);
  await settled();
  expect(told).toEqual(["kept"]);
});

test("whoever acts waits for the phone, and is told where it cannot be had; a new attempt fetches it anew", async () => {
  const { phone, waiting, real, say, settled } = setUp();
  const first = phone.act.say("phuong-thu", []);
  waiting[0]?.fail(new TypeError("no coverage"));
  expect(await first).toEqual(err("storage"));
  const looked = phone.act.statementText("phuong-thu", "id");
  waiting[1]?.fail(new TypeError("no coverage"));
  await expect(looked).rejects.toThrow("no coverage");
  const second = phone.act.say("phuong-thu", []);
  await settled();
  waiting[2]?.give(real);
  expect(await second).toEqual(ok(["id"]));
  expect(say).toHaveBeenCalledOnce();
});

test("a phone that is started begins when it is there, and is fetched again until it is", async () => {
  vi.useFakeTimers();
  try {
    const { phone, waiting, real, started, stop } = setUp();
    const leave = phone.start();
    waiting[0]?.fail(new TypeError("no coverage"));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(waiting).toHaveLength(2);
    waiting[1]?.give(real);
    await vi.advanceTimersByTimeAsync(0);
    expect(started).toHaveBeenCalledOnce();
    leave();
    expect(stop).toHaveBeenCalledOnce();
  } finally {
    vi.useRealTimers();
  }
});
