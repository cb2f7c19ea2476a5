/** Whole days since the last success, in seconds both; null where there was none. */
export function daysSince(lastSuccess: number | null, now: number): number | null {
  return lastSuccess === null ? null : Math.max(0, Math.floor((now - lastSuccess) / DAY));
}

/** Whether a person must be told: two days without a success. */
export function isLate(days: number | null): days is number {
  return days !== null && days >= 2;
}

/** Minutes by which the clock is off, where that is worth telling: more than two. */
export function minutesOff(seconds: number): number | null {
  return Math.abs(seconds) > 120 ? Math.round(Math.abs(seconds) / 60) : null;
}

const DAY = 86_400;
