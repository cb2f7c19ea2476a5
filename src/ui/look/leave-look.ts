import { findLook, findSame, pressOn, tappedOn } from "./look-element.ts";

/**
 * Lets the app's own screen take the place of the first look: as far down, with what was typed, and with what was tapped.
 * Not between a press and its release: a browser knows no tap that began on what has gone.
 */
export function leaveLook(): void {
  const look = findLook();
  const press = look && pressOn(look);
  if (!press) {
    leave();
    return;
  }
  // Something else may be pressed by then; what is held for long, or was let go beside, holds up nothing.
  const held = new Promise<typeof leave>((resolve) => setTimeout(resolve, HELD, leave));
  void Promise.race([press.then(() => leaveLook), held]).then((go) => go());
}

/** Milliseconds. */
const HELD = 2_000;

function leave(): void {
  const look = findLook();
  const root = document.getElementById("root");
  if (!look || !root) return;
  const top = document.documentElement.scrollTop;
  const box = look.querySelector("input");
  const wasWriting = box !== null && document.activeElement === box;
  const tapped = tappedOn(look);
  look.remove();
  root.hidden = false;
  // Only where it has to: what is asked of a page at once is laid out at once, with everything on it.
  if (top > 0) document.documentElement.scrollTop = top;
  const newBox = root.querySelector("input");
  if (box && newBox) {
    const text = box.value;
    // React hears no events while it puts a screen up.
    if (text !== newBox.value) queueMicrotask(() => write(newBox, text));
    if (wasWriting) newBox.focus({ preventScroll: true });
  }
  // Not while this screen is still being put up.
  if (tapped) setTimeout(tap, 0, tapped, root);
}

/** Does what was tapped, which may come a moment after the screen; unless something else is tapped before. */
function tap(tapped: Element, root: HTMLElement, left = 40): void {
  const same = findSame(tapped, root);
  if (same || left === 0) return same?.click();
  const later = setTimeout(tap, 50, tapped, root, left - 1);
  root.addEventListener("click", () => clearTimeout(later), { once: true });
}

/** As if by hand: React hears of it. */
function write(box: HTMLInputElement, text: string): void {
  box.setRangeText(text, 0, box.value.length, "end");
  box.dispatchEvent(new InputEvent("input", { bubbles: true }));
}
