import { setImmediate } from "node:timers/promises";

/** Works that wait for their turn: one batch at a time in each lane, and only so many lanes at once. */
export interface Lanes<Job> {
  /** Says that a job is being got ready for a lane; what it returns says that it is added now, or will not come. */
  readonly announce: (lane: string) => () => void;
  readonly add: (lane: string, job: Job) => void;
  /** Resolves when nothing waits and nothing is being worked on; nothing waits for what was announced any more. */
  readonly settle: () => Promise<void>;
}

interface Parts<Job> {
  /** Lanes in which something is being done at the same time, at most. */
  readonly most: number;
  /** Takes the next batch off the front of a lane's queue. */
  readonly take: (queue: Job[]) => readonly Job[];
  /** Whether so many jobs are worth a batch, whatever else is announced; any are, unless said. */
  readonly isWorth?: (queue: readonly Job[]) => boolean;
  /** Must not reject. */
  readonly work: (batch: readonly Job[]) => Promise<void>;
}

/** A lane in which something waits, and the announced jobs that it waits for: those of the moment when its turn came. */
interface Ready {
  readonly lane: string;
  readonly expected: Set<object>;
}

/**
 * Makes lanes. What has arrived in a lane since its last batch goes into its next one; no lane waits for more than one batch
 * of each other. A batch begins at the end of a turn of the event loop, so that all that comes in one turn goes into one;
 * and not before what was announced by then has come, unless it is worth it as it is. No clock is asked.
 */
export function createLanes<Job>({ most, take, isWorth = () => true, work }: Parts<Job>): Lanes<Job> {
  const queues = new Map<string, Job[]>();
  const announced = new Map<string, Set<object>>();
  let ready: Ready[] = [];
  const running = new Set<Promise<void>>();
  let turn: Promise<void> | null = null;

  function beginSoon(): void {
    turn ??= setImmediate().then(begin);
  }

  function begin(): void {
    turn = null;
    const waiting: Ready[] = [];
    for (const one of ready) {
      const isDue = one.expected.size === 0 || isWorth(queues.get(one.lane) ?? []);
      if (running.size >= most || !isDue) waiting.push(one);
      else run(one.lane);
    }
    ready = waiting;
  }

  function run(lane: string): void {
    const batch = runOnce(lane).finally(() => {
      running.delete(batch);
      if (ready.length > 0) beginSoon();
    });
    running.add(batch);
  }

  async function runOnce(lane: string): Promise<void> {
    const queue = queues.get(lane) ?? [];
    await work(take(queue));
    if (queue.length > 0) makeReady(lane);
    else queues.delete(lane);
  }

  function makeReady(lane: string): void {
    ready.push({ lane, expected: new Set(announced.get(lane)) });
  }

  function announce(lane: string): () => void {
    const job = {};
    const others = announced.get(lane) ?? new Set();
    announced.set(lane, others.add(job));
    return () => {
      others.delete(job);
      if (others.size === 0) announced.delete(lane);
      for (const one of ready) if (one.lane === lane) one.expected.delete(job);
      if (ready.length > 0) beginSoon();
    };
  }

  return {
    announce,
    add(lane, job) {
      const queue = queues.get(lane);
      if (queue) {
        queue.push(job);
        return;
      }
      queues.set(lane, [job]);
      makeReady(lane);
      beginSoon();
    },
    async settle() {
      while (turn || running.size > 0 || ready.length > 0) {
        for (const { expected } of ready) expected.clear();
        if (ready.length > 0) beginSoon();
        await Promise.all([turn, ...running]);
      }
    },
  };
}
