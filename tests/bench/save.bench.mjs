// From the tap on 'Lưu cam kết' until the pledge is durable and the screen says so, on a slow phone without coverage.
import { setTimeout as pause } from "node:timers/promises";

import { median, milliseconds } from "./lib/numbers.mjs";
import { signPledge } from "./lib/pledge.mjs";
import { enrol, openTelephone, SLOW, slowDown, waitForHouseholds } from "./lib/telephone.mjs";
import { makeInvite, slugIn } from "./lib/ward.mjs";

const PLEDGES = 22;
/** Milliseconds that a finger rests on the glass in an ordinary tap, at the short end. */
const PRESS = 80;
const MOST = 100;
const MOST_TIMES = 5;

/**
 * A volunteer's phone takes khu phố 1 of the demo ward along and loses coverage; then one household after the other signs.
 * The screen's time runs from the event of the finger that leaves the glass to the frame that shows the heading, which
 * stands only after the durable commit; every other finger leaves in the moment it comes, as no finger does and a test may; the append's from the opening of its transaction to the browser's word that it is complete; the yardstick is
 * one `put` of the same records in one durable transaction of an empty database in the same page, after each pledge.
 */
export async function bench({ origin, links, dataDir, chromium }) {
  const phone = await openTelephone({ chromium });
  try {
    const page = await phone.context.newPage();
    await page.addInitScript(watchTransactions);
    const ward = slugIn(links);
    await enrol(page, await makeInvite({ dataDir, origin, ward }, "volunteer", "kp1"));
    await waitForHouseholds(page, origin, 352);
    const session = await phone.context.newCDPSession(page);
    const homes = await page
      .getByRole("link", { name: /^Hộ .*: .*chưa gặp/i })
      .evaluateAll((all) => all.map(({ pathname }) => pathname));
    await phone.context.setOffline(true);
    const saves = [];
    for (const [at, home] of homes.slice(0, PLEDGES).entries()) {
      const press = at % 2 === 0 ? PRESS : 0;
      await signPledge(page, home);
      await slowDown(session, SLOW);
      await page.evaluate(watchScreen);
      await tap(session, page.getByRole("button", { name: "Lưu cam kết" }), press);
      const screen = await page.evaluate(() => globalThis.bench.shown);
      const append = await page.evaluate(() => globalThis.bench.appends.at(-1));
      const bare = await page.evaluate(barePut);
      await slowDown(session, 1);
      saves.push({ press, screen, append, bare });
    }
    return rows(saves.slice(2));
  } finally {
    await phone.end();
  }
}

/** A finger on the glass: `click` would first make the slow page look for what covers the button. */
async function tap(session, button, press) {
  const { x, y, width, height } = await button.boundingBox();
  const touchPoints = [{ x: x + width / 2, y: y + height / 2 }];
  const down = session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints });
  // It leaves when it leaves, whether the page has heard of its coming or not.
  if (press > 0) await pause(press);
  await Promise.all([down, session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] })]);
}

function rows(saves) {
  const of = (what, some = saves) => median(some.map((save) => save[what]));
  const [append, bare] = [of("append"), of("bare")];
  const pressed = saves.filter(({ press }) => press > 0);
  const touched = saves.filter(({ press }) => press === 0);
  const words = (some) =>
    `${milliseconds(of("screen", some))} (slowest of ${some.length}: ${milliseconds(Math.max(...some.map(({ screen }) => screen)))})`;
  const screen = of("screen", pressed);
  return [
    {
      what: `'Lưu cam kết' until durable and on screen, CPU ${SLOW}× slower`,
      measured: words(pressed),
      yardstick: `bare strict put ${milliseconds(bare)}`,
      atMost: milliseconds(MOST),
      holds: screen <= MOST,
    },
    {
      what: `… by a finger that does not rest ${PRESS} ms on the glass`,
      measured: words(touched),
      yardstick: `bare strict put ${milliseconds(bare)}`,
      atMost: "–",
    },
    {
      what: "the append itself, of consent and pledge",
      measured: `${milliseconds(append)}, ${(append / bare).toFixed(1)} × the put`,
      yardstick: `bare strict put of the same records ${milliseconds(bare)}`,
      atMost: `${MOST_TIMES} × the put: ${milliseconds(bare * MOST_TIMES)}`,
      holds: append <= bare * MOST_TIMES,
    },
  ];
}

// These run in the page.

/** Times each transaction that writes statements, from its opening to its completion, and remembers the records it puts. */
function watchTransactions() {
  globalThis.bench = { appends: [], rows: [] };
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function timed(stores, mode, options) {
    const start = performance.now();
    const opened = transaction.call(this, stores, mode, options);
    if (mode === "readwrite" && [...opened.objectStoreNames].includes("statements"))
      opened.addEventListener("complete", () => globalThis.bench.appends.push(performance.now() - start));
    return opened;
  };
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function remembered(...parameters) {
    if (this.name === "statements") globalThis.bench.rows.push(parameters[0]);
    return put.apply(this, parameters);
  };
}

/** Times from the end of the next tap to the frame after which the heading stands on the screen. */
function watchScreen() {
  globalThis.bench.rows = [];
  globalThis.bench.shown = new Promise((resolve) => {
    let tapped = 0;
    addEventListener("touchend", ({ timeStamp }) => (tapped = timeStamp), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (
        ![...document.querySelectorAll("h1, h2")].some(({ textContent }) => textContent === "Đã ký cam kết")
      )
        return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - tapped)));
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
  });
}

/** Puts what the last act has kept once more, elsewhere; the median of several times, in milliseconds. */
async function barePut() {
  const opening = indexedDB.open("bench");
  opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore("bare"));
  const database = await settled(opening, "success", "error");
  const times = [];
  for (let i = 0; i < 5; i += 1) {
    const start = performance.now();
    const transaction = database.transaction("bare", "readwrite", { durability: "strict" });
    transaction.objectStore("bare").put(globalThis.bench.rows, `${performance.timeOrigin + start}`);
    await settled(transaction, "complete", "abort");
    times.push(performance.now() - start);
  }
  database.close();
  return times.toSorted((a, b) => a - b)[2];

  function settled(target, good, bad) {
    return new Promise((resolve, reject) => {
      target.addEventListener(good, () => resolve(target.result));
      target.addEventListener(bad, () => reject(target.error));
    });
  }
}
