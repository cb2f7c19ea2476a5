import { liveQuery } from "dexie";
import type { Live } from "./phone.ts";

/** A query that is made again whenever what it read has changed, in this tab or another. A query that fails tells nobody, and is made again at the next change. */
export function live<T>(query: () => Promise<T> | T): Live<T> {
  return function subscribe(listener) {
    const subscription = liveQuery(query).subscribe({ next: listener, error: rethrowLater });
    return () => subscription.unsubscribe();
  };
}

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
