import { useEffect, useEffectEvent, useState } from "react";
import type { DraftState } from "../parts/hooks/use-draft.ts";

/**
 * Whether somebody has answered what an answer is being written to, since it was opened: in another page of this device, or on
 * another one. What is half written stays, though the other page has taken its draft along. `standing` tells one answer from
 * the next; null while there is none.
 */
export function useAnsweredFirst<T>(
  standing: string | null,
  draft: DraftState<T> | undefined,
): AnsweredFirst {
  const [read, setRead] = useState(standing);
  const [isSaying, setSaying] = useState(false);
  const isAnswered = !isSaying && standing !== null && standing !== read;

  const keepAnew = useEffectEvent(() => {
    if (!draft?.begun) return;
    // What stood there is gone, and a draft is only changed where it stands.
    void draft.drop();
    draft.keep(draft.value);
  });
  useEffect(() => {
    if (isAnswered) keepAnew();
  }, [isAnswered]);

  async function say(answer: () => Promise<boolean>): Promise<boolean> {
    // One's own comes to be known before it is told that it was kept.
    setSaying(true);
    const isKept = await answer();
    if (!isKept) setSaying(false);
    return isKept;
  }

  return { isAnswered, readIt: () => setRead(standing), say };
}

export interface AnsweredFirst {
  readonly isAnswered: boolean;
  /** The other answer was read: this one is meant to come after it. */
  readonly readIt: () => void;
  /** Runs what answers, and passes on whether it was kept. */
  readonly say: (answer: () => Promise<boolean>) => Promise<boolean>;
}
