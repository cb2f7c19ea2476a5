import { useLayoutEffect } from "react";
import { useKeptThings } from "./use-kept.tsx";

/**
 * Opens the screen where it was left: with the same link at the same height. The distance from the top alone would not
 * find it again, since rows that were never in sight have no exact height yet.
 */
export function useKeptScroll(key: string): void {
  const kept = useKeptThings();
  useLayoutEffect(() => {
    const mark = kept.get(key) as Mark | undefined;
    let frame = 0;
    if (mark) {
      goTo(mark);
      // Once more when what is now in sight has been measured.
      frame = requestAnimationFrame(() => goTo(mark));
    }
    return () => {
      cancelAnimationFrame(frame);
      kept.set(key, markOf());
    };
  }, [kept, key]);
}

interface Mark {
  readonly href: string;
  /** Pixels from the upper edge of the glass. */
  readonly top: number;
}

/** The first link of the page's content that is in sight; undefined at its top. */
function markOf(): Mark | undefined {
  if (document.documentElement.scrollTop === 0) return undefined;
  const link = links().find((one) => one.getBoundingClientRect().top >= 0);
  const href = link?.getAttribute("href");
  return link && href ? { href, top: link.getBoundingClientRect().top } : undefined;
}

function goTo({ href, top }: Mark): void {
  const link = links().findLast((one) => one.getAttribute("href") === href);
  if (link) document.documentElement.scrollTop += link.getBoundingClientRect().top - top;
}

function links(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("main a[href]")];
}
