import { useCallback, useEffect, useState } from "react";
import type { HandbookView } from "../../phone/phone.ts";
import { usePhone } from "../parts/PhoneContext.tsx";
import { useLive } from "../parts/use-live.ts";

/** A handbook on its way to the screen. */
export interface HandbookState {
  /** Undefined while this phone looks, null where it has none. */
  readonly view: HandbookView | null | undefined;
  /** How the last attempt to ask the ward ended; `asking` while it runs. */
  readonly asked: "asking" | "ok" | "unreachable" | "bad-answer" | "unknown-ward";
  readonly askAgain: () => void;
}

/** Shows at once what this phone keeps, and asks the ward for what is newer: at opening, and when coverage seems to be back. */
export function useHandbook(ward: string, area: string): HandbookState {
  const { act } = usePhone();
  const view = useLive("handbook", ward, area);
  const [{ of, asked }, setAsked] = useState<{ readonly of: string; readonly asked: HandbookState["asked"] }>(
    {
      of: ward,
      asked: "asking",
    },
  );

  const askAgain = useCallback(() => {
    setAsked({ of: ward, asked: "asking" });
    void act.loadHandbook(ward).then((done) => {
      setAsked({ of: ward, asked: done.ok ? "ok" : outcome(done.error) });
    });
  }, [act, ward]);

  useEffect(() => {
    askAgain();
    window.addEventListener("online", askAgain);
    return () => window.removeEventListener("online", askAgain);
  }, [askAgain]);

  return { view, asked: of === ward ? asked : "asking", askAgain };
}

function outcome(error: string): HandbookState["asked"] {
  if (error === "unknown-ward" || error === "unreachable") return error;
  return "bad-answer";
}
