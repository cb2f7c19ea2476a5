/** Whether the app's PIN was given in this very tab, and nobody was away from it for long since. `now` in milliseconds. */
export function isOpened(now: number): boolean {
  try {
    const away = now - Number(sessionStorage.getItem(KEY) ?? Number.NaN);
    return away >= 0 && away < LONG;
  } catch {
    // A browser that keeps nothing for a tab: then it is asked each time.
    return false;
  }
}

/** Notes that somebody who may is here. */
export function noteOpened(now: number): void {
  try {
    sessionStorage.setItem(KEY, String(now));
  } catch {
    // As above.
  }
}

/** Whoever comes next is asked. */
export function forgetOpened(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // As above.
  }
}

const KEY = "opened";
/** Milliseconds: a call, a look at a map. */
const LONG = 300_000;
