import { useEffect } from "react";
import type { Watch } from "../../phone/api/phone.ts";
import { liveStore } from "../parts/hooks/live-stores.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";

/**
 * Reads the ward's households once the first page of the office has stood for a while, and follows them: its other pages need
 * them all, and find them there. Null while they are still coming in.
 */
export function useRoundAhead(ward: string | null): void {
  const { watch } = usePhone();
  useEffect(() => (ward === null ? undefined : followLater(watch, ward)), [watch, ward]);
}

/** Follows the round of a ward from a while later; returns how to stop. */
export function followLater(watch: Watch, ward: string): () => void {
  let stop = (): void => undefined;
  const timer = setTimeout(() => {
    stop = liveStore(watch, "round", [ward]).subscribe(() => undefined);
  }, LATER);
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Milliseconds: nobody waits for anything by then. */
const LATER = 5_000;
