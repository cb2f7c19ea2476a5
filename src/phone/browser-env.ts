import { badgeOf } from "./browser/badge.ts";
import { createRegistrar } from "./browser/registrar.ts";
import { SYNC_TAG } from "./browser/sync-tag.ts";
import { windowTimers } from "./browser/window-timers.ts";
import type { PageEnv } from "./create-phone.ts";
import type { PageEvents } from "./exchange/schedule.ts";
import { phoneDatabase } from "./store/database.ts";

/** What the browser does not give, or not to be tested by: arguments of whoever puts the app together. */
export interface Given {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly version: string;
}

/** The phone's surroundings in a page. `worker` is the address of the service worker, null where there is none. */
export function browserEnv(
  window: Window & typeof globalThis,
  { now, random, version }: Given,
  worker: string | null,
): PageEnv {
  const { navigator, location } = window;
  const isPossible = worker !== null && "serviceWorker" in navigator;
  return {
    db: phoneDatabase(),
    origin: "",
    fetch: (url, init) => window.fetch(url, init),
    subtle: window.crypto.subtle,
    now,
    random,
    version,
    timers: windowTimers(window),
    locks: (navigator as Partial<Navigator>).locks,
    page: pageEvents(window),
    storage: browserStorage(navigator),
    registrar: isPossible ? createRegistrar(navigator.serviceWorker, worker, () => pageLoaded(window)) : null,
    badge: badgeOf(navigator),
    reload: () => location.reload(),
  };
}

function browserStorage(navigator: Navigator): PageEnv["storage"] {
  const storage = (navigator as Partial<Navigator>).storage;
  if (!storage) return {};
  return {
    persist: () => storage.persist(),
    persisted: () => storage.persisted(),
    estimate: () => storage.estimate(),
    getDirectory: () => storage.getDirectory(),
  };
}

function pageEvents(window: Window & typeof globalThis): PageEvents {
  const { document, navigator } = window;
  return {
    onOnline: (act) => listen(window, "online", act),
    onVisible: (act) =>
      listen(document, "visibilitychange", () => {
        if (document.visibilityState === "visible") act();
      }),
    requestSync() {
      // Not in the way of the screen that says that it is kept.
      window.setTimeout(() => void registerSync(navigator), 200);
    },
  };
}

/** The worker fetches the whole app beforehand: not while the page itself still does. */
function pageLoaded(window: Window): Promise<void> {
  if (window.document.readyState === "complete") return Promise.resolve();
  return new Promise((resolve) => {
    window.addEventListener("load", () => resolve(), { once: true });
  });
}

function listen(target: EventTarget, type: string, act: () => void): () => void {
  target.addEventListener(type, act);
  return () => target.removeEventListener(type, act);
}

/** Background Sync is Chromium's own, and missing from the types. */
interface WithSync {
  readonly sync?: { readonly register: (tag: string) => Promise<void> };
}

async function registerSync({ serviceWorker }: Navigator): Promise<void> {
  try {
    const registration = (await serviceWorker?.getRegistration()) as WithSync | undefined;
    await registration?.sync?.register(SYNC_TAG);
  } catch {
    // Refused, or not there: the open page sends by itself.
  }
}
