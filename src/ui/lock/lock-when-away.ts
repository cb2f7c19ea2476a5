import { forgetOpened, isOpened, noteOpened } from "./opened.ts";

/**
 * Asks for the PIN again once the app was out of sight for long, and at once where nobody could tell before that there is one
 * (`data-unread`). What is half written is kept as it goes out of sight. Returns how to stop.
 */
export function lockWhenAway(now: () => number): () => void {
  let isLocking = false;
  if (document.querySelector("[data-unread]") && !isOpened(now())) lock();
  else noteOpened(now());
  document.addEventListener("visibilitychange", look);
  return () => document.removeEventListener("visibilitychange", look);

  function look(): void {
    // A page that is loaded anew goes out of sight once more.
    if (isLocking) return;
    if (document.visibilityState === "hidden") noteOpened(now());
    else if (!isOpened(now())) lock();
  }

  function lock(): void {
    isLocking = true;
    forgetOpened();
    document.body.hidden = true;
    location.reload();
  }
}
