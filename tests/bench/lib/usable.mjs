import { THIN, SLOW, slowDown } from "./telephone.mjs";
import { watchScripts } from "./watch-scripts.mjs";

/**
 * Opens an address in a new tab on a thin line with a slow processor, until `wanted` stands and the main thread has taken
 * another task: the milliseconds from the navigation, and the kilobytes of script that had come until then, compressed.
 * @param {import("playwright-core").BrowserContext} context
 * @param {{ url: string, wanted: string }} page
 */
export async function firstLoad(context, { url, wanted }) {
  return inTab(context, async (page, session) => {
    await session.send("Network.clearBrowserCache");
    // What the app has stored itself stays: it is the phone of somebody who is enrolled.
    await session.send("Storage.clearDataForOrigin", {
      origin: new URL(url).origin,
      storageTypes: "service_workers,cache_storage",
    });
    const scripts = await watchScripts(session);
    const time = await open(page, session, { url, wanted });
    const loaded = [...scripts.values()].filter(({ bytes }) => bytes > 0);
    await session.send("Network.emulateNetworkConditions", UNLIMITED);
    await slowDown(session, 1);
    await page.evaluate(untilKept);
    return { time, script: loaded.reduce((sum, { bytes }) => sum + bytes, 0) / 1000, loaded };
  });
}

/** The same once more: its worker, which was asleep, has everything. */
export async function laterLoad(context, { url, wanted }) {
  return inTab(context, async (page, session) => {
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    return open(page, session, { url, wanted });
  });
}

const UNLIMITED = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };

async function inTab(context, act) {
  const page = await context.newPage();
  try {
    return await act(page, await context.newCDPSession(page));
  } finally {
    await page.close();
  }
}

async function open(page, session, { url, wanted }) {
  await page.addInitScript(watchFor, wanted);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", THIN);
  await slowDown(session, SLOW);
  await page.goto(url, { waitUntil: "commit" });
  return page.evaluate(() => globalThis.usable);
}

// These run in the page.

function watchFor(wanted) {
  globalThis.usable = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true });
  });
}

/** Until the worker keeps the whole page. */
async function untilKept() {
  const { active } = await navigator.serviceWorker.ready;
  while (active.state !== "activated") await new Promise((resolve) => setTimeout(resolve, 20));
}
