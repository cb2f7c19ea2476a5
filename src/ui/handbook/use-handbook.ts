import { useCallback, useEffect, useState } from "react";
import type { HandbookView, Live, WardView } from "../../phone/api/phone.ts";
import { usePhone } from "../parts/hooks/PhoneContext.tsx";
import { useLive } from "../parts/hooks/use-live.ts";

/** How the last attempt to ask the ward for its handbooks ended; `asking` while it runs. */
export type Asked = "asking" | "ok" | "unreachable" | "bad-answer" | "unknown-ward";

/** Something of a ward's public page on its way to the screen. */
export interface Fetched<T> {
  /** Undefined while this phone looks, null where it has none. */
  readonly view: T | undefined;
  readonly asked: Asked;
  readonly askAgain: () => void;
}

/** Shows at once what this phone keeps of a handbook, and asks the ward for what is newer. */
export function useHandbook(ward: string, area: string): Fetched<HandbookView | null> {
  const { watch } = usePhone();
  const look = useCallback(() => isThere(watch.handbook(ward, area)), [watch, ward, area]);
  return useFetched(ward, useLive("handbook", ward, area), look);
}

/** The same of a ward's own facts. */
export function useFetchedWard(ward: string): Fetched<WardView | null> {
  const { watch } = usePhone();
  const look = useCallback(() => isThere(watch.ward(ward)), [watch, ward]);
  return useFetched(ward, useLive("ward", ward), look);
}

/** Fetches a ward's public page at opening, when coverage seems to be back, and when asked to. */
function useFetched<T>(ward: string, view: T | undefined, look: () => Promise<boolean>): Fetched<T> {
  const { act } = usePhone();
  const [times, setTimes] = useState(0);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const question = `${ward} ${times}`;

  useEffect(() => {
    void act.loadHandbook(ward).then(async (done) => {
      const asked = done.ok ? "ok" : outcome(done.error);
      // A live query is made again only after the next frame: until then what has just come is missing there.
      setAnswer({ of: question, asked, isThere: await look() });
    });
  }, [act, ward, question, look]);

  useEffect(() => {
    const askAgain = () => setTimes((before) => before + 1);
    window.addEventListener("online", askAgain);
    return () => window.removeEventListener("online", askAgain);
  }, []);

  const isOver = answer?.of === question && !(view === null && answer.isThere);
  return { view, asked: isOver ? answer.asked : "asking", askAgain: () => setTimes(times + 1) };
}

interface Answer {
  readonly of: string;
  readonly asked: Asked;
  /** Whether this phone has it now, whatever the live query has told. */
  readonly isThere: boolean;
}

/** What a query tells that is made now. */
function isThere(live: Live<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = live((value) => {
      resolve(value !== null);
      queueMicrotask(() => stop());
    });
  });
}

function outcome(error: string): Asked {
  return error === "unknown-ward" || error === "unreachable" ? error : "bad-answer";
}
