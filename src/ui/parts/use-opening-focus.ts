import { useEffect, useRef, type RefObject } from "react";

/** For a heading: takes the focus as it is first drawn, so that what opened is heard and the next tab goes on from there. */
export function useOpeningFocus<T extends HTMLElement>(): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    // Whoever writes already goes on.
    if (!document.activeElement?.matches("input, textarea")) element.current?.focus({ preventScroll: true });
  }, []);
  return element;
}
