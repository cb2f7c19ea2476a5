import type { TableError } from "../../../domain/import/read-table.ts";
import { err, type Result } from "../../../domain/result.ts";
import type { ListWorker } from "./list-worker.ts";
import type { ListReading } from "./read-list.ts";

/** `failed`: the thread came to nothing, as where there is no memory for it. */
export type ReadingError = TableError | "failed";

/** Reads a list in a thread of its own; ends that thread when nobody waits for it any more. */
export async function askWorker(
  question: ListWorker["asks"],
  signal: AbortSignal,
): Promise<Result<ListReading, ReadingError>> {
  // Browsers before modules in workers, and jsdom.
  if (typeof Worker === "undefined") return (await import("./read-list.ts")).readList(question);
  const worker = new Worker(new URL("./list-worker.ts", import.meta.url), { type: "module" });
  try {
    return await new Promise<Result<ListReading, ReadingError>>((resolve) => {
      worker.addEventListener("message", ({ data }: MessageEvent<ListWorker["answers"]>) => resolve(data));
      worker.addEventListener("error", () => resolve(err("failed")));
      signal.addEventListener("abort", () => resolve(err("failed")));
      worker.postMessage(question);
    });
  } finally {
    worker.terminate();
  }
}
