import { useMemo, useSyncExternalStore } from "react";
import type { Watch } from "../../../phone/api/phone.ts";
import { liveStore, type LiveArgs, type LiveValue } from "./live-stores.ts";
import { usePhone } from "./PhoneContext.tsx";

/**
 * Reads one live query and draws again at every change: `useLive("round", ward)`. Undefined until the first value is
 * known, and again as soon as another is asked for that nobody follows; where an argument is null nothing is asked.
 */
export function useLive<Name extends keyof Watch>(
  name: Name,
  ...args: LiveArgs<Name>
): LiveValue<Name> | undefined {
  const { watch } = usePhone();
  // Spelt out: the list itself is another at every drawing.
  const [first, second] = args as readonly (string | null | undefined)[];
  const store = useMemo(
    () => liveStore(watch, name, [first, second] as unknown as LiveArgs<Name>),
    [watch, name, first, second],
  );
  return useSyncExternalStore(store.subscribe, store.get);
}
