import type { BrowserFacts } from "./browser.ts";

/** Asks this browser what it is. */
export function browserFacts(): BrowserFacts {
  // Safari alone has `navigator.standalone`; all others answer the media query.
  const own = "standalone" in navigator && navigator.standalone === true;
  const standalone = own || (window.matchMedia?.("(display-mode: standalone)").matches ?? false);
  return { userAgent: navigator.userAgent, standalone, touchPoints: navigator.maxTouchPoints ?? 0 };
}
