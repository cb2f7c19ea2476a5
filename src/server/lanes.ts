import { setImmediate } from "node:timers/promises";

/** Works that wait for their turn: one batch at a time in each lane, and only so many lanes at once. */
export interface Lanes<Job> {
  readonly add: (lane: string, job: Job) => void;
  /** Resolves when nothing waits and nothing is being worked on. */
  readonly settle: () => Promise<void>;
}

interface Parts<Job> {
  /** Lanes in which something is being done at the same time, at most. */
  readonly most: number;
  /** Takes the next batch off the front of a lane's queue. */
  readonly take: (queue: Job[]) => readonly Job[];
  /** Must not reject. */
  readonly work: (batch: readonly Job[]) => Promise<void>;
}

/**
 * Makes lanes. What has arrived in a lane since its last batch goes into its next one; no lane waits for more than one batch
 * of each other. A batch begins at the end of a turn of the event loop, so that all that comes in one turn goes into one.
 */
export function createLanes<Job>({ most, take, work }: Parts<Job>): Lanes<Job> {
  const queues = new Map<string, Job[]>();
  const ready: string[] = [];
  const running = new Set<Promise<void>>();
  let turn: Promise<void> | null = null;

  function beginSoon(): void {
    turn ??= setImmediate().then(begin);
  }

  function begin(): void {
    turn = null;
    while (running.size < most && ready.length > 0) {
      const lane = ready.shift() ?? "";
      const batch = runOnce(lane).finally(() => {
        running.delete(batch);
        if (ready.length > 0) beginSoon();
      });
      running.add(batch);
    }
  }

  async function runOnce(lane: string): Promise<void> {
    const queue = queues.get(lane) ?? [];
    await work(take(queue));
    if (queue.length > 0) ready.push(lane);
    else queues.delete(lane);
  }

  return {
    add(lane, job) {
      const queue = queues.get(lane);
      if (queue) {
        queue.push(job);
        return;
      }
      queues.set(lane, [job]);
      ready.push(lane);
      beginSoon();
    },
    async settle() {
      while (turn || running.size > 0) await Promise.all([turn, ...running]);
    },
  };
}
