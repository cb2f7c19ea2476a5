import { useEffect } from "react";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";

/** Follows the ward while this page is looked at, so that its figures move as pledges arrive. */
export function useFollow(ward: string | undefined): void {
  const { act } = usePhone();
  useEffect(() => {
    if (ward === undefined) return undefined;
    let stop: (() => void) | null = null;
    const look = () => {
      if (document.visibilityState === "visible") {
        stop ??= act.follow(ward);
        return;
      }
      stop?.();
      stop = null;
    };
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      stop?.();
    };
  }, [act, ward]);
}
