/** Pulls that wait for something new (PROTOCOL.md §3, `wait`). */
export interface Waiters {
  /**
   * Resolves as soon as a ward's head is not `head` any more, whichever process wrote; when the time is over; when the
   * signal ends it; or at once where too many wait already.
   */
  readonly wait: (ward: string, head: number, milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** How many wait now. */
  readonly count: () => number;
  /** Tells of a commit of this process. */
  readonly notice: (ward: string, head: number) => void;
  /** Ends all waiting, for good. */
  readonly close: () => void;
}

interface Waiter {
  readonly ward: string;
  readonly head: number;
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
    wait(ward, head, milliseconds, signal) {
      if (closed || signal.aborted || waiting.size >= MOST_WAITING) return Promise.resolve();
      return new Promise((resolve) => {
        const waiter: Waiter = { ward, head, wake };
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
