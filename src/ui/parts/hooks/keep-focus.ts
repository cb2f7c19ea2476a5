/**
 * As the `ref` of a region: when the control that has the focus vanishes from it, because of what it did, what follows takes
 * the focus, so that it is heard and the next tab goes on from there. Otherwise the browser would begin again at the top of
 * the page. What is to be heard but is no control, as a heading, has `tabIndex={-1}`.
 */
export function keepFocus(region: HTMLElement | null): (() => void) | undefined {
  if (!region) return undefined;
  const { ownerDocument } = region;
  let held: Held | null = null;

  function remember({ target }: FocusEvent): void {
    const all = focusableIn(region);
    const at = all.findIndex((one) => one === target);
    held = at < 0 ? null : { control: all[at]!, before: all.slice(0, at) };
  }

  /** Whoever taps elsewhere has left it; in a dialog that it opened it is only out of sight. */
  function forget({ target }: Event): void {
    if (target instanceof Element && !region?.contains(target) && !target.closest("dialog")) held = null;
  }

  function follow(): void {
    if (!held || held.control.isConnected || !region?.isConnected) return;
    const { activeElement, body } = ownerDocument;
    if (activeElement !== null && activeElement !== body) return;
    const stays = held.before.findLast(({ isConnected }) => isConnected);
    held = null;
    const all = focusableIn(region);
    const heir = all[stays ? all.indexOf(stays) + 1 : 0] ?? stays;
    heir?.focus();
  }

  const watch = new MutationObserver(follow);
  region.addEventListener("focusin", remember);
  ownerDocument.addEventListener("pointerdown", forget);
  // A dialog that it opened stands elsewhere, and closes after what it did was drawn.
  watch.observe(ownerDocument.body, { childList: true, subtree: true });
  return () => {
    watch.disconnect();
    region.removeEventListener("focusin", remember);
    ownerDocument.removeEventListener("pointerdown", forget);
  };
}

/** What has, or had last, the focus, and what could have had it before that in the order of the page. */
interface Held {
  readonly control: HTMLElement;
  readonly before: readonly HTMLElement[];
}

const FOCUSABLE = ":is(a[href], button:not(:disabled), input, select, textarea, summary, [tabindex])";

function focusableIn(region: HTMLElement | null): readonly HTMLElement[] {
  return region ? [...region.querySelectorAll<HTMLElement>(FOCUSABLE)] : [];
}
