import type { PhoneDatabase } from "./database.ts";

/** What the phone takes from outside, in the page and in the service worker alike. */
export interface Env {
  readonly db: PhoneDatabase;
  /** `""` where the app and the API have one origin. */
  readonly origin: string;
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly subtle: SubtleCrypto;
  /** Milliseconds since 1970 by the phone's own clock. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Version of the app, as `0.1.0+abc`. */
  readonly version: string;
  readonly timers: Timers;
  /** Absent in old browsers: then the tabs of one phone may try at the same time, which is harmless. */
  readonly locks?: LockManager | undefined;
}

/** The timers of the page. */
export interface Timers {
  /** Calls later; returns how to drop it. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
}

/** A number from 0 up to, not including, 1, for delays. */
export function chance({ random }: Pick<Env, "random">): number {
  const [a = 0, b = 0, c = 0] = random(3);
  return (a * 65_536 + b * 256 + c) / 16_777_216;
}
