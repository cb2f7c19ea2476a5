import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

/**
 * How many signatures all cores of this machine check in a second when they do nothing else: one thread a core, each with a
 * share of these statements, their bytes decoded beforehand.
 * @param {{ statements: string[], key: import('jose').JWK }[]} said by device
 * @returns {Promise<number>} a second
 */
export async function verifyOnAllCores(said) {
  const threads = availableParallelism();
  const workers = Array.from(
    { length: threads },
    (_, share) =>
      new Worker(new URL("./verify-share.mjs", import.meta.url), { workerData: { said, share, threads } }),
  );
  try {
    await Promise.all(workers.map((worker) => next(worker)));
    const start = performance.now();
    const counts = await Promise.all(
      workers.map((worker) => {
        worker.postMessage("go");
        return next(worker);
      }),
    );
    return (counts.reduce((sum, count) => sum + count, 0) * 1000) / (performance.now() - start);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function next(worker) {
  return new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}
