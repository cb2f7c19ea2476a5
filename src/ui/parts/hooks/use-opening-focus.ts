import { useEffect, useRef, type RefObject } from "react";
import { afterFrame } from "../../../phone/time/after-frame.ts";

/**
 * For a heading: takes the focus as soon as it has first been drawn, so that what opened is heard and the next tab goes on
 * from there. Not before: moving the focus takes a cheap phone as long as drawing half the screen.
 */
export function useOpeningFocus<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    let gone = false;
    const before = document.activeElement;
    void afterFrame().then(() => {
      if (gone) return;
      const { activeElement, body } = document;
      // Whoever writes already goes on, and so does what has been given the focus meanwhile.
      const isTaken = activeElement !== before && activeElement !== body;
      if (isTaken || activeElement?.matches("input, textarea")) return;
      element.current?.focus({ preventScroll: true });
    });
    return () => {
      gone = true;
    };
  }, []);
  return element;
}
