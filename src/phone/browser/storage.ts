import type { Live, StorageState } from "../api/phone.ts";
import type { PhoneDatabase } from "../store/database.ts";
import type { Timers } from "../store/env.ts";
import { hold } from "../store/live.ts";
import { tryRoom } from "./try-room.ts";

/** What the browser tells of its storage; not all do. */
export interface BrowserStorage {
  readonly persist?: () => Promise<boolean>;
  readonly persisted?: () => Promise<boolean>;
  readonly estimate?: () => Promise<StorageEstimate>;
  /** The folder that is the app's own. */
  readonly getDirectory?: () => Promise<FileSystemDirectoryHandle>;
}

/** An eye on the room that is left. */
export interface StorageWatch {
  readonly live: Live<StorageState>;
  readonly persist: () => Promise<boolean>;
  /** Tries at once whether there is room. */
  readonly lookForRoom: () => Promise<void>;
}

/**
 * Looks when somebody begins to watch, and every minute while somebody does. Whether there is room is tried a little later,
 * so that no first page waits for it, and again after half an hour; at every look while there was none.
 */
export function watchStorage(db: PhoneDatabase, browser: BrowserStorage, timers: Timers): StorageWatch {
  const state = hold<StorageState>({ persisted: false, used: null, quota: null, nearlyFull: false });
  let watchers = 0;
  let drop: (() => void) | null = null;
  let known = false;
  let room: boolean | null = null;
  let looks = 0;

  async function look(): Promise<void> {
    const next = await read(browser);
    known = true;
    state.set({ ...next, nearlyFull: next.nearlyFull || room === false });
  }

  async function lookForRoom(): Promise<void> {
    room = await tryRoom(db, browser.getDirectory);
    await look();
  }

  function again(milliseconds: number): void {
    drop = timers.after(milliseconds, () => {
      const isDue = room === false || looks % LOOKS_A_TRY === 0;
      looks += 1;
      void (isDue ? lookForRoom() : look());
      again(A_MINUTE);
    });
  }

  return {
    lookForRoom,
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
      if (watchers === 1) again(FIRST_TRY);
      return () => {
        stopped = true;
        stop();
        watchers -= 1;
        if (watchers === 0) drop?.();
      };
    },
  };
}

const A_MINUTE = 60_000;
const FIRST_TRY = 5_000;
const LOOKS_A_TRY = 30;

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
