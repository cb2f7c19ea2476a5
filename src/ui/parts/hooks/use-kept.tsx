import { createContext, use, useCallback, useState, type ReactNode } from "react";

/** Remembers what screens below were showing while others were open: in memory only, since a search may name a person. */
export function KeptProvider({ children }: { readonly children: ReactNode }) {
  const [kept] = useState(() => new Map<string, unknown>());
  return <KeptContext value={kept}>{children}</KeptContext>;
}

/** Like useState, but found again when the screen is opened the next time. */
export function useKept<T>(key: string, initial: T): readonly [T, (value: T) => void] {
  const kept = useKeptThings();
  const [value, setValue] = useState(() => (kept.has(key) ? (kept.get(key) as T) : initial));
  const keep = useCallback(
    (next: T) => {
      kept.set(key, next);
      setValue(next);
    },
    [kept, key],
  );
  return [value, keep];
}

/** Where such things are kept, for what no drawing depends on. */
export function useKeptThings(): Map<string, unknown> {
  return use(KeptContext);
}

const KeptContext = createContext<Map<string, unknown>>(new Map());
