/** What a device tells of its clock. */
export interface ToldClock {
  /** Seconds, by the ward's clock: its last call; null where it never called. */
  readonly heardAt: number | null;
  /** Seconds that it adds to its own clock to come to the ward's; null where it does not say. */
  readonly clockOffset: number | null;
}

/**
 * By how many seconds the ward's own clock is fast (below 0: slow), as the devices that called within a day agree: each is set
 * by its network, so that when most are off alike the ward is. 0 where they agree that it is right, as it is within ten
 * minutes; null where fewer than three tell, or they do not agree.
 */
export function wardClockOff(devices: readonly ToldClock[], now: number): number | null {
  const offsets = devices
    .flatMap(({ heardAt, clockOffset }) =>
      heardAt !== null && clockOffset !== null && Math.abs(now - heardAt) <= DAY ? [clockOffset] : [],
    )
    .sort((a, b) => a - b);
  const median = offsets[Math.floor(offsets.length / 2)];
  if (median === undefined || offsets.length < FEWEST) return null;
  const alike = offsets.filter((offset) => Math.abs(offset - median) <= ALIKE).length;
  if (alike * 3 < offsets.length * 2) return null;
  return Math.abs(median) >= DOUBTFUL_SECONDS ? median : 0;
}

/** From there on screens show 'khoảng' before a time (PROTOCOL.md §2). */
export const DOUBTFUL_SECONDS = 600;
const FEWEST = 3;
const ALIKE = 300;
const DAY = 86_400;
