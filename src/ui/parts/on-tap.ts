import type { ButtonHTMLAttributes, TouchEvent } from "react";

/**
 * For a button that somebody waits for: acts as the finger leaves the glass, where the browser would first play a mouse that
 * comes, presses and leaves, which takes a cheap phone longer than many an act. Mouse, keyboard and screen reader click.
 */
export function onTap(
  act: () => void,
): Pick<ButtonHTMLAttributes<HTMLButtonElement>, "onClick" | "onTouchEnd"> {
  return {
    onClick: act,
    onTouchEnd(event) {
      if (!event.cancelable || !isTap(event)) return;
      // No click comes of this touch any more: it could meet what stands there next.
      event.preventDefault();
      if (!event.currentTarget.disabled) act();
    },
  };
}

/** Whether the only finger leaves the button from above it: whoever has changed their mind moves it away first. */
function isTap({ touches, changedTouches, currentTarget }: TouchEvent<HTMLButtonElement>): boolean {
  const touch = changedTouches[0];
  if (touch === undefined || touches.length > 0 || changedTouches.length > 1) return false;
  const { left, right, top, bottom } = currentTarget.getBoundingClientRect();
  const { clientX, clientY } = touch;
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
