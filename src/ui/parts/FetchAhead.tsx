import { useEffect } from "react";
import { isAtWork, useHere } from "./hooks/HereContext.tsx";

/** On a phone that goes to doors, fetches the screens for them once the first one stands. */
export function FetchAhead({ fetch }: { readonly fetch: () => Promise<void> }) {
  const { membership } = useHere();
  const working = isAtWork(membership);
  useEffect(() => {
    if (!working) return undefined;
    // Without coverage it is asked for again as the screen is opened, which then says so.
    const timer = setTimeout(() => fetch().catch(() => undefined), PAUSE);
    return () => clearTimeout(timer);
  }, [working, fetch]);
  return null;
}

/** Milliseconds: after the round has been drawn, before anybody could open a household. */
const PAUSE = 700;
