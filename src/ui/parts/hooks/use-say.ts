import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../../domain/result.ts";
import type { SayError } from "../../../phone/api/phone.ts";
import { useAnnounce } from "../Announcer.tsx";

/**
 * Runs one command of the phone at a time, and puts into words why it failed. Whoever asks while one runs gets the outcome
 * of that one.
 */
export function useSay(): Saying {
  const { t } = useTranslation("common");
  const announce = useAnnounce();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef<Promise<Said> | null>(null);

  async function say(command: () => Promise<Said>): Promise<Said> {
    // Most are over before anybody could see that they were under way: what says so would only hold them up.
    const timer = setTimeout(() => setBusy(true), PATIENCE);
    const done = await command();
    clearTimeout(timer);
    setBusy(false);
    const words = done.ok ? null : t(`say.${done.error}`);
    setTrouble(words);
    if (words !== null) announce(words);
    return done;
  }

  function run(command: () => Promise<Said>): Promise<Said> {
    running.current ??= say(command).finally(() => (running.current = null));
    return running.current;
  }

  return { run, busy, trouble };
}

/** Milliseconds. */
const PATIENCE = 200;

type Said = Result<readonly string[], SayError>;

interface Saying {
  readonly run: (command: () => Promise<Said>) => Promise<Said>;
  /** Whether one has been under way for a while. */
  readonly busy: boolean;
  /** Why the last one failed; null if it did not. */
  readonly trouble: string | null;
}
