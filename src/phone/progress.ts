import type { ProgressRow } from "./database.ts";
import type { Env } from "./env.ts";

/** Notes how an exchange goes, for the screens of every tab. A note that cannot be kept stops nothing. */
export async function note(
  { db, now }: Pick<Env, "db" | "now">,
  ward: string,
  what: Partial<Omit<ProgressRow, "ward" | "at">>,
): Promise<void> {
  try {
    await db.transaction("rw", db.progress, async () => {
      const before = await db.progress.get(ward);
      const empty = { reached: null, problem: null, busy: null, fetching: null };
      await db.progress.put({ ...empty, ...before, ...what, ward, at: now() });
    });
  } catch {
    // A full disk must not keep from sending what would free it.
  }
}

/** Who tells how far something is. */
export interface Teller {
  /** It has gone on. */
  readonly next: () => void;
  /** It is over: nothing more is told, not even late. */
  readonly end: () => Promise<void>;
}

/**
 * Tells the screens how far something is, beside the work, once it has taken a moment: what is over sooner nobody could read,
 * and to keep it would cost the disk as much as the records do. `tell` must not reject.
 */
export function tellIfSlow({ timers }: Pick<Env, "timers">, tell: () => Promise<void>): Teller {
  let telling: Promise<void> | null = null;
  let isOver = false;
  const drop = timers.after(A_MOMENT, () => (telling = tell()));
  return {
    next() {
      telling = telling && telling.then(() => (isOver ? undefined : tell()));
    },
    async end() {
      isOver = true;
      drop();
      await telling;
    },
  };
}

/** Milliseconds. */
const A_MOMENT = 300;
