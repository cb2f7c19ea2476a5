import { expect, test } from "vitest";
import type { Attempt } from "../../../src/phone/exchange/exchange.ts";
import { delayAfter, startSchedule } from "../../../src/phone/exchange/schedule.ts";
import { handTimers } from "../test-phone.ts";

const done: Attempt = { how: "done" };
const failed: Attempt = { how: "failed", error: "unreachable", retryAfter: null };

/** A schedule whose attempts and events are told by hand. `half` is what chance says: 0.5. */
function setUp(outcomes: Attempt[]) {
  const timers = handTimers();
  const tried: string[] = [];
  const events = { online: () => {}, visible: () => {}, syncs: 0 };
  let time = 1_000_000;
  const schedule = startSchedule({
    env: { now: () => time, random: () => new Uint8Array([128, 0, 0]), timers },
    async exchange(ward) {
      tried.push(ward);
      return outcomes.shift() ?? done;
    },
    wards: async () => ["phuong-thu"],
    page: {
      onOnline: (act) => ((events.online = act), () => (events.online = () => {})),
      onVisible: (act) => ((events.visible = act), () => (events.visible = () => {})),
      requestSync: () => (events.syncs += 1),
    },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    timers,
    tried,
    events,
    schedule,
    settle,
    pass: (milliseconds: number) => (time += milliseconds),
    async fire() {
      timers.waiting()[0]?.act();
      await settle();
    },
    delays: () => timers.waiting().map(({ milliseconds }) => milliseconds),
  };
}

test("tries at the start, every three minutes, and when coverage or the screen comes back", async () => {
  const { settle, fire, delays, tried, events } = setUp([]);
  await settle();
  expect(delays()).toEqual([0]);
  await fire();
  expect(tried).toHaveLength(1);
  expect(delays()).toEqual([180_000]);
  for (const event of ["online", "visible"] as const) {
    events[event]();
    await settle();
    expect(delays()).toEqual([0]);
    await fire();
  }
  expect(tried).toHaveLength(3);
});

test("sends what was said soon, all of one door together, and asks to be woken", async () => {
  const { settle, fire, delays, schedule, events, tried } = setUp([]);
  await settle();
  await fire();
  schedule.nudge("phuong-thu");
  schedule.nudge("phuong-thu");
  expect(delays()).toEqual([500]);
  expect(events.syncs).toBe(2);
  await fire();
  expect(tried).toHaveLength(2);
});

test("waits longer after each failure, by chance, and never longer than three minutes", async () => {
  const { settle, fire, delays, schedule } = setUp([failed, failed, failed]);
  await settle();
  await fire();
  expect(delays()).toEqual([2500]);
  await fire();
  expect(delays()).toEqual([5000]);
  // What is said meanwhile hurries nothing.
  schedule.nudge("phuong-thu");
  expect(delays()).toEqual([5000]);
  await fire();
  expect(delays()).toEqual([10_000]);
  await fire();
  expect(delays()).toEqual([180_000]);
  expect(delayAfter(50, 0.999)).toBeLessThanOrEqual(180_000);
  expect(delayAfter(1, 0)).toBe(0);
});

test("leaves a ward alone for as long as it asks", async () => {
  const { settle, fire, delays, events, pass } = setUp([{ ...failed, error: "too-often", retryAfter: 60 }]);
  await settle();
  await fire();
  expect(delays()).toEqual([60_000]);
  pass(20_000);
  events.online();
  await settle();
  expect(delays()).toEqual([40_000]);
});

test("stops", async () => {
  const { settle, fire, delays, schedule, events, tried } = setUp([]);
  await settle();
  await fire();
  schedule.stop();
  expect(delays()).toEqual([]);
  events.online();
  await settle();
  expect(tried).toHaveLength(1);
});

test("goes on where the database could not be opened at the start", async () => {
  const timers = handTimers();
  const tried: string[] = [];
  let opens = false;
  startSchedule({
    env: { now: () => 0, random: () => new Uint8Array(3), timers },
    exchange: async (ward) => (tried.push(ward), done),
    wards: async () => {
      if (!opens) throw new Error("UnknownError");
      return ["phuong-thu"];
    },
    page: { onOnline: () => () => {}, onVisible: () => () => {}, requestSync: () => {} },
  });
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  for (let times = 0; times < 2; times++) {
    await settle();
    timers.waiting()[0]?.act();
    opens = true;
  }
  await settle();
  timers.waiting()[0]?.act();
  await settle();
  expect(tried).toEqual(["phuong-thu"]);
});

test("waits an hour at most, whatever an answer asks for, and however far the clock was set back", async () => {
  const { settle, fire, delays, pass } = setUp([
    { how: "failed", error: "unavailable", retryAfter: 1e9 },
    { how: "failed", error: "unavailable", retryAfter: 60 },
  ]);
  await settle();
  await fire();
  expect(delays()).toEqual([3_600_000]);
  pass(-86_400_000);
  await fire();
  expect(delays().every((delay) => delay <= 3_600_000)).toBe(true);
});
