import { useEffect, useState } from "react";
import type { HandbookView } from "../../phone/phone.ts";
import { usePhone } from "../parts/PhoneContext.tsx";
import { useLive } from "../parts/use-live.ts";

/** How the last attempt to ask the ward for its handbooks ended; `asking` while it runs. */
export type Asked = "asking" | "ok" | "unreachable" | "bad-answer" | "unknown-ward";

/** A handbook on its way to the screen. */
export interface HandbookState {
  /** Undefined while this phone looks, null where it has none. */
  readonly view: HandbookView | null | undefined;
  readonly asked: Asked;
  readonly askAgain: () => void;
}

/** Shows at once what this phone keeps, and asks the ward for what is newer. */
export function useHandbook(ward: string, area: string): HandbookState {
  const view = useLive("handbook", ward, area);
  return { view, ...useAsking(ward) };
}

/** Fetches a ward's public page at opening, when coverage seems to be back, and when asked to. */
export function useAsking(ward: string): Pick<HandbookState, "asked" | "askAgain"> {
  const { act } = usePhone();
  const [times, setTimes] = useState(0);
  const [answer, setAnswer] = useState<{ readonly of: string; readonly asked: Asked } | null>(null);
  const question = `${ward} ${times}`;

  useEffect(() => {
    void act.loadHandbook(ward).then((done) => {
      setAnswer({ of: question, asked: done.ok ? "ok" : outcome(done.error) });
    });
  }, [act, ward, question]);

  useEffect(() => {
    const askAgain = () => setTimes((before) => before + 1);
    window.addEventListener("online", askAgain);
    return () => window.removeEventListener("online", askAgain);
  }, []);

  return {
    asked: answer?.of === question ? answer.asked : "asking",
    askAgain: () => setTimes(times + 1),
  };
}

function outcome(error: string): Asked {
  return error === "unknown-ward" || error === "unreachable" ? error : "bad-answer";
}
