import { useEffect, useState, useSyncExternalStore } from "react";

/**
 * Of all toasts that are called for the one that came last: they share one place. One that is covered shows again once that
 * goes, and one that is `lasting` covers none.
 */
export function useIsNewest(lasting: boolean): boolean {
  const [self] = useState(() => Symbol("toast"));
  useEffect(() => {
    if (lasting) called.unshift(self);
    else called.push(self);
    tell();
    return () => {
      called.splice(called.indexOf(self), 1);
      tell();
    };
  }, [self, lasting]);
  // Seen at once, and not only when it has been called for.
  return useSyncExternalStore(listen, () => called.at(-1) === self || !called.includes(self));
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
