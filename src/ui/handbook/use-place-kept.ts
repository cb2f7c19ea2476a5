import { useEffect, useRef, type RefObject } from "react";
import type { ReadingPlace } from "./use-reading-place.ts";

/**
 * Keeps which clause stands first on the glass while an article is read, and opens it there again. `opening` is the place
 * known when the article was opened; a clause, unlike a number of pixels, is found again in another size of letters.
 */
export function usePlaceKept(
  page: RefObject<HTMLElement | null>,
  article: string,
  opening: ReadingPlace | null | undefined,
  keep: (place: ReadingPlace) => void,
): void {
  const isOpened = useRef(false);
  useEffect(() => {
    if (opening === undefined || isOpened.current) return;
    isOpened.current = true;
    const clause = opening?.article === article ? opening.clause : 0;
    if (clause > 0) clausesOn(page.current)[clause]?.scrollIntoView?.({ block: "start" });
    keep({ article, clause });
  }, [page, article, opening, keep]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    function onScroll() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (isOpened.current) keep({ article, clause: firstInSight(page.current) });
      }, STILL);
    }
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("scroll", onScroll);
    };
  }, [page, article, keep]);
}

/** Milliseconds. */
const STILL = 400;

function clausesOn(page: HTMLElement | null): readonly HTMLElement[] {
  return [...(page?.querySelectorAll<HTMLElement>(".reader-clause") ?? [])];
}

function firstInSight(page: HTMLElement | null): number {
  const bar = document.querySelector(".reader-bar")?.getBoundingClientRect().bottom ?? 0;
  const at = clausesOn(page).findIndex((clause) => clause.getBoundingClientRect().bottom > bar);
  return Math.max(0, at);
}
