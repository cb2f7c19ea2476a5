import "fake-indexeddb/auto";

import { cleanup, configure } from "@testing-library/react";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, vi } from "vitest";

// Guards against a hang only: a busy machine may take its time.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);
tidyWindow();

/** The files of one worker share a window, as making one takes longer than most files do: each finds it as if it were new. */
function tidyWindow(): void {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  for (const element of [document.documentElement, document.body]) {
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
  }
  document.head.replaceChildren();
  document.body.replaceChildren();
  localStorage.clear();
  sessionStorage.clear();
  globalThis.indexedDB = new IDBFactory();
  window.history.replaceState(null, "", "/");
}
