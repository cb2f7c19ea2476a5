import type { Timers } from "./env.ts";
import { hold } from "./live.ts";
import type { Live, StorageState } from "./phone.ts";

/** What the browser tells of its storage; not all do. */
export interface BrowserStorage {
  readonly persist?: () => Promise<boolean>;
  readonly persisted?: () => Promise<boolean>;
  readonly estimate?: () => Promise<StorageEstimate>;
}

/** An eye on the room that is left. */
export interface StorageWatch {
  readonly live: Live<StorageState>;
  readonly persist: () => Promise<boolean>;
  /** Looks again. */
  readonly look: () => Promise<void>;
}

/** Looks when somebody begins to watch, and every minute while somebody does. */
export function watchStorage(browser: BrowserStorage, timers: Timers): StorageWatch {
  const state = hold<StorageState>({ persisted: false, used: null, quota: null, nearlyFull: false });
  let watchers = 0;
  let drop: (() => void) | null = null;
  let known = false;

  async function look(): Promise<void> {
    const next = await read(browser);
    known = true;
    state.set(next);
  }

  function again(): void {
    drop = timers.after(60_000, () => {
      void look();
      again();
    });
  }

  return {
    look,
    async persist() {
      const kept = (await browser.persist?.().catch(() => false)) ?? false;
      await look();
      return kept;
    },
    live(listener) {
      let stopped = false;
      // Nothing is told before it is known: a warning must not flash.
      const stop = state.live((value) => known && !stopped && listener(value));
      watchers += 1;
      void look();
      if (watchers === 1) again();
      return () => {
        stopped = true;
        stop();
        watchers -= 1;
        if (watchers === 0) drop?.();
      };
    },
  };
}

/** Whether it is time to warn: at 80 %, or with less than 50 MB left. */
export function isNearlyFull(used: number, quota: number): boolean {
  return used >= 0.8 * quota || quota - used < 50_000_000;
}

async function read(browser: BrowserStorage): Promise<StorageState> {
  const persisted = (await browser.persisted?.().catch(() => false)) ?? false;
  const { usage: used, quota } = (await browser.estimate?.().catch(() => ({}) as StorageEstimate)) ?? {};
  if (used === undefined || quota === undefined)
    return { persisted, used: null, quota: null, nearlyFull: false };
  return { persisted, used, quota, nearlyFull: isNearlyFull(used, quota) };
}
