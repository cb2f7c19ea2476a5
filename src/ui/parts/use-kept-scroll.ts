import { useLayoutEffect } from "react";
import { useKeptThings } from "./use-kept.tsx";

/** Opens the screen where it was left. */
export function useKeptScroll(key: string): void {
  const kept = useKeptThings();
  useLayoutEffect(() => {
    const page = document.documentElement;
    const top = kept.get(key);
    if (typeof top === "number") page.scrollTop = top;
    return () => void kept.set(key, page.scrollTop);
  }, [kept, key]);
}
