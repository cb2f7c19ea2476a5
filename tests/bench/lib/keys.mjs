/** Types letter by letter into a box, each once the one before has been dealt with. */
export async function typeInto(page, name, query) {
  const box = page.getByRole("searchbox", { name });
  await box.focus();
  for (const letter of query) {
    await page.evaluate(() => globalThis.bench.expect());
    await page.keyboard.press(letter === " " ? "Space" : letter);
    await page.evaluate(() => globalThis.bench.settled);
  }
  await box.fill("");
  await page.waitForTimeout(500);
}

/** Runs in the page, before its own scripts. */
export function watchKeys() {
  const keys = [];
  let key = null;
  let resolve = () => undefined;
  const watch = { keys, settled: null, expect };
  globalThis.bench = watch;

  function expect() {
    key = {};
    watch.settled = new Promise((done) => (resolve = done));
  }

  // Capturing begins at the window, and bubbling ends there: between them all handlers run, and React draws what is to be
  // drawn at once. What the browser itself does to insert a letter lies between these events.
  for (const name of ["keydown", "keypress", "beforeinput", "input"]) {
    let began = 0;
    addEventListener(name, () => (began = performance.now()), { capture: true });
    addEventListener(name, () => {
      if (!key) return;
      key.start ??= began;
      key.handled = (key.handled ?? 0) + performance.now() - began;
    });
  }
  addEventListener("input", () => {
    if (!key?.start) return;
    const now = key;
    requestAnimationFrame(() => {
      const frame = performance.now();
      // Of all tasks the first after the frame's style, layout and paint: before those that go on with the list.
      void scheduler.postTask(() => (now.painted = performance.now() - frame), { priority: "user-blocking" });
    });
    const observer = new MutationObserver(settle);
    observer.observe(document.querySelector("main") ?? document.body, {
      childList: true,
      subtree: true,
      characterData: true,
    });
    // A key that leaves the list as it was has nothing to wait for.
    const unchanged = setTimeout(settle, 1500);
    function settle(changes) {
      if (changes && !changes.some(({ target }) => target.nodeName !== "INPUT")) return;
      clearTimeout(unchanged);
      observer.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => {
          if (changes) now.listed = performance.now() - now.start;
          keys.push(now);
          key = null;
          setTimeout(resolve, 200);
        }),
      );
    }
  });
}
