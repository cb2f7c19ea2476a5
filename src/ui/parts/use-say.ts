import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../domain/result.ts";
import type { SayError } from "../../phone/phone.ts";
import { useAnnounce } from "./Announcer.tsx";

/** Runs one command of the phone at a time, and puts into words why it failed. */
export function useSay(): Saying {
  const { t } = useTranslation("common");
  const announce = useAnnounce();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    async <T>(command: () => Promise<Result<T, SayError>>) => {
      setBusy(true);
      const done = await command();
      setBusy(false);
      const words = done.ok ? null : t(`say.${done.error}`);
      setTrouble(words);
      if (words !== null) announce(words);
      return done;
    },
    [t, announce],
  );
  return { run, busy, trouble };
}

interface Saying {
  readonly run: <T>(command: () => Promise<Result<T, SayError>>) => Promise<Result<T, SayError>>;
  readonly busy: boolean;
  /** Why the last one failed; null if it did not. */
  readonly trouble: string | null;
}
