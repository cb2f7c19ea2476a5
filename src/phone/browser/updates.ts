import type { Live } from "../api/phone.ts";
import type { Timers } from "../store/env.ts";
import { hold } from "../store/live.ts";

/** Registers the service worker, and tells how newer versions of it come. */
export interface Registrar {
  readonly register: () => Promise<unknown>;
  /** Whether there is a worker, or one is just being installed. */
  readonly isThere: () => boolean;
  readonly update: () => Promise<void>;
  readonly messageSkipWaiting: () => void;
  readonly addEventListener: (
    type: "waiting" | "controlling",
    act: (event: { isUpdate?: boolean | undefined }) => void,
  ) => void;
}

export interface Updates {
  readonly live: Live<boolean>;
  readonly take: () => Promise<void>;
  /** Asks whether there is a newer version, not more often than every half hour; where there is no worker, for one. */
  readonly look: () => void;
}

interface Parts {
  /** Null where there is no service worker: on an insecure address, in development. */
  readonly registrar: Registrar | null;
  readonly reload: () => void;
  readonly now: () => number;
  readonly timers: Timers;
}

/** Milliseconds. */
const HALF_AN_HOUR = 1_800_000;
const A_WHILE = 300_000;
const A_MOMENT = 5_000;

/**
 * Registers the service worker. A newer version waits until `take` is called, where nobody is in the middle of anything;
 * a tab that another tab took along reloads then, too, and not before.
 */
export function watchUpdates({ registrar, reload, now, timers }: Parts): Updates {
  const waits = hold(false);
  let taking = false;
  let replaced = false;
  let looked = now();

  registrar?.addEventListener("waiting", () => waits.set(true));
  registrar?.addEventListener("controlling", ({ isUpdate }) => {
    if (taking) reload();
    // The first worker of all takes over a page of its own version.
    else if (isUpdate) {
      replaced = true;
      waits.set(true);
    }
  });
  // Without one the app works, only not without coverage.
  const register = () => registrar?.register().catch(() => null) ?? Promise.resolve();
  const registered = register();
  let tried = 0;
  let pause = 0;

  /**
   * A worker that coverage broke off while it was being installed is gone; another goes on with the files that it has kept.
   * Where that fails again and again the phone may be full, and every try is paid for in vain.
   */
  function registerAgain(): void {
    if (registrar?.isThere() !== false || now() - tried < pause) return;
    tried = now();
    pause = Math.min(A_WHILE, 2 * pause || A_MOMENT);
    void register();
  }

  return {
    // Only once it is known whether a version waited before this page was opened: a screen takes it as it opens, or not at all.
    live: (listener) => {
      let stop: (() => void) | null = null;
      let stopped = false;
      void registered.then(() => {
        if (!stopped) stop = waits.live(listener);
      });
      return () => {
        stopped = true;
        stop?.();
      };
    },
    async take() {
      if (!waits.get()) return;
      taking = true;
      if (replaced) reload();
      else registrar?.messageSkipWaiting();
      // A worker that does not answer must not leave the old version without an end.
      timers.after(5_000, reload);
    },
    look() {
      void registered.then(registerAgain);
      if (now() - looked < HALF_AN_HOUR) return;
      looked = now();
      registrar?.update().catch(() => null);
    },
  };
}
