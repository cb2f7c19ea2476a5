/**
 * Marks with `lang="vi"` what stands in Vietnamese within pages of a language of another script, because nobody has translated
 * it: a screen reader would read it by the wrong rules. `script` tells the letters of that language. Follows what is drawn
 * until the function it returns is called; what says its language itself is left as it is.
 */
export function markVietnamese(root: HTMLElement, script: RegExp): () => void {
  const marked = new WeakSet<Element>();
  const { lang } = root.ownerDocument.documentElement;

  function mark(element: Element): void {
    if (element.hasAttribute("lang") && !marked.has(element)) return;
    element.removeAttribute("lang");
    marked.delete(element);
    const words = wordsOf(element);
    const speaks = script.test(words) ? lang : LATIN.test(words) ? "vi" : null;
    if (speaks === null || speaks === (element.closest("[lang]")?.getAttribute("lang") ?? lang)) return;
    element.setAttribute("lang", speaks);
    marked.add(element);
  }

  /** From above: what stands within is heard by what stands around it. */
  function markAll(element: Element): void {
    mark(element);
    for (const one of element.querySelectorAll("*")) mark(one);
  }

  const watch = new MutationObserver((records) => {
    for (const { target } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element) markAll(element);
    }
  });
  markAll(root);
  watch.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: [...LABELS],
  });
  return () => {
    watch.disconnect();
    for (const one of [root, ...root.querySelectorAll("[lang]")])
      if (marked.has(one)) one.removeAttribute("lang");
  };
}

const LATIN = /\p{Script=Latin}/u;
const LABELS = ["aria-label", "alt", "placeholder", "title"] as const;

/** What is read out for an element itself: its label, else its own text without that of what is within. */
function wordsOf(element: Element): string {
  const label = LABELS.map((name) => element.getAttribute(name)).find(Boolean);
  if (label) return label;
  return [...element.childNodes]
    .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    .map(({ textContent }) => textContent ?? "")
    .join(" ");
}
