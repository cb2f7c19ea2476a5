import { useCallback, useEffect, useRef, useState } from "react";
import { createSpeaker, findVoice, type Speaker, type Speech } from "./speaker.ts";

/** How the reading aloud of an article stands. */
export interface ReadingAloud {
  /** `none`: this phone has no Vietnamese voice. */
  readonly state: "still" | "looking" | "reading" | "none" | "read";
  /** Which sentence is being read; null while none is. */
  readonly at: number | null;
  readonly start: () => void;
  readonly stop: () => void;
}

/** Reads sentences aloud from the one that was stopped at, or the first. */
export function useReadAloud(sentences: readonly string[]): ReadingAloud {
  const [state, setState] = useState<ReadingAloud["state"]>("still");
  const [at, setAt] = useState<number | null>(null);
  const run = useRef(0);
  const last = useRef(0);
  const speaker = useRef<Speaker | null>(null);

  const stop = useCallback(() => {
    run.current++;
    speaker.current?.stop();
    setState("still");
    setAt(null);
  }, []);

  async function start() {
    const own = ++run.current;
    setState("looking");
    speaker.current ??= await openSpeaker();
    if (run.current !== own) return;
    if (!speaker.current) return setState("none");
    setState("reading");
    for (let next = last.current; next < sentences.length; next++) {
      setAt(next);
      last.current = next;
      const isRead = await speaker.current.say(sentences[next] ?? "");
      if (run.current !== own) return;
      if (!isRead) return stop();
    }
    last.current = 0;
    setAt(null);
    setState("read");
  }

  // Whoever turns the page hears the old one no more.
  useEffect(
    () => () => {
      run.current++;
      speaker.current?.stop();
    },
    [],
  );
  return { state, at, start: () => void start(), stop };
}

async function openSpeaker(): Promise<Speaker | null> {
  const { speechSynthesis: speech } = window as Partial<Pick<Window, "speechSynthesis">>;
  if (!speech) return null;
  const voice = await findVoice(speech as Speech, "vi", (act) => {
    const timer = setTimeout(act, PATIENCE);
    return () => clearTimeout(timer);
  });
  return voice && createSpeaker(speech as Speech, voice);
}

/** Milliseconds. */
const PATIENCE = 1_500;
