import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";

import { createFlusher } from "../../../src/server/store/flusher.ts";

/** A disk whose flushes end when they are told to. */
function createHeldDisk() {
  const begun: { readonly end: () => void; readonly fail: (reason: Error) => void }[] = [];
  const file = {
    datasync: () => new Promise<void>((end, fail) => begun.push({ end, fail })),
  };
  return { begun, flusher: createFlusher(file) };
}

/** Whether a promise is over a little later. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  let over = false;
  const note = () => (over = true);
  promise.then(note, note);
  await setImmediate();
  return over;
}

test("whoever asks during a flush shares the next one, which begins when that is over", async () => {
  const { begun, flusher } = createHeldDisk();
  expect(flusher.pending()).toBeUndefined();
  const first = flusher.flush();
  const [second, third] = [flusher.flush(), flusher.flush()];
  expect([await isOver(first), begun.length]).toEqual([false, 1]);
  begun[0]?.end();
  expect([await isOver(first), await isOver(second), await isOver(third), begun.length]).toEqual([
    true,
    false,
    false,
    2,
  ]);
  begun[1]?.end();
  expect([await isOver(second), await isOver(third), begun.length]).toEqual([true, true, 2]);
  expect(flusher.pending()).toBeUndefined();
});

test("what is pending is all that was asked for", async () => {
  const { begun, flusher } = createHeldDisk();
  void flusher.flush();
  void flusher.flush();
  const pending = flusher.pending();
  begun[0]?.end();
  expect(pending && (await isOver(pending))).toBe(false);
  begun[1]?.end();
  expect(pending && (await isOver(pending))).toBe(true);
});

test("after a failure every flush fails, whatever the disk says then", async () => {
  const { begun, flusher } = createHeldDisk();
  const [first, second] = [flusher.flush(), flusher.flush()];
  begun[0]?.fail(new Error("the disk is gone"));
  for (const asked of [first, second, flusher.flush(), flusher.pending()])
    await expect(asked).rejects.toThrow("the disk is gone");
  expect(begun.length).toBe(1);
  await expect(flusher.lost()).rejects.toThrow("the disk is gone");
});

test("nothing is lost while flushes succeed", async () => {
  const { begun, flusher } = createHeldDisk();
  const first = flusher.flush();
  expect(flusher.lost()).toBeUndefined();
  begun[0]?.end();
  await first;
  expect(flusher.lost()).toBeUndefined();
});
