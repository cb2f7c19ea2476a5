import { render, screen } from "@testing-library/react";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { afterEach, beforeEach, expect, test } from "vitest";
import { App } from "../../src/ui/App.tsx";
import { prepareFor } from "../../src/ui/prepare-app.ts";
import { createPhone, type PageEnv } from "../../src/phone/create-phone.ts";
import { phoneDatabase } from "../../src/phone/store/database.ts";

/** What Chrome answers where the backing store is damaged or has no room, and Firefox where nothing may be kept. */
function brokenFactory(): IDBFactory {
  const factory = new IDBFactory();
  factory.open = (() => {
    const request = new EventTarget() as unknown as IDBOpenDBRequest & {
      onerror: ((event: Event) => void) | null;
    };
    const error = new DOMException(
      "Internal error opening backing store for indexedDB.open.",
      "UnknownError",
    );
    Object.assign(request, {
      error,
      result: undefined,
      transaction: null,
      onerror: null,
      onsuccess: null,
      onblocked: null,
      onupgradeneeded: null,
    });
    setTimeout(() => {
      const event = new Event("error", { cancelable: true });
      Object.defineProperty(event, "target", { value: request });
      request.onerror?.(event);
      request.dispatchEvent(event);
    });
    return request;
  }) as typeof factory.open;
  return factory;
}

// A query that fails is told to the window, and to nobody else.
const ignore = () => undefined;
beforeEach(() => void process.on("uncaughtException", ignore));
afterEach(() => void process.off("uncaughtException", ignore));

test.each(["/", "/di-ho", "/so-gui", "/phuong"])(
  "%s says in words that the phone's storage cannot be read, and that nothing is deleted",
  async (address) => {
    window.history.pushState(null, "", address);
    const env: PageEnv = {
      db: phoneDatabase({ indexedDB: brokenFactory(), IDBKeyRange }),
      origin: "",
      fetch: () => Promise.reject(new TypeError("Failed to fetch")),
      subtle: crypto.subtle,
      now: () => Date.now(),
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
      version: "0.0.0-test",
      timers: {
        after: (milliseconds, act) => {
          const timer = setTimeout(act, milliseconds);
          return () => clearTimeout(timer);
        },
      },
      page: { onOnline: () => () => {}, onVisible: () => () => {}, requestSync: () => {} },
      storage: {},
      registrar: null,
      badge: null,
      reload: () => {},
    };
    const phone = createPhone(env);
    const prepared = await prepareFor(phone, address);
    render(<App phone={phone} prepared={prepared} />);
    const stop = phone.start();
    const alert = await screen.findByRole("alert", {}, { timeout: 6_000 });
    stop();
    expect(alert.textContent).toMatch(/^Trình duyệt chưa cho đọc dữ liệu.*vẫn còn nguyên/);
    expect(screen.getByRole("button", { name: "Mở lại trang" })).toBeTruthy();
  },
  30_000,
);
