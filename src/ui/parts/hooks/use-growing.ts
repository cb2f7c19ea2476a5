import { useEffect, useState } from "react";
import { afterFrame } from "../../../phone/time/after-frame.ts";
import { findLook } from "../../look/look-element.ts";

/**
 * How many items of a long part of a page are drawn: a step at first, and one more with each frame, so that a key or a tap
 * never waits for all of them. At once where it takes the place of what the page looked like last time.
 */
export function useGrowing(length: number, step: number): number {
  const [count, setCount] = useState(() => (findLook() ? Infinity : step));
  useEffect(() => {
    if (count >= length) return undefined;
    let gone = false;
    void afterFrame().then(() => {
      if (!gone) setCount(count + step);
    });
    return () => {
      gone = true;
    };
  }, [count, length, step]);
  return Math.min(count, length);
}
