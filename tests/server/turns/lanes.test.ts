import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";

import { createLanes } from "../../../src/server/turns/lanes.ts";

/** Lanes whose work waits until it is told to go on. */
function createHeldLanes(most: number, batchSize = 10, worth = 1) {
  const begun: string[] = [];
  const goOn: (() => void)[] = [];
  const lanes = createLanes<string>({
    most,
    take: (queue) => queue.splice(0, batchSize),
    isWorth: (queue) => queue.length >= worth,
    work: (batch) => {
      begun.push(batch.join(" "));
      return new Promise((resolve) => goOn.push(resolve));
    },
  });
  /** Ends the work that began first, and lets the next one begin. */
  const finishOne = async () => {
    goOn.shift()?.();
    for (let turn = 0; turn < 3; turn += 1) await setImmediate();
  };
  return { lanes, begun, finishOne };
}

test("what comes in one turn goes into one batch, and what comes during it into the next", async () => {
  const { lanes, begun, finishOne } = createHeldLanes(1);
  lanes.add("", "a");
  await Promise.resolve();
  lanes.add("", "b");
  expect(begun).toEqual([]);
  await setImmediate();
  await setImmediate();
  expect(begun).toEqual(["a b"]);
  lanes.add("", "c");
  await setImmediate();
  lanes.add("", "d");
  await setImmediate();
  expect(begun).toEqual(["a b"]);
  await finishOne();
  expect(begun).toEqual(["a b", "c d"]);
});

test("only so many lanes are worked on at once, and none waits for more than one batch of each other", async () => {
  const { lanes, begun, finishOne } = createHeldLanes(2, 1);
  for (const job of ["a1", "a2", "a3"]) lanes.add("a", job);
  lanes.add("b", "b1");
  lanes.add("c", "c1");
  await finishOne();
  expect(begun).toEqual(["a1", "b1"]);
  await finishOne();
  expect(begun).toEqual(["a1", "b1", "c1"]);
  await finishOne();
  expect(begun).toEqual(["a1", "b1", "c1", "a2"]);
});

test("it is settled once nothing waits, and not before", async () => {
  const { lanes, begun, finishOne } = createHeldLanes(1, 1);
  await lanes.settle();
  lanes.add("", "a");
  lanes.add("", "b");
  let isSettled = false;
  const settled = lanes.settle().then(() => (isSettled = true));
  await finishOne();
  expect([begun, isSettled]).toEqual([["a"], false]);
  await finishOne();
  expect([begun, isSettled]).toEqual([["a", "b"], false]);
  await finishOne();
  await settled;
});

test("a batch waits for what was announced when its turn came, and for nothing that was announced later", async () => {
  const { lanes, begun, finishOne } = createHeldLanes(1, 10, 3);
  const [second, other] = [lanes.announce("a"), lanes.announce("b")];
  lanes.add("a", "a1");
  const third = lanes.announce("a");
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
  expect(begun).toEqual([]);
  second();
  lanes.add("a", "a2");
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
  expect(begun).toEqual(["a1 a2"]);
  other();
  third();
  lanes.add("a", "a3");
  await finishOne();
  expect(begun).toEqual(["a1 a2", "a3"]);
});

test("what is worth a batch waits for nothing, and what was announced and does not come holds nobody up", async () => {
  const { lanes, begun, finishOne } = createHeldLanes(1, 10, 2);
  const never = lanes.announce("");
  lanes.add("", "a");
  await setImmediate();
  lanes.add("", "b");
  lanes.announce("")();
  await setImmediate();
  await setImmediate();
  expect(begun).toEqual(["a b"]);
  lanes.add("", "c");
  await finishOne();
  expect(begun).toEqual(["a b"]);
  never();
  await setImmediate();
  await setImmediate();
  expect(begun).toEqual(["a b", "c"]);
});

test("settling waits for nothing that is only announced", async () => {
  const { lanes, begun, finishOne } = createHeldLanes(1, 10, 2);
  lanes.announce("");
  lanes.add("", "a");
  const settled = lanes.settle();
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
  expect(begun).toEqual(["a"]);
  await finishOne();
  await settled;
});
