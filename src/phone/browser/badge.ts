/** The count on the app's icon; null where the phone shows none. */
export type Badge = (count: number) => void;

/** The icon of a page or a service worker, by the Badging API. */
export function badgeOf(navigator: object): Badge | null {
  const { setAppBadge, clearAppBadge } = navigator as WithBadge;
  if (!setAppBadge || !clearAppBadge) return null;
  return (count) => {
    const done = count > 0 ? setAppBadge.call(navigator, count) : clearAppBadge.call(navigator);
    // A browser may know badges and refuse them: the first screen says the same in words.
    done.catch(() => undefined);
  };
}

/** The Badging API, which browsers have or have not, in pages and in workers. */
interface WithBadge {
  readonly setAppBadge?: (count: number) => Promise<void>;
  readonly clearAppBadge?: () => Promise<void>;
}
