import { useLayoutEffect, type RefObject } from "react";

/** Turns pages by hand and by key; each is left out where there is nothing further. */
export interface Pages {
  readonly before?: (() => void) | undefined;
  readonly after?: (() => void) | undefined;
  readonly chapterBefore?: (() => void) | undefined;
  readonly chapterAfter?: (() => void) | undefined;
}

/**
 * Swiping across an element, and the arrow keys, turn to what stands before and after it; with Shift by a chapter. Links that
 * do the same stand on the page for whoever does neither.
 */
export function usePaging(page: RefObject<HTMLElement | null>, pages: Pages): void {
  // Not a moment after the page can be seen: it may be turned at once.
  useLayoutEffect(() => {
    const element = page.current;
    function onKey(event: KeyboardEvent) {
      const turn = turnOfKey(event, pages);
      if (!turn) return;
      event.preventDefault();
      turn();
    }
    window.addEventListener("keydown", onKey);
    let start: Touched | null = null;
    function onStart({ touches }: TouchEvent) {
      const [finger] = touches;
      start = finger && touches.length === 1 ? touched(finger) : null;
    }
    function onEnd({ changedTouches }: TouchEvent) {
      const [finger] = changedTouches;
      const direction = finger && start && !isSelecting() ? swipeOf(start, touched(finger)) : null;
      start = null;
      if (direction === "before") pages.before?.();
      if (direction === "after") pages.after?.();
    }
    element?.addEventListener("touchstart", onStart, { passive: true });
    element?.addEventListener("touchend", onEnd, { passive: true });
    return () => {
      window.removeEventListener("keydown", onKey);
      element?.removeEventListener("touchstart", onStart);
      element?.removeEventListener("touchend", onEnd);
    };
  });
}

/** Where a finger was, and when. */
export interface Touched {
  readonly x: number;
  readonly y: number;
  /** Milliseconds. */
  readonly at: number;
  /** Width of the glass. */
  readonly width: number;
}

/** What a finger's way across the glass means: quick, long and level, and not begun at an edge, where the phone itself listens. */
export function swipeOf(from: Touched, to: Touched): "before" | "after" | null {
  const [across, down] = [to.x - from.x, to.y - from.y];
  const isAtEdge = from.x < EDGE || from.x > from.width - EDGE;
  if (isAtEdge || to.at - from.at > LONGEST || Math.abs(across) < SHORTEST) return null;
  if (Math.abs(down) * 2 > Math.abs(across)) return null;
  return across > 0 ? "before" : "after";
}

/** Pixels from the edge, pixels across, milliseconds. */
const EDGE = 24;
const SHORTEST = 64;
const LONGEST = 800;

function turnOfKey(event: KeyboardEvent, pages: Pages): (() => void) | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
  // Whoever writes, or chooses in a list, moves there.
  const isTaken =
    target instanceof Element && target.closest("input, textarea, select, dialog, [role=group]");
  if (altKey || ctrlKey || metaKey || isTaken || event.defaultPrevented) return undefined;
  if (key === "ArrowLeft") return shiftKey ? pages.chapterBefore : pages.before;
  if (key === "ArrowRight") return shiftKey ? pages.chapterAfter : pages.after;
  return undefined;
}

function touched({ clientX, clientY }: Touch): Touched {
  return { x: clientX, y: clientY, at: performance.now(), width: window.innerWidth };
}

/** Marking words, and moving about in a page that was made larger by two fingers, is no turning. */
function isSelecting(): boolean {
  return window.getSelection()?.isCollapsed === false || (window.visualViewport?.scale ?? 1) > 1.05;
}
