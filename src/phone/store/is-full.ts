/** Whether the browser had no room left. */
export function isFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const inner: unknown = "inner" in error ? error.inner : undefined;
  // Dexie's word where some of many records were not taken.
  const failures: unknown = "failures" in error ? error.failures : undefined;
  const isOneFull =
    Array.isArray(failures) && failures.some((failure) => failure !== error && isFull(failure));
  return error.name === "QuotaExceededError" || isOneFull || (inner !== error && isFull(inner));
}
