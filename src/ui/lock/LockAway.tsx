import { useEffect } from "react";
import { useLive } from "../parts/hooks/use-live.ts";

/** Locks this tab once it was out of sight for long, while a PIN is set: maybe in another tab, after this one was opened. */
export function LockAway() {
  const locked = useLive("settings")?.locked;
  useEffect(() => {
    if (!locked) return undefined;
    const locking = import("./lock-when-away.ts").then(({ lockWhenAway }) => lockWhenAway(() => Date.now()));
    return () => void locking.then((stop) => stop());
  }, [locked]);
  return null;
}
