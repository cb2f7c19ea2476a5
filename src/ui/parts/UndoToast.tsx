import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Result } from "../../domain/result.ts";
import { SLIP_SECONDS } from "../../domain/signed/retractions.ts";
import { useAnnounce } from "./Announcer.tsx";
import { Button } from "./Button.tsx";
import { Toast } from "./Toast.tsx";

/** Says what was kept, and for ten seconds takes it back at a tap; until then the diary keeps no line of it. */
export function UndoToast({
  words,
  spoken = words,
  undone,
  seconds = SLIP_SECONDS,
  onUndo,
  onClose,
}: UndoToastProps) {
  const { t } = useTranslation("common");
  const announce = useAnnounce();
  const [done, setDone] = useState(false);
  const [first] = useState(seconds);

  // The time runs from when it was drawn, however often its parent is drawn again.
  const close = useEffectEvent(onClose);

  useEffect(() => announce(spoken), [announce, spoken]);

  useEffect(() => {
    const timer = setTimeout(() => close(), done ? 2500 : first * 1000);
    return () => clearTimeout(timer);
  }, [done, first]);

  async function undo() {
    const taken = await onUndo();
    if (!taken.ok) return;
    setDone(true);
    announce(undone);
  }

  return (
    <Toast action={!done && <Button onClick={() => void undo()}>{t("undo")}</Button>}>
      {done ? undone : words}
    </Toast>
  );
}

interface UndoToastProps {
  /** What was kept. */
  readonly words: string;
  /** The same for whoever hears it, where the words rest on what stands beside them. */
  readonly spoken?: string;
  /** What to say once it was taken back. */
  readonly undone: string;
  /** Left of the ten where it was done a moment before. */
  readonly seconds?: number;
  readonly onUndo: () => Promise<Result<unknown, unknown>>;
  readonly onClose: () => void;
}
