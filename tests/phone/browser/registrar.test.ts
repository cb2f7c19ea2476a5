import { expect, test } from "vitest";
import { createRegistrar } from "../../../src/phone/browser/registrar.ts";

/** A browser's service workers, moved by hand. */
function handWorkers(controlled: boolean) {
  const container = Object.assign(new EventTarget(), {
    controller: controlled ? ({} as ServiceWorker) : null,
    register: async () => registration as unknown as ServiceWorkerRegistration,
  });
  const posted: unknown[] = [];
  const registration = Object.assign(new EventTarget(), {
    installing: null as EventTarget | null,
    waiting: null as object | null,
    update: async () => undefined,
  });
  const told: string[] = [];
  const registrar = createRegistrar(container, "/service-worker.js", async () => undefined);
  registrar.addEventListener("waiting", () => told.push("waiting"));
  registrar.addEventListener("controlling", ({ isUpdate }) => told.push(`controlling ${isUpdate}`));
  return {
    registrar,
    told,
    posted,
    registration,
    /** A newer worker is fetched, and has been installed. */
    install() {
      const worker = Object.assign(new EventTarget(), { state: "installing" });
      registration.installing = worker;
      registration.dispatchEvent(new Event("updatefound"));
      registration.waiting = { postMessage: (message: unknown) => posted.push(message) };
      worker.state = "installed";
      worker.dispatchEvent(new Event("statechange"));
    },
    takeOver() {
      container.controller = {} as ServiceWorker;
      container.dispatchEvent(new Event("controllerchange"));
    },
  };
}

test("the first worker of all is no update; what takes over after it is one", async () => {
  const { registrar, told, install, takeOver } = handWorkers(false);
  await registrar.register();
  install();
  expect(told).toEqual([]);
  takeOver();
  install();
  takeOver();
  expect(told).toEqual(["controlling false", "waiting", "controlling true"]);
});

test("one that waits while another is in use is told of, and let in by a message", async () => {
  const { registrar, told, posted, registration, install } = handWorkers(true);
  registration.waiting = {};
  await registrar.register();
  expect(told).toEqual(["waiting"]);
  install();
  expect(told).toEqual(["waiting", "waiting"]);
  registrar.messageSkipWaiting();
  expect(posted).toEqual([{ type: "SKIP_WAITING" }]);
});

test("a worker that came to nothing is told of as none, and one registered anew is watched once", async () => {
  const { registrar, told, install } = handWorkers(true);
  expect(registrar.isThere()).toBe(false);
  await registrar.register();
  expect(registrar.isThere()).toBe(false);
  await registrar.register();
  install();
  expect(registrar.isThere()).toBe(true);
  expect(told).toEqual(["waiting"]);
});
