import type { Live, Watch } from "../../../phone/api/phone.ts";

/** The latest value of one live query, for all who show it. */
export interface LiveStore<T> {
  /** Undefined until the first value is known. */
  readonly get: () => T | undefined;
  /** Returns how to stop. */
  readonly subscribe: (changed: () => void) => () => void;
}

/** What a live query tells. */
export type LiveValue<Name extends keyof Watch> = ReturnType<Watch[Name]> extends Live<infer T> ? T : never;

/** What a live query is asked with; where one of them is null nothing is asked. */
export type LiveArgs<Name extends keyof Watch> = OrNull<Parameters<Watch[Name]>>;

type OrNull<Args extends readonly unknown[]> = { [At in keyof Args]: Args[At] | null };

/** The store of a query: while somebody follows it, everybody who asks the same gets the same, with its value. */
export function liveStore<Name extends keyof Watch>(
  watch: Watch,
  name: Name,
  args: LiveArgs<Name>,
): LiveStore<LiveValue<Name>> {
  // No query takes more than two; `undefined` stands for one that is not given.
  const given = (args as readonly (string | null | undefined)[]).filter((arg) => arg !== undefined);
  if (given.includes(null)) return NOTHING;
  const stores = followedOf(watch);
  const key = JSON.stringify([name, ...given]);
  const followed = stores.get(key) as LiveStore<LiveValue<Name>> | undefined;
  if (followed) return followed;
  const query = watch[name] as (...given: readonly (string | null)[]) => Live<LiveValue<Name>>;
  return createStore(query(...given), (store, isFollowed) => {
    if (isFollowed) stores.set(key, store);
    else if (stores.get(key) === store) stores.delete(key);
  });
}

/**
 * Asks before anybody draws it: resolves with the first value, and goes on following for a while, so that whoever draws it
 * then finds it there at once.
 */
export function liveAhead<Name extends keyof Watch>(
  watch: Watch,
  name: Name,
  args: LiveArgs<Name>,
): Promise<LiveValue<Name>> {
  const store = liveStore(watch, name, args);
  return new Promise((resolve) => {
    const stop = store.subscribe(() => {
      const value = store.get();
      if (value !== undefined) resolve(value);
    });
    setTimeout(stop, AHEAD);
  });
}

/** Milliseconds. */
const AHEAD = 10_000;

const NOTHING: LiveStore<never> = { get: () => undefined, subscribe: () => () => {} };

/** Those that somebody follows, by phone. */
const followed = new WeakMap<Watch, Map<string, LiveStore<unknown>>>();

function followedOf(watch: Watch): Map<string, LiveStore<unknown>> {
  const known = followed.get(watch) ?? new Map<string, LiveStore<unknown>>();
  followed.set(watch, known);
  return known;
}

function createStore<T>(
  live: Live<T>,
  tell: (store: LiveStore<T>, isFollowed: boolean) => void,
): LiveStore<T> {
  const listeners = new Set<() => void>();
  let value: T | undefined;
  let stop: (() => void) | null = null;

  const store: LiveStore<T> = {
    get: () => value,
    subscribe(changed) {
      // The same function may be given twice.
      const listener = () => changed();
      listeners.add(listener);
      tell(store, true);
      stop ??= live((next) => {
        value = next;
        for (const one of listeners) one();
      });
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop?.();
        stop = null;
        tell(store, false);
      };
    },
  };
  return store;
}
