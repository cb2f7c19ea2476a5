import { useLayoutEffect, useRef, useState } from "react";
import type { HouseholdStatus } from "../../domain/household/status.ts";
import { useLive } from "../parts/hooks/use-live.ts";

/**
 * Whether another page of this phone has saved the pledge that is open here: its draft is gone, and the household has signed
 * since it was opened.
 */
export function useSavedElsewhere(draft: string, { word, at, conflict }: HouseholdStatus): SavedElsewhere {
  const kept = useLive("draft", draft);
  const standing = `${word} ${at} ${conflict}`;
  const [first] = useState(standing);
  const [stood, setStood] = useState(false);
  const [told, tell] = useState(false);
  const [failed, setFailed] = useState(0);
  const isMine = useRef(false);
  if (kept && !stood) setStood(true);
  const isGone = stood && kept === null && word === "signed" && standing !== first;
  useLayoutEffect(() => {
    if (isGone && !isMine.current) tell(true);
    // What this page could not save after all was saved by the other.
  }, [isGone, failed]);

  async function saveHere(save: () => Promise<boolean>): Promise<boolean> {
    isMine.current = true;
    isMine.current = await save();
    if (!isMine.current) setFailed((times) => times + 1);
    return isMine.current;
  }

  return { isElsewhere: told && isGone, saveHere };
}

interface SavedElsewhere {
  readonly isElsewhere: boolean;
  /** Runs what saves it from this page, and passes on whether it was saved. */
  readonly saveHere: (save: () => Promise<boolean>) => Promise<boolean>;
}
