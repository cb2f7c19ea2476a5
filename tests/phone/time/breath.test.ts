import { expect, test } from "vitest";
import { breathing } from "../../../src/phone/time/breath.ts";

test("one breathes when the last breath is long ago, from its end on", async () => {
  let now = 1000;
  let breaths = 0;
  let over = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      breaths += 1;
      over = resolve;
    });
  const breathe = breathing(pause, () => now);
  now += 39;
  expect(breathe()).toBeNull();
  now += 1;
  const breath = breathe();
  expect(breath).not.toBeNull();
  // What the breath itself took is nobody's work.
  now += 500;
  over();
  await breath;
  now += 39;
  expect(breathe()).toBeNull();
  now += 1;
  void breathe();
  over();
  await Promise.resolve();
  now -= 1_000_000;
  expect(breathe()).not.toBeNull();
  expect(breaths).toBe(3);
});
