import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { latestWriter } from "./latest-writer.ts";
import { usePhone } from "./PhoneContext.tsx";
import { useLive } from "./use-live.ts";

/**
 * Something half-filled that outlives a call, a restart, a dead battery: kept in the phone at each change, since a page that
 * goes finishes no writing. `read` makes a value of what was kept, which is null at first.
 */
export function useDraft<T>(key: string | null, read: (kept: unknown) => T): DraftState<T> | undefined {
  const { act } = usePhone();
  const kept = useLive("draft", key);
  const [own, setOwn] = useState<Written<T> | null>(null);
  const [full, setFull] = useState(false);
  const life = useRef<Life>({ key, stands: false, mayBeFound: true });
  const first = useMemo(() => (kept === undefined ? undefined : read(kept)), [kept, read]);

  // Each its own: what is begun elsewhere pushes nothing aside that waits here.
  const writer = useMemo(() => ({ of: key, ...latestWriter() }), [key]);
  const { release, settled: flush } = writer;

  const last = useRef<Written<T> | null>(null);

  const keep = useCallback(
    (value: T) => {
      last.current = { key, value };
      setOwn({ key, value });
      if (key === null) return;
      const mine = lifeOf(life, key);
      writer.write(async () => {
        const done = await act.keepDraft(key, value, mine.stands);
        mine.stands = done.ok || (mine.stands && done.error === "full");
        // Dropped while it was being written: how that went says nothing of what has been begun since.
        if (mine !== life.current) return;
        if (!done.ok && done.error === "gone") setOwn(null);
        setFull(!done.ok && done.error === "full");
      });
    },
    [act, key, writer],
  );

  const keepAgain = useCallback(
    (value: T) => keep(last.current?.key === key ? last.current.value : value),
    [keep, key],
  );

  const drop = useCallback(async () => {
    release();
    last.current = null;
    life.current = { key, stands: false, mayBeFound: false };
    setOwn(null);
    if (key !== null) await act.dropDraft(key);
  }, [act, key, release]);

  useEffect(() => {
    // What is found after a drop is what was dropped: the phone tells of it a little later.
    const mine = lifeOf(life, key);
    if (kept !== null && kept !== undefined && mine.mayBeFound) mine.stands = true;
  }, [kept, key]);

  useEffect(() => {
    // Whoever comes back to this page goes on from what another one has written meanwhile.
    async function follow() {
      await flush();
      if (!kept || full) return;
      last.current = null;
      setOwn(null);
    }
    addEventListener("focus", follow);
    return () => removeEventListener("focus", follow);
  }, [kept, full, flush]);

  if (first === undefined || key === null) return undefined;
  // What was written under another key stays there.
  const mine = own?.key === key ? own : null;
  return {
    key,
    value: mine ? mine.value : first,
    begun: mine !== null || kept !== null,
    full,
    keep,
    keepAgain,
    flush,
    release,
    drop,
  };
}

export interface DraftState<T> {
  readonly key: string;
  readonly value: T;
  /** Whether there is anything to lose. */
  readonly begun: boolean;
  /** Whether the phone was too full to keep the last change. */
  readonly full: boolean;
  readonly keep: (value: T) => void;
  /** Keeps what was kept last, which may have come since this was drawn; else this value. */
  readonly keepAgain: (value: T) => void;
  /** Resolves once all that was kept is on the disk. */
  readonly flush: () => Promise<void>;
  /** Writes nothing more until `keep` is called: what was said takes its place. */
  readonly release: () => void;
  /** Forgets it. */
  readonly drop: () => Promise<void>;
}

/** One draft from its first key until it is dropped. */
interface Life {
  readonly key: string | null;
  /** Once it was kept it is only written in its own place: what has been said or erased meanwhile does not come back. */
  stands: boolean;
  /** Whether one that the phone has is this one. */
  readonly mayBeFound: boolean;
}

function lifeOf(life: RefObject<Life>, key: string | null): Life {
  if (life.current.key !== key) life.current = { key, stands: false, mayBeFound: true };
  return life.current;
}

interface Written<T> {
  readonly key: string | null;
  readonly value: T;
}
