/** Bytes of an exchange's first batch at most, however good the way was before: a day's work, lost where coverage became thin. */
export const FIRST = 256 * 1024;
/** Bytes of any batch, if it is of more than one. */
const LEAST = 4 * 1024;
const MOST = 3 * 1024 * 1024;
/** Milliseconds that a batch may take: what breaks off is sent in vain. */
const LONGEST = 5000;
/** Times that a batch may be larger than the one before. */
const GROWTH = 20;
/** What the next batch shrinks by after one that never arrived. */
const SHRINKAGE = 4;
/** Milliseconds: what fails sooner went nowhere, and tells little of the way; bytes that are tried then. */
const AT_ONCE = 1000;
const SMALL = 64 * 1024;

/** How many bytes to send where so many could have been, after a batch of `sent` that took so many milliseconds. */
export function bytesAfter(most: number, sent: number, took: number): number {
  const growth = Math.min(LONGEST / Math.max(took, 1), GROWTH);
  const next = Math.min(Math.max(Math.floor(sent * growth), LEAST), MOST);
  // A few that went well say nothing against many.
  return growth < 1 ? next : Math.max(next, most);
}

/** The same after a batch that never arrived, where one of `passed` bytes did in the same exchange; 0 where none did. */
export function bytesAfterLoss(most: number, sent: number, took: number, passed: number): number {
  const least = took < AT_ONCE ? SMALL : LEAST;
  return Math.min(most, Math.max(Math.floor(sent / SHRINKAGE), passed, least));
}
