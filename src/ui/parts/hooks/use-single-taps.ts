import { useRef, type MouseEvent, type PointerEvent } from "react";

/**
 * For what holds buttons that move as one of them is tapped: the second tap of a thumb that taps twice does nothing, since by
 * then another stands below it.
 */
export function useSingleTaps(): SingleTaps {
  const last = useRef<Tap | null>(null);
  const isSecond = useRef(false);
  return {
    onPointerDownCapture({ clientX: x, clientY: y, timeStamp: at }) {
      const before = last.current;
      isSecond.current =
        before !== null && at - before.at < TWICE && Math.hypot(x - before.x, y - before.y) < THUMB;
    },
    onClickCapture(event) {
      const { clientX: x, clientY: y, timeStamp: at, detail } = event;
      // What comes by key, or of a press on the words beside a box, is no tap of its own.
      if (detail === 0 || (x === 0 && y === 0)) return;
      last.current = { x, y, at };
      if (!isSecond.current) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** Milliseconds and pixels. */
const TWICE = 500;
const THUMB = 24;

interface Tap {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

interface SingleTaps {
  readonly onPointerDownCapture: (event: PointerEvent) => void;
  readonly onClickCapture: (event: MouseEvent) => void;
}
