import type { Timers } from "../store/env.ts";

/** The timers of a page or a worker. */
export function windowTimers({
  setTimeout,
  clearTimeout,
}: Pick<typeof globalThis, "setTimeout" | "clearTimeout">): Timers {
  return {
    after(milliseconds, act) {
      const timer = setTimeout.call(globalThis, act, milliseconds);
      return () => clearTimeout.call(globalThis, timer);
    },
  };
}
