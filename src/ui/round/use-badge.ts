import { useEffect } from "react";

/** Shows a count on the app's icon where the phone can do that: how many wait for somebody today. */
export function useBadge(count: number): void {
  useEffect(() => {
    const { setAppBadge, clearAppBadge } = navigator as Partial<Navigator>;
    const done = count > 0 ? setAppBadge?.call(navigator, count) : clearAppBadge?.call(navigator);
    // A browser may know badges and refuse them: the first screen says the same in words.
    done?.catch(() => undefined);
  }, [count]);
}
