import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Watch } from "../../src/phone/api/phone.ts";
import { followLater } from "../../src/ui/office/use-round-ahead.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Only whether somebody follows the round matters. */
function watched() {
  const followed = { count: 0 };
  const round: Watch["round"] = () => () => {
    followed.count += 1;
    return () => void (followed.count -= 1);
  };
  return { followed, watch: { round } as unknown as Watch };
}

test("the round is followed once the first page has stood for a while, until the office is left", () => {
  const { followed, watch } = watched();
  const stop = followLater(watch, "phuong-thu");
  expect(followed.count).toBe(0);
  vi.advanceTimersByTime(10_000);
  expect(followed.count).toBe(1);
  stop();
  expect(followed.count).toBe(0);
});

test("who has left by then makes nobody read it", () => {
  const { followed, watch } = watched();
  followLater(watch, "phuong-thu")();
  vi.advanceTimersByTime(10_000);
  expect(followed.count).toBe(0);
});
