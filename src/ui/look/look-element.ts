/** Where the first look stands, before the app does: drawn from what this phone kept, or written into the page by the ward. */
export const LOOK_ID = "look";

/** The first look, while it stands. */
export function findLook(): HTMLElement | null {
  return document.getElementById(LOOK_ID);
}

/** Remembers what is tapped, to be done once the app stands; words typed stay in their box by themselves. */
export function listen(look: HTMLElement): void {
  look.addEventListener("pointerdown", ({ target }) => {
    if (tappable(target)) pressed.set(look, press(look));
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

/** Resolves once what was pressed on it last was tapped, or is no tap; undefined where nothing was. */
export function pressOn(look: HTMLElement): Promise<unknown> | undefined {
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
/** Milliseconds: what is held longer is no tap. A finger's click comes some time after it was lifted. */
const HELD = 2_000;
const tapped = new WeakMap<HTMLElement, Element>();
const pressed = new WeakMap<HTMLElement, Promise<unknown>>();

function tappable(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest(TAPPABLE) : null;
}

function press(look: HTMLElement): Promise<unknown> {
  const over = new Promise((resolve) => {
    look.addEventListener("pointercancel", resolve, { once: true });
    setTimeout(resolve, HELD);
  });
  return Promise.race([whenTapped(look), over]);
}

// Of a link its words may have changed meanwhile: 'hôm nay', 'đã phát'.
function nameOf(element: Element): string {
  const part = (name: string) => element.getAttribute(name) ?? "";
  return part("href") || part("aria-label") || element.textContent;
}
