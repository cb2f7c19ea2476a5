import { useEffect } from "react";
import { usePhone } from "./PhoneContext.tsx";

/** Lets a newer version take over as this screen opens, where it `may`; never while somebody is on it. */
export function useTakeUpdate(may = true): void {
  const { watch, act } = usePhone();
  useEffect(() => {
    if (!may) return undefined;
    let opening = true;
    return watch.update()((waits) => {
      if (opening && waits) void act.takeUpdate();
      opening = false;
    });
  }, [watch, act, may]);
}
