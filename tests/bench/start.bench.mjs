// How soon a volunteer's round can be used without coverage, beside an empty page of the same library and worker.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { buildEmptyPage } from "./lib/empty-page.mjs";
import { median, milliseconds } from "./lib/numbers.mjs";
import { serveFolder } from "./lib/serve-folder.mjs";
import { enrol, openTelephone, SLOW, slowDown, waitForHouseholds, waitForWorker } from "./lib/telephone.mjs";
import { makeInvite, makeWard } from "./lib/ward.mjs";

const HOUSEHOLDS = 352;
const STARTS = 11;
const MOST_TIMES = 1.5;

/**
 * The servers of both pages are stopped, so that only their workers answer. Each is then opened in turns in a new tab of the
 * same browser, with its worker asleep, and timed from the navigation to the frame in which the round's search and its
 * first households (of the other: React's one paragraph) stand and the main thread has taken another task.
 */
export async function bench({ root, chromium, startServer }) {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-start-"));
  const phone = await openTelephone({ chromium });
  try {
    await makeWard({ dataDir, root, households: HOUSEHOLDS, groups: 5, neighbourhoods: 1 });
    const round = await prepareRound({ phone, dataDir, startServer });
    const empty = await prepareEmpty({ phone, folder: join(dataDir, "empty") });
    const times = { round: [], app: [], empty: [] };
    for (let i = 0; i < STARTS; i += 1) {
      times.empty.push((await start(phone, empty)).usable);
      const { usable, app } = await start(phone, round);
      times.round.push(usable);
      times.app.push(app);
    }
    return rows(times);
  } finally {
    await phone.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function rows(times) {
  // The first start of each fills the browser's caches of compiled code.
  const [round, app, empty] = [times.round, times.app, times.empty].map((all) => median(all.slice(2)));
  const usable = {
    what: `start without coverage to a usable round of ${HOUSEHOLDS} households, CPU ${SLOW}× slower`,
    measured: `${milliseconds(round)}, ${(round / empty).toFixed(2)} × the empty page`,
    yardstick: `empty React page from the same worker ${milliseconds(empty)}`,
    atMost: `${MOST_TIMES} × the empty page: ${milliseconds(empty * MOST_TIMES)}`,
    holds: round <= empty * MOST_TIMES,
  };
  return [
    usable,
    {
      what: "… until the app itself has taken over, and what was typed or tapped is done",
      measured: `${milliseconds(app)}, ${(app / empty).toFixed(2)} × the empty page`,
      yardstick: "",
      atMost: "–",
    },
  ];
}

async function prepareRound({ phone, dataDir, startServer }) {
  const server = await startServer({ dataDir });
  try {
    const page = await phone.context.newPage();
    await enrol(page, await makeInvite(server, "volunteer", "kp1"));
    await waitForHouseholds(page, server.origin, HOUSEHOLDS);
    await page.close();
    return { url: `${server.origin}/di-ho`, wanted: ['input[type="search"]', 'main a[href^="/ho/"]'] };
  } finally {
    await server.stop();
  }
}

async function prepareEmpty({ phone, folder }) {
  await buildEmptyPage(folder);
  const server = await serveFolder(folder);
  try {
    const page = await phone.context.newPage();
    await page.goto(server.origin);
    await waitForWorker(page);
    await page.close();
    return { url: `${server.origin}/`, wanted: ["p.ready"] };
  } finally {
    await server.stop();
  }
}

async function start(phone, { url, wanted }) {
  const page = await phone.context.newPage();
  try {
    const session = await phone.context.newCDPSession(page);
    await session.send("ServiceWorker.enable");
    await session.send("ServiceWorker.stopAllWorkers");
    await page.addInitScript(watchFor, wanted);
    await slowDown(session, SLOW);
    await page.goto(url, { waitUntil: "commit" });
    const usable = await page.evaluate(() => globalThis.usable);
    return { usable, app: await page.evaluate(() => globalThis.app) };
  } finally {
    await page.close();
  }
}

/**
 * Runs in the page, before its own scripts: `usable` is when all that is wanted stands on the screen, `app` when React has
 * drawn it, in milliseconds from the navigation.
 */
function watchFor(wanted) {
  globalThis.usable = when(() => wanted.every((selector) => document.querySelector(selector)));
  globalThis.app = when(
    () =>
      !document.querySelector("#look") &&
      wanted.every((selector) => document.querySelector("#root")?.matches(`:has(${selector})`)),
  );

  function when(stands) {
    return new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!stands()) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      });
      observer.observe(document, { childList: true, subtree: true });
    });
  }
}
