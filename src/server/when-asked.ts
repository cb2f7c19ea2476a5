import type { EventEmitter } from "node:events";

/**
 * Resolves when somebody asks the process to end. It goes on listening: npm hands on what the terminal has sent already,
 * and a second signal that nobody heard would cut short what the first began to end.
 */
export function whenAsked(process: Pick<EventEmitter, "on">): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => resolve());
  });
}
