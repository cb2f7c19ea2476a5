import { expect, test } from "vitest";

import type { Heard } from "../../../src/phone/call/listen.ts";
import { follow } from "../../../src/phone/exchange/follow.ts";
import { handTimers } from "../test-phone.ts";

/** A phone that follows a ward whose answers, each after so many milliseconds, are told by hand. */
function setUp() {
  const timers = handTimers();
  const asked: ((answer: Heard, after: number) => Promise<void>)[] = [];
  let fetched = 0;
  let time = 0;
  let signal: AbortSignal | undefined;
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const stop = follow(
    {
      env: { now: () => time, timers },
      listen: (_ward, given) => {
        signal = given;
        return new Promise((resolve) => {
          asked.push((answer, after) => {
            time += after;
            resolve(answer);
            return settle();
          });
        });
      },
      exchange: async () => {
        fetched += 1;
        return { how: "done" };
      },
    },
    "phuong-thu",
  );
  const answer = async (what: Heard["what"], after: number, from = String(asked.length)) => {
    await asked.at(-1)?.({ what, from }, after);
    const [next] = timers.waiting();
    const pause = next?.milliseconds ?? null;
    next?.act();
    await settle();
    return pause;
  };
  return { answer, stop, asked, fetched: () => fetched, isEnded: () => signal?.aborted, timers };
}

test("fetches what is new, and asks again at once", async () => {
  const { answer, fetched, asked } = setUp();
  expect([await answer("news", 10), fetched(), asked.length]).toEqual([200, 1, 2]);
  expect([await answer("none", 25_000), fetched(), asked.length]).toEqual([200, 1, 3]);
});

test.each([
  ["a ward that does not wait", "none"],
  ["a gateway that cuts the call", "failed"],
] as const)("leaves %s alone for longer and longer", async (_name, what) => {
  const { answer } = setUp();
  const pauses = [];
  for (let i = 0; i < 5; i += 1) pauses.push(await answer(what, 100));
  expect(pauses).toEqual([8_000, 16_000, 32_000, 60_000, 60_000]);
  expect(await answer("news", 100)).toBe(200);
});

test("does not run after news that cannot be fetched", async () => {
  const { answer } = setUp();
  expect([await answer("news", 10, "same"), await answer("news", 10, "same")]).toEqual([200, 8_000]);
});

test("has one call under way, and none once it is stopped", async () => {
  const { asked, stop, isEnded, timers, fetched } = setUp();
  expect(asked).toHaveLength(1);
  stop();
  expect(isEnded()).toBe(true);
  await asked[0]?.({ what: "news", from: "x" }, 0);
  expect([timers.waiting(), fetched()]).toEqual([[], 0]);
});
