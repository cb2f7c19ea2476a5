/** Where the first look stands, before the app does: drawn from what this phone kept, or written into the page by the ward. */
export const LOOK_ID = "look";

/** The first look, while it stands. */
export function findLook(): HTMLElement | null {
  return document.getElementById(LOOK_ID);
}

/** Remembers what is tapped, to be done once the app stands; words typed stay in their box by themselves. */
export function listen(look: HTMLElement): void {
  look.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest(TAPPABLE) : null;
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

/** What was tapped last on it. */
export function tappedOn(look: HTMLElement): Element | undefined {
  return tapped.get(look);
}

/** The same element in what stands there now. */
export function findSame(element: Element, within: ParentNode): HTMLElement | undefined {
  const same = [...within.querySelectorAll<HTMLElement>(element.localName)];
  return same.find((one) => nameOf(one) === nameOf(element));
}

const TAPPABLE = "a[href], button";
const TAPPED = "look-tapped";
const tapped = new WeakMap<HTMLElement, Element>();

function nameOf(element: Element): string {
  const part = (name: string) => element.getAttribute(name) ?? "";
  return [part("href"), part("aria-label") || element.textContent].join(" ");
}
