/** Where the first look stands, before the app does: drawn from what this phone kept, or written into the page by the ward. */
export const LOOK_ID = "look";

/** The first look, while it stands. */
export function findLook(): HTMLElement | null {
  return document.getElementById(LOOK_ID);
}

/** Remembers what is tapped, to be done once the app stands; words typed stay in their box by themselves. */
export function listen(look: HTMLElement): void {
  look.addEventListener("pointerdown", ({ target, button }) => {
    if (button === 0 && tappable(target)) press(look);
  });
  look.addEventListener("click", (event) => {
    const target = tappable(event.target);
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    tapped.set(look, target);
    look.dispatchEvent(new Event(TAPPED));
  });
}

/** Resolves once something was tapped on it. */
export function whenTapped(look: HTMLElement): Promise<void> {
  return new Promise((resolve) => {
    if (tapped.has(look)) resolve();
    else look.addEventListener(TAPPED, () => resolve(), { once: true });
  });
}

/** Resolves once what is pressed on it at this moment was tapped, or turned out to be no tap; undefined where nothing is. */
export function pressOn(look: HTMLElement): Promise<void> | undefined {
  return pressed.get(look);
}

/** What was tapped last on it. */
export function tappedOn(look: HTMLElement): Element | undefined {
  return tapped.get(look);
}

/** What stands there now and leads to the same place, or has the same name. */
export function findSame(element: Element, within: ParentNode): HTMLElement | undefined {
  const same = [...within.querySelectorAll<HTMLElement>(element.localName)];
  return same.find((one) => nameOf(one) === nameOf(element));
}

const TAPPABLE = "a[href], button";
const TAPPED = "look-tapped";
const tapped = new WeakMap<HTMLElement, Element>();
const pressed = new WeakMap<HTMLElement, Promise<void>>();

function tappable(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(TAPPABLE) : null;
}

function press(look: HTMLElement): void {
  const over = new Promise((resolve) => {
    // A finger's click comes some time after it was lifted; a finger that pushes the page taps nothing.
    for (const end of ["click", "pointercancel"]) window.addEventListener(end, resolve, { once: true });
  }).then(() => {
    if (pressed.get(look) === over) pressed.delete(look);
  });
  pressed.set(look, over);
}

// Of a link its words may have changed meanwhile: 'hôm nay', 'đã phát'.
function nameOf(element: Element): string {
  return element.getAttribute("href") || element.getAttribute("aria-label") || element.textContent;
}
