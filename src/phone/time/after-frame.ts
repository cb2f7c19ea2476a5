/** Resolves once the browser has drawn its next frame; soon where it draws none. For what must not hold up what somebody is waiting to see. */
export function afterFrame(): Promise<void> {
  return new Promise((resolve) => {
    const hasFrames = typeof requestAnimationFrame !== "undefined";
    // Out of sight there are no frames.
    const timer = setTimeout(resolve, hasFrames ? PATIENCE : 0);
    if (!hasFrames) return;
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // Later than what others do first thing after it.
      setTimeout(resolve, 10);
    });
  });
}

/** Milliseconds. */
const PATIENCE = 100;
