import { useMemo, useSyncExternalStore } from "react";
import type { Live, Watch } from "../../phone/phone.ts";
import { usePhone } from "./PhoneContext.tsx";

/**
 * Reads one live query and draws again at every change: `useLive("round", ward)`. Undefined until the first value is
 * known, and again as soon as another is asked for; where an argument is null nothing is asked.
 */
export function useLive<Name extends keyof Watch>(
  name: Name,
  ...args: OrNull<Parameters<Watch[Name]>>
): Value<Name> | undefined {
  const { watch } = usePhone();
  // No query takes more than two.
  const [first, second] = args as readonly (string | null | undefined)[];
  const store = useMemo(() => {
    const given = [first, second].filter((arg) => arg !== undefined);
    const query = watch[name] as (...given: readonly (string | null)[]) => Live<Value<Name>>;
    return storeOf(given.includes(null) ? nothing : query(...given));
  }, [watch, name, first, second]);
  return useSyncExternalStore(store.subscribe, store.get);
}

type OrNull<Args extends readonly unknown[]> = { [At in keyof Args]: Args[At] | null };
type Value<Name extends keyof Watch> = ReturnType<Watch[Name]> extends Live<infer T> ? T : never;

interface Store<T> {
  readonly get: () => T | undefined;
  readonly subscribe: (changed: () => void) => () => void;
}

function storeOf<T>(live: Live<T>): Store<T> {
  let value: T | undefined;
  return {
    get: () => value,
    subscribe: (changed) =>
      live((next) => {
        value = next;
        changed();
      }),
  };
}

function nothing(): () => void {
  return () => {};
}
