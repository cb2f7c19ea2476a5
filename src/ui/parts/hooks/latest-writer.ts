/** Writes one thing over and over, of which only the latest counts. */
export interface LatestWriter {
  /** Writes by `put`: at once, or as soon as what is being written is done. */
  readonly write: (put: () => Promise<unknown>) => void;
  /** Lets go of what is not being written yet. */
  readonly release: () => void;
  /** Resolves once all is written. */
  readonly settled: () => Promise<void>;
}

/**
 * One write at a time and none put off: a page may be gone before a pause after the last key is over, and a slow disk is not
 * given every key.
 */
export function latestWriter(): LatestWriter {
  let waiting: (() => Promise<unknown>) | null = null;
  let writing: Promise<void> | null = null;

  async function writeAll(): Promise<void> {
    try {
      while (waiting) {
        const put = waiting;
        waiting = null;
        await put();
      }
    } finally {
      writing = null;
    }
  }

  return {
    write(put) {
      waiting = put;
      writing ??= writeAll();
    },
    release() {
      waiting = null;
    },
    settled: () => writing ?? Promise.resolve(),
  };
}
