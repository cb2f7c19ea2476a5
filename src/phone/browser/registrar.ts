import type { Registrar } from "./updates.ts";

/** What of the browser's registration of service workers is used here. */
type Workers = Pick<ServiceWorkerContainer, "controller" | "register" | "addEventListener">;

/**
 * Registers a service worker once the page has loaded, and tells how newer versions of it come: `waiting` as soon as one is
 * there beside the one in use, `controlling` when another takes over.
 */
export function createRegistrar(workers: Workers, url: string, loaded: () => Promise<void>): Registrar {
  const listeners: { readonly type: string; readonly act: (event: { isUpdate: boolean }) => void }[] = [];
  // The first worker of all takes over a page that none controlled.
  let isUpdate = workers.controller !== null;
  let registration: ServiceWorkerRegistration | null = null;

  function tell(type: "waiting" | "controlling"): void {
    for (const listener of listeners) if (listener.type === type) listener.act({ isUpdate });
  }

  /** Without one in use a worker waits for nobody. */
  function tellIfWaiting(): void {
    if (registration?.waiting && workers.controller) tell("waiting");
  }

  function watch(installing: ServiceWorker | null): void {
    installing?.addEventListener("statechange", () => {
      if (installing.state === "installed") tellIfWaiting();
    });
  }

  workers.addEventListener("controllerchange", () => {
    tell("controlling");
    isUpdate = true;
  });

  return {
    async register() {
      await loaded();
      const made = await workers.register(url);
      if (made === registration) return;
      registration = made;
      watch(made.installing);
      made.addEventListener("updatefound", () => watch(made.installing));
      tellIfWaiting();
    },
    isThere: () => Boolean(registration?.installing ?? registration?.waiting ?? registration?.active),
    async update() {
      await registration?.update();
    },
    messageSkipWaiting: () => registration?.waiting?.postMessage({ type: "SKIP_WAITING" }),
    addEventListener: (type, act) => void listeners.push({ type, act }),
  };
}
