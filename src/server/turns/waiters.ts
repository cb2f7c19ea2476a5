/** Pulls that wait for something new (PROTOCOL.md §3, `wait`). */
export interface Waiters {
  /**
   * Resolves as soon as a ward's head is not `head` any more, whichever process wrote; when the time is over; when the
   * signal ends it; or at once where too many wait already. Of one caller (`by`) only so many wait: a further one ends the
   * oldest, whose way was most likely lost.
   */
  readonly wait: (position: Position, milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** How many wait now. */
  readonly count: () => number;
  /** Tells of a commit of this process. */
  readonly notice: (ward: string, head: number) => void;
  /** Ends all waiting, for good. */
  readonly close: () => void;
}

/** Whose log somebody has read, and how far. */
export interface Position {
  readonly ward: string;
  readonly head: number;
  readonly by: string;
}

interface Waiter extends Position {
  readonly wake: () => void;
}

/**
 * `readHeads` gives the present heads of wards, for what other processes write; while anybody waits it is asked whenever
 * `othersWrote` says that it may be worth it.
 */
export function createWaiters(
  readHeads: (wards: readonly string[]) => Promise<ReadonlyMap<string, number>>,
  othersWrote: () => Promise<boolean>,
): Waiters {
  const waiting = new Set<Waiter>();
  // Somebody began to wait after the heads were read last, and may have missed what others wrote before.
  let isStale = false;
  let closed = false;
  let polling: NodeJS.Timeout | null = null;

  function wakePassed(ward: string, head: number): void {
    for (const waiter of waiting) if (waiter.ward === ward && waiter.head !== head) waiter.wake();
  }

  async function poll(): Promise<void> {
    if ((await othersWrote()) || isStale) {
      isStale = false;
      const heads = await readHeads([...new Set([...waiting].map(({ ward }) => ward))]);
      for (const [ward, head] of heads) wakePassed(ward, head);
    }
    polling = waiting.size > 0 ? schedule() : null;
  }

  function schedule(): NodeJS.Timeout {
    return setTimeout(() => {
      // A store that cannot be read now is read again next time; whoever pulls hears of it.
      poll().catch(() => {
        isStale = true;
        polling = waiting.size > 0 ? schedule() : null;
      });
    }, POLL_MILLISECONDS);
  }

  return {
    notice: wakePassed,
    count: () => waiting.size,
    wait(position, milliseconds, signal) {
      const own = [...waiting].filter(({ ward, by }) => ward === position.ward && by === position.by);
      if (own.length >= MOST_OF_ONE) own[0]?.wake();
      if (closed || signal.aborted || waiting.size >= MOST_WAITING) return Promise.resolve();
      return new Promise((resolve) => {
        const waiter: Waiter = { ...position, wake };
        const timer = setTimeout(wake, milliseconds);
        waiting.add(waiter);
        isStale = true;
        signal.addEventListener("abort", wake, { once: true });
        polling ??= schedule();

        function wake(): void {
          clearTimeout(timer);
          signal.removeEventListener("abort", wake);
          waiting.delete(waiter);
          resolve();
        }
      });
    },
    close() {
      closed = true;
      for (const { wake } of waiting) wake();
      if (polling) clearTimeout(polling);
    },
  };
}

const POLL_MILLISECONDS = 250;
const MOST_WAITING = 2000;
/** Of one device: it needs one, and a page that was closed may still seem to wait. */
const MOST_OF_ONE = 50;
