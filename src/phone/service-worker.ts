/// <reference lib="webworker" />
import { clientsClaim } from "workbox-core";
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  matchPrecache,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";
import { NavigationRoute, registerRoute, setCatchHandler } from "workbox-routing";
import { badgeOf } from "./browser/badge.ts";
import { countDue } from "./browser/follow-due.ts";
import { SYNC_TAG } from "./browser/sync-tag.ts";
import { windowTimers } from "./browser/window-timers.ts";
import { createExchange } from "./exchange/exchange.ts";
import { phoneDatabase } from "./store/database.ts";
import { createClock } from "./time/clock.ts";

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: (PrecacheEntry | string)[] };

/** Background Sync is Chromium's own, and missing from the types. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

// The whole app and its letters; no answer of the API: household data would lie there in the open, and an old answer would
// pass for the ward's word.
precacheAndRoute(self.__WB_MANIFEST);
cleanupOutdatedCaches();
// A first visitor may lose coverage before the second page.
clientsClaim();

// What of the letters is not listed belongs to a further language: whoever reads it keeps them.
registerRoute(({ request, sameOrigin }) => sameOrigin && request.destination === "font", keepLetters);

// The same of the tool that writes an office's papers: a fifth of the app, and no resident needs it.
registerRoute(({ url, sameOrigin }) => sameOrigin && TOOL.test(url.pathname), keepTool);

const elsewhere = [/^\/(api|problems)(\/|$)/, /\/[^/]+[.][a-z\d]+$/i];
registerRoute(({ request, url }) => request.mode === "navigate" && FORM.test(url.pathname), sendForm);
registerRoute(new NavigationRoute(createHandlerBoundToURL("/index.html"), { denylist: elsewhere }));
registerRoute(new NavigationRoute(({ request }) => fetch(request), { allowlist: elsewhere }));
// What was never loaded and cannot be now says so in words.
setCatchHandler(async ({ request }) => {
  const page = request.mode === "navigate" ? await matchPrecache("/ngoai-mang.html") : undefined;
  return page ?? Response.error();
});

// A newer version waits until a page says that nobody is in the middle of anything.
self.addEventListener("message", (event) => {
  const data: unknown = event.data;
  if (typeof data === "object" && data !== null && "type" in data && data.type === "SKIP_WAITING")
    void self.skipWaiting();
});

self.addEventListener("sync", (event) => {
  const sync = event as SyncEvent;
  if (sync.tag === SYNC_TAG) sync.waitUntil(exchangeAll());
});

/** A household's pledge: somebody waits for it, and nothing is drawn before it. */
const FORM = /^\/ho\/[^/]+\/ky$/;

/** The app's page with its scripts asked for at once, as the server sends it (server/http/static.ts), instead of by one after the other. */
async function sendForm(): Promise<Response> {
  const page = await matchPrecache("/index.html");
  if (!page) return fetch("/index.html");
  const text = await page.text();
  const [, scripts = ""] = /<meta name="form-scripts" content="([^"]*)"/.exec(text) ?? [];
  const links = scripts.split(" ").map((path) => `<${path}>; rel=modulepreload; crossorigin`);
  const headers = new Headers(page.headers);
  headers.set("link", links.join(", "));
  // They were those of the way here.
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  return new Response(text, { headers });
}

/** Its name in vite.config.ts, `globIgnores`, too. */
const TOOL = /^\/assets\/(administrative-paper|open-docx)-[\w-]{8}\.js$/;

/** The tool of this version; that of another is let go of. */
async function keepTool({ request }: { readonly request: Request }): Promise<Response> {
  const tools = await caches.open("tools");
  const kept = await tools.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (!answer.ok) return answer;
  const name = toolIn(request);
  for (const old of await tools.keys()) if (toolIn(old) === name) await tools.delete(old);
  await tools.put(request, answer.clone()).catch(() => undefined);
  return answer;
}

function toolIn({ url }: Request): string | undefined {
  return TOOL.exec(new URL(url).pathname)?.[1];
}

async function keepLetters({ request }: { readonly request: Request }): Promise<Response> {
  const letters = await caches.open("letters");
  const kept = await letters.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  // A phone without room shows them all the same.
  if (answer.ok) await letters.put(request, answer.clone()).catch(() => undefined);
  return answer;
}

/** Sends what waits, after the page was closed. Throws where it did not go, so that the browser tries again. */
async function exchangeAll(): Promise<void> {
  const db = phoneDatabase();
  try {
    const now = () => Date.now();
    const env = {
      db,
      origin: "",
      fetch: (url: string, init: RequestInit) => fetch(url, init),
      subtle: self.crypto.subtle,
      now,
      random: (bytes: number) => self.crypto.getRandomValues(new Uint8Array(bytes)),
      version: __APP_VERSION__,
      timers: windowTimers(self),
      locks: self.navigator.locks,
    };
    const exchange = createExchange({ env, clock: createClock(now) });
    for (const { ward, device } of await db.memberships.toArray()) {
      if (device === null) continue;
      const attempt = await exchange(ward);
      if (attempt.how === "failed") throw new Error(attempt.error);
      // A page that is at it may be closed over it.
      if (attempt.how === "elsewhere") throw new Error("busy");
    }
    // Another may have said when to come back; a page that is open counts by itself.
    const badge = badgeOf(self.navigator);
    if (badge) badge(await countDue(db, Math.floor(now() / 1000)));
  } finally {
    db.close();
  }
}
