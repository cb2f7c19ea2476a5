import { liveQuery } from "dexie";
import type { Live } from "../api/phone.ts";
import { afterFrame } from "../time/after-frame.ts";
import { whenThere } from "../time/when-there.ts";

/**
 * A query that is made again whenever what it read has changed, in this tab or another: after the next frame, so that what
 * somebody waits for is drawn before everything around it is read anew. A query that fails tells nobody, and is made again
 * at the next change.
 */
export function live<T>(query: () => Promise<T> | T): Live<T> {
  return function subscribe(listener) {
    let asked = false;
    let stopped = false;
    const asking = liveQuery(async () => {
      // Dexie follows what a query reads through the browser's own promises only where one of them is wrapped.
      if (asked) await Promise.resolve(afterFrame());
      asked = true;
      // Nobody waits for it any more.
      return stopped ? STOPPED : query();
    });
    const subscription = asking.subscribe({
      next: (value) => value !== STOPPED && listener(value),
      error: rethrowLater,
    });
    return () => {
      stopped = true;
      subscription.unsubscribe();
    };
  };
}

/** A query whose script is fetched when somebody first asks. Where that fails it tells `failed`, or nothing. */
export function fetchedLive<T>(load: () => Promise<Live<T>>, failed?: T): Live<T> {
  return (listener) => {
    let stopped = false;
    const loaded = load();
    const stop = whenThere(loaded, (query) => query(listener));
    loaded.catch((error: unknown) => {
      if (!stopped && failed !== undefined) listener(failed);
      rethrowLater(error);
    });
    return () => {
      stopped = true;
      stop();
    };
  };
}

const STOPPED = Symbol("stopped");

// The window's error handler sees it; a listener could do nothing about it.
function rethrowLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}

/** A value in memory that listeners follow. */
export interface Held<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly live: Live<T>;
}

/** Holds a value and tells listeners of each change. */
export function hold<T>(initial: T): Held<T> {
  let value = initial;
  const listeners = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener(next);
    },
    live(listener) {
      listeners.add(listener);
      listener(value);
      return () => listeners.delete(listener);
    },
  };
}
