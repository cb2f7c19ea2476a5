import { beforeEach, expect, test, vi } from "vitest";
import type { Watch } from "../../src/phone/api/phone.ts";
import { hold, type Held } from "../../src/phone/store/live.ts";
import { liveAhead, liveStore } from "../../src/ui/parts/hooks/live-stores.ts";

let draft: Held<unknown>;
let asked: string[];
let following: number;
let watch: Watch;

beforeEach(() => {
  draft = hold<unknown>("first");
  asked = [];
  following = 0;
  // Only drafts are asked for here.
  watch = {
    draft: (key: string) => (listener: (value: unknown) => void) => {
      asked.push(key);
      following += 1;
      const stop = draft.live(listener);
      return () => {
        following -= 1;
        stop();
      };
    },
  } as unknown as Watch;
});

test("all who show the same follow one query, until the last has left", () => {
  const changed = vi.fn<() => void>();
  const one = liveStore(watch, "draft", ["a"]);
  const stopOne = one.subscribe(changed);
  const other = liveStore(watch, "draft", ["a"]);
  expect(other.get()).toBe("first");
  const stopOther = other.subscribe(changed);
  changed.mockClear();
  draft.set("second");
  expect(changed).toHaveBeenCalledTimes(2);
  expect([one.get(), other.get(), asked]).toEqual(["second", "second", ["a"]]);
  stopOne();
  draft.set("third");
  expect([other.get(), following]).toEqual(["third", 1]);
  stopOther();
  expect(following).toBe(0);
});

test("what nobody follows any more is asked for anew, and not shown as it was", () => {
  liveStore(watch, "draft", ["a"]).subscribe(() => {})();
  draft.set("second");
  const again = liveStore(watch, "draft", ["a"]);
  expect(again.get()).toBeUndefined();
  again.subscribe(() => {});
  expect(again.get()).toBe("second");
});

test("what was asked ahead is there for whoever comes to show it, and is followed no longer than a while", async () => {
  vi.useFakeTimers();
  try {
    expect(await liveAhead(watch, "draft", ["a"])).toBe("first");
    const store = liveStore(watch, "draft", ["a"]);
    expect([store.get(), asked]).toEqual(["first", ["a"]]);
    vi.advanceTimersByTime(60_000);
    expect(following).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test("another argument is another query, and where one is missing nothing is asked", () => {
  liveStore(watch, "draft", ["a"]).subscribe(() => {});
  expect(liveStore(watch, "draft", ["b"]).get()).toBeUndefined();
  const none = liveStore(watch, "draft", [null]);
  none.subscribe(() => {});
  expect([none.get(), asked]).toEqual([undefined, ["a"]]);
});
