import { startTransition, useEffect, useState } from "react";
import { afterFrame } from "../../../phone/time/after-frame.ts";

/** False in the first picture of a screen, true once that has been drawn: for what must not hold it up. */
export function useDrawn(): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    let gone = false;
    void afterFrame().then(() => {
      if (!gone) startTransition(() => setDrawn(true));
    });
    return () => {
      gone = true;
    };
  }, []);
  return drawn;
}
