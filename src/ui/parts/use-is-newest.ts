import { useEffect, useState, useSyncExternalStore } from "react";

/** Of all toasts that are called for the one that came last: they share one place. One that is covered shows again once that goes. */
export function useIsNewest(): boolean {
  const [self] = useState(() => Symbol("toast"));
  useEffect(() => {
    called.push(self);
    tell();
    return () => {
      called.splice(called.indexOf(self), 1);
      tell();
    };
  }, [self]);
  return useSyncExternalStore(listen, () => called.at(-1) === self);
}

const called: symbol[] = [];
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
