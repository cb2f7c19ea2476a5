import { chance, type Env } from "../store/env.ts";
import type { Attempt, Exchange } from "./exchange.ts";

/** When a phone exchanges with its wards: at the start, when coverage or the screen comes back, every few minutes, and soon after something was said. */
export interface Schedule {
  /** Something waits to be sent. */
  readonly nudge: (ward: string) => void;
  readonly stop: () => void;
}

/** What a page tells; each returns how to stop listening. */
export interface PageEvents {
  /** The browser believes that coverage is back: a hint, an attempt decides. */
  readonly onOnline: (act: () => void) => () => void;
  /** The app is looked at again. */
  readonly onVisible: (act: () => void) => () => void;
  /** Asks the browser to wake the service worker once there is coverage, where it can. */
  readonly requestSync: () => void;
}

interface Parts {
  readonly env: Pick<Env, "now" | "random" | "timers">;
  readonly exchange: Exchange;
  /** The wards where this phone is a device. */
  readonly wards: () => Promise<readonly string[]>;
  readonly page: PageEvents;
}

/** Milliseconds. */
const EVERY = 180_000;
const HOUR = 3_600_000;
const FIRST_DELAY = 5_000;
/** What is said at one door goes together. */
const SOON = 500;

/** Starts at once. */
export function startSchedule({ env, exchange, wards, page }: Parts): Schedule {
  const paces = new Map<string, Pace>();

  function paceOf(ward: string): Pace {
    const pace = paces.get(ward) ?? createPace(env, () => exchange(ward));
    paces.set(ward, pace);
    return pace;
  }

  async function tryAll(): Promise<void> {
    try {
      for (const ward of await wards()) paceOf(ward).try();
    } catch {
      // The database cannot be opened just now, as after a phone woke up: what is looked at again is tried again.
      stops.push(env.timers.after(FIRST_DELAY, start));
    }
  }

  const start = () => void tryAll();
  const stops = [page.onOnline(start), page.onVisible(start)];
  start();
  return {
    nudge(ward) {
      page.requestSync();
      paceOf(ward).nudge();
    },
    stop() {
      for (const stop of stops) stop();
      for (const pace of paces.values()) pace.stop();
    },
  };
}

interface Pace {
  /** Now, unless the ward has asked to be left alone. */
  readonly try: () => void;
  /** Soon, unless the last attempts failed: then when the next is due anyway. */
  readonly nudge: () => void;
  readonly stop: () => void;
}

function createPace(env: Parts["env"], attempt: () => Promise<Attempt>): Pace {
  let failures = 0;
  let notBefore = 0;
  let running = false;
  let again = false;
  let stopped = false;
  let drop: (() => void) | null = null;

  function plan(delay: number): void {
    drop?.();
    // An hour at most: what asks for more may be a gateway, and the clock may have been set back since.
    const asked = Math.min(notBefore - env.now(), HOUR);
    drop = stopped ? null : env.timers.after(Math.max(delay, asked), () => void run());
  }

  async function run(): Promise<void> {
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    const outcome = await attempt();
    running = false;
    failures = outcome.how === "failed" ? failures + 1 : 0;
    if (outcome.how === "failed" && outcome.retryAfter !== null)
      notBefore = env.now() + outcome.retryAfter * 1000;
    plan(nextDelay());
  }

  function nextDelay(): number {
    if (failures > 0) return delayAfter(failures, chance(env));
    return again ? SOON : EVERY;
  }

  return {
    try: () => plan(0),
    nudge() {
      if (running) again = true;
      else if (failures === 0) plan(SOON);
    },
    stop() {
      stopped = true;
      drop?.();
    },
  };
}

/** Milliseconds to wait after so many failures in a row: full jitter, so that phones that lost coverage together do not come back together. */
export function delayAfter(failures: number, random: number): number {
  return Math.ceil(random * Math.min(EVERY, FIRST_DELAY * 2 ** (failures - 1)));
}
