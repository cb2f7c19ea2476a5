/** Bytes of a first batch: through soon where coverage is thin. */
export const FIRST = 64 * 1024;
/** Bytes of any batch, if it is of more than one. */
const LEAST = 4 * 1024;
const MOST = 3 * 1024 * 1024;
/** Milliseconds that a batch may take: what breaks off is sent in vain. */
const LONGEST = 5000;
/** Times that a batch may be larger than the one before. */
const GROWTH = 20;
/** What the next batch shrinks by after one that never arrived. */
const SHRINKAGE = 4;
/** Milliseconds: what fails sooner went nowhere, and tells nothing of the way. */
const AT_ONCE = 1000;

/** How many bytes to send where so many could have been, after a batch of `sent` that took so many milliseconds. */
export function bytesAfter(most: number, sent: number, took: number): number {
  const growth = Math.min(LONGEST / Math.max(took, 1), GROWTH);
  const next = Math.min(Math.max(Math.floor(sent * growth), LEAST), MOST);
  // A few that went well say nothing against many.
  return growth < 1 ? next : Math.max(next, most);
}

/** The same after a batch that never arrived. */
export function bytesAfterLoss(most: number, sent: number, took: number): number {
  if (took < AT_ONCE) return most;
  return Math.min(most, Math.max(Math.floor(sent / SHRINKAGE), LEAST));
}
