import { readFormAhead } from "./phone/look/form-ahead.ts";
import { readFirstLook, readKeptSettings } from "./phone/look/first-look.ts";
import { findLook, listen } from "./ui/look/look-element.ts";
import { showLook } from "./ui/look/show-look.ts";
import { dress } from "./ui/theme.ts";
import "./ui/fonts.css";
import "./ui/tokens.css";
import "./ui/base.css";

/** What the browser does not give, or not to be tested by: it comes in here alone. */
const given = {
  now: () => Date.now(),
  random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
  version: __APP_VERSION__,
};

// The phone's own darkness is known at once; what was chosen instead a moment later, long before the app.
dress("auto");
const kept = readKeptSettings(indexedDB);
void kept.then(({ theme }) => dress(theme));
// The worker has the letters: asked for now they are there when a look is drawn, and it is not laid out in others first.
if (navigator.serviceWorker?.controller)
  for (const weight of [400, 600, 700])
    document.fonts.load(`${weight} 1em "Be Vietnam Pro"`, "aạ").catch(() => undefined);
// Beside the app, not after it: a household waits for this screen.
if (location.pathname.endsWith("/ky")) void fetchPledge().catch(() => undefined);
const [, household] = /^\/ho\/([^/]+)\/ky$/.exec(location.pathname) ?? [];
const ahead = household === undefined ? null : readFormAhead(indexedDB, household);
const place = document.getElementById("root");
if (place) void open(place);

/** Where work goes on, shows at once how it was left; all that acts is fetched after it. */
async function open(root: HTMLElement): Promise<void> {
  // Of a handbook the ward has written the beginning into the page: that is painted before anything else is fetched.
  const written = findLook();
  if (written) {
    listen(written);
    await frame();
  }
  if (isWork(location.pathname) && (await look(root))) await frame();
  // Asked for together; a form that was read ahead is drawn without the phone.
  if (!ahead) void fetchPhone().catch(() => undefined);
  const app = import("./app.tsx");
  const { locked, isUnread } = await kept;
  // A handbook anybody may read, also where the browser keeps nothing; should it open later, `LockAway` asks.
  if (isUnread && location.pathname.startsWith("/so-tay")) root.dataset["unread"] = "";
  else if (locked) await (await import("./ui/lock/guard.ts")).guard(given);
  const { openApp } = await app;
  await openApp(root, { given, ahead: await ahead, fetchPhone });
}

function fetchPhone() {
  return import("./phone/start-phone.ts");
}

async function fetchPledge(): Promise<void> {
  await Promise.all([
    import("./ui/pledge/Signing.tsx"),
    import("./ui/text/vi-pledge.ts"),
    import("./phone/later-phone.ts"),
  ]);
}

async function look(root: HTMLElement): Promise<boolean> {
  const { pathname } = location;
  const found = await readFirstLook(indexedDB, pathname, Math.floor(Date.now() / 1000), __APP_VERSION__);
  if (!found || !showLook(root, found.picture, found.isSendingSame)) return false;
  if (pathname === "/") history.replaceState(null, "", found.address);
  return true;
}

function isWork(path: string): boolean {
  return path === "/" || path === "/di-ho" || path === "/phuong";
}

/** Until it has been painted; a page behind another is never painted. */
function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
}
