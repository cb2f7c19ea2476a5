import type { Env } from "../store/env.ts";

/** Who tells how far something is. */
export interface Teller {
  /** It has gone on. */
  readonly next: () => void;
  /** It is over: nothing more is told, not even late. Tells whether anything was. */
  readonly end: () => Promise<boolean>;
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
      return telling !== null;
    },
  };
}

/** Milliseconds. */
const A_MOMENT = 1000;
