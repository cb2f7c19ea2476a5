import { useEffect } from "react";
import { usePhone } from "../parts/PhoneContext.tsx";
import { useLive } from "../parts/use-live.ts";

/** Asks the ward for what is new every few seconds while this page is looked at, so that its figures move as pledges arrive. */
export function useFollow(ward: string | undefined): void {
  const { act } = usePhone();
  const reached = useLive("sending", ward ?? null)?.reached !== false;
  useEffect(() => {
    if (ward === undefined) return undefined;
    const timer = setInterval(
      () => {
        if (document.visibilityState === "visible") void act.exchange(ward);
      },
      // A ward that did not answer is left alone for longer.
      reached ? SOON : LATER,
    );
    return () => clearInterval(timer);
  }, [act, ward, reached]);
}

/** Milliseconds. */
const SOON = 8_000;
const LATER = 60_000;
