import { useEffect } from "react";

/** Asks at once, and now and then while this page is looked at. `ask` must stay the same function. */
export function useAsked(ask: () => Promise<void>): void {
  useEffect(() => {
    void ask();
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void ask();
    }, EVERY);
    return () => clearInterval(timer);
  }, [ask]);
}

/** Milliseconds. */
const EVERY = 30_000;
