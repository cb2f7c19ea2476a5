import type { FileHandle } from "node:fs/promises";

/** Has the disk keep what a file holds, beside the thread that asks. */
export interface Flusher {
  /** Resolves when all that the file held when this was asked is on the disk; whoever asks meanwhile shares the next flush. */
  readonly flush: () => Promise<void>;
  /** What was asked for last and is not over; undefined where nothing is under way. */
  readonly pending: () => Promise<void> | undefined;
  /** The flush that failed; undefined where none did. */
  readonly lost: () => Promise<void> | undefined;
}

/**
 * Makes one for an open file. After a failure every flush fails: the system reports it once and then takes for written what
 * was lost, so that the next one's success would mean nothing.
 */
export function createFlusher(file: Pick<FileHandle, "datasync">): Flusher {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let lost: Promise<void> | undefined;

  function begin(): Promise<void> {
    next = undefined;
    const flushing = file.datasync().then(
      () => {
        if (running === flushing) running = undefined;
      },
      (error: unknown) => {
        lost = flushing;
        throw error;
      },
    );
    running = flushing;
    return flushing;
  }

  return {
    flush: () => (running ? (next ??= running.then(begin)) : begin()),
    pending: () => next ?? running,
    lost: () => lost,
  };
}
