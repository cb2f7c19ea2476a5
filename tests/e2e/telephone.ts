import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";

import { lookOnce, witness } from "./witness.ts";

/** A phone: a real Chromium with a profile that outlives it. */
export interface Telephone {
  /** Switches it on, with what its profile kept. */
  readonly open: () => Promise<Page>;
  /** Switches it off. */
  readonly close: () => Promise<void>;
  /** Ends the browser without a word, as a dead battery does. */
  readonly kill: () => Promise<void>;
  readonly context: () => BrowserContext;
  readonly remove: () => Promise<void>;
}

interface Options {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly userAgent?: string;
  /** How many times slower than this machine its pages compute. */
  readonly slow?: number;
  /** More words for the browser's command line. */
  readonly args?: readonly string[];
}

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Takes a new phone out of its box: 360 × 780 unless said. */
export function createTelephone({
  viewport = { width: 360, height: 780 },
  userAgent,
  slow = 1,
  args = [],
}: Options = {}): Telephone {
  const profile = mkdtempSync(join(tmpdir(), "so-tay-phone-"));
  let context: BrowserContext | null = null;

  async function close(): Promise<void> {
    if (context) await lookOnce(context);
    await context?.close();
    context = null;
  }

  return {
    async open() {
      context = await chromium.launchPersistentContext(profile, {
        executablePath: process.env["CHROMIUM"] || "/usr/bin/chromium",
        args: [...ARGUMENTS, ...args],
        headless: true,
        viewport,
        locale: "vi-VN",
        timezoneId: "Asia/Ho_Chi_Minh",
        hasTouch: viewport.width < 900,
        ...(userAgent === undefined ? {} : { userAgent }),
      });
      witness(context);
      const page = context.pages()[0] ?? (await context.newPage());
      if (slow > 1) {
        const session = await context.newCDPSession(page);
        await session.send("Emulation.setCPUThrottlingRate", { rate: slow });
      }
      return page;
    },
    close,
    async kill() {
      const session = await current(context).newCDPSession(
        current(context).pages()[0] ?? (await current(context).newPage()),
      );
      const gone = new Promise((resolve) => current(context).once("close", resolve));
      // The process ends itself at once: nothing is flushed, no page hears of it.
      session.send("Browser.crash").catch(() => undefined);
      await gone;
      context = null;
    },
    context: () => current(context),
    async remove() {
      await close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Waits until the app's worker serves this phone, so that it opens without coverage. */
export async function waitForWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const worker = registration.active;
    if (worker && worker.state !== "activated") {
      await new Promise((resolve) => {
        worker.addEventListener("statechange", () => worker.state === "activated" && resolve(null));
      });
    }
  });
}

function current(context: BrowserContext | null): BrowserContext {
  if (!context) throw new Error("the phone is off");
  return context;
}
