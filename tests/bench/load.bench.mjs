// The first load of an empty phone, and pushing from it, beside what else replicates records into a browser.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { newId } from "./lib/device.mjs";
import { atDoor, makeFullWard } from "./lib/full-ward.mjs";
import { bundlePage } from "./lib/load-page.mjs";
import { median, milliseconds } from "./lib/numbers.mjs";
import { openTelephone, SLOW } from "./lib/telephone.mjs";
import { makeInvite, WARD } from "./lib/ward.mjs";

const HOUSEHOLDS = 1000;
const NEW = 200;
const ROUNDS = 3;
/** 1.6 Mbit/s down, 0.75 up, 150 ms. */
const THIN = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/**
 * Each load goes into a browser profile of its own, in a page of the server that it loads from, in turns. Ours is the app's
 * own phone code (enrolled beforehand; the exchange, until the round's rows are there), evaluated in a page: what a service
 * worker asks for would not be slowed down. The others load the very same signed records and make no views.
 */
export async function bench({ root, chromium, startServer }) {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-load-"));
  const stops = [];
  try {
    const bundles = await bundleAll(dataDir);
    const { server, device, records } = await makeFullWard({
      dataDir,
      root,
      households: HOUSEHOLDS,
      startServer,
    });
    stops.push(server.stop);
    const yardsticks = await startYardsticks(dataDir, records);
    stops.push(yardsticks.stop);
    const context = { chromium, bundles, server, yardsticks, device, records };
    const fast = await measure(context, { rounds: ROUNDS, thin: false });
    const thin = await measure(context, { rounds: 1, thin: true });
    return [...rowsOf(fast, "loopback"), ...thinRows(thin), ...pushRows(fast)];
  } finally {
    for (const stop of stops.toReversed()) await stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(context, { rounds, thin }) {
  const all = [];
  for (let round = 0; round < rounds; round += 1) {
    const one = { ours: await loadOurs(context, thin) };
    one.plain = await loadPouch(context, { thin, tuned: false });
    one.tuned = await loadPouch(context, { thin, tuned: true });
    if (!thin) one.rx = await loadRx(context);
    console.error(`  ${thin ? "thin line" : "loopback"}: ${JSON.stringify(one)}`);
    all.push(one);
  }
  const middle = (pick) => median(all.map(pick));
  return {
    ours: middle(({ ours }) => ours.elapsed),
    bytes: middle(({ ours }) => ours.bytes),
    bare: middle(({ ours }) => ours.bare),
    sent: middle(({ ours }) => ours.sent ?? 0),
    plain: middle(({ plain }) => plain.elapsed),
    plainBytes: middle(({ plain }) => plain.bytes),
    plainSent: middle(({ plain }) => plain.first ?? 0),
    tuned: middle(({ tuned }) => tuned.elapsed),
    tunedSent: middle(({ tuned }) => tuned.later ?? 0),
    rx: middle(({ rx }) => rx?.elapsed ?? 0),
  };
}

async function loadOurs({ chromium, bundles, server }, thin) {
  const link = await makeInvite(server, "office");
  return inPage(chromium, `${server.origin}/api/health`, [bundles.phone], thin, async (page, line) => {
    await page.evaluate(([ward, code]) => phone.enrol(ward, code), [WARD, link.split(".").at(-1)]);
    await line.thin();
    const { elapsed, statements, households } = await page.evaluate((ward) => phone.load(ward), WARD);
    if (households !== HOUSEHOLDS) throw new Error(`${households} households came`);
    const bytes = line.bytes();
    const bare = await page.evaluate(() => phone.bare());
    if (thin) return { elapsed, bytes, statements, bare };
    await page.evaluate(([ward, count]) => phone.say(ward, count), [WARD, NEW]);
    return { elapsed, bytes, statements, bare, sent: await page.evaluate((ward) => phone.send(ward), WARD) };
  });
}

async function loadPouch({ chromium, bundles, yardsticks, device, records }, { thin, tuned }) {
  const scripts = [bundles.pouchdb, bundles.indexeddb, bundles.pouch];
  return inPage(chromium, `${yardsticks.origin}/blank`, scripts, thin, async (page, line) => {
    await line.thin();
    const target = [yardsticks.pouch, tuned];
    const { elapsed, statements } = await page.evaluate(([url, how]) => pouch.load(url, how), target);
    if (statements < records.length) throw new Error(`${statements} documents came`);
    const result = { elapsed, bytes: line.bytes(), statements };
    if (thin) return result;
    const sends = [];
    for (let time = 0; time < 2; time += 1) {
      const docs = await newDocs(device);
      await page.evaluate(([some, how]) => pouch.say(some, how), [docs, tuned]);
      const sent = await page.evaluate(([url, how]) => pouch.send(url, how), target);
      if (sent.written < NEW) throw new Error(`${sent.written} documents went`);
      sends.push(sent.elapsed);
    }
    return { ...result, first: sends[0], later: sends[1] };
  });
}

async function loadRx({ chromium, bundles, yardsticks, records }) {
  return inPage(chromium, `${yardsticks.origin}/blank`, [bundles.rx], false, async (page, line) => {
    const { elapsed, statements } = await page.evaluate((url) => rx.load(url), yardsticks.plain);
    if (statements !== records.length) throw new Error(`${statements} records came`);
    return { elapsed, bytes: line.bytes(), statements };
  });
}

/** Opens a page in a fresh profile, evaluates scripts in it, and closes it. */
async function inPage(chromium, address, scripts, isThin, act) {
  const phone = await openTelephone({ chromium });
  try {
    const page = await phone.context.newPage();
    await page.goto(address);
    for (const script of scripts) await page.evaluate(script);
    const session = await phone.context.newCDPSession(page);
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
    await session.send("Network.enable");
    return await act(page, {
      bytes: () => bytes,
      async thin() {
        bytes = 0;
        if (!isThin) return;
        await session.send("Network.emulateNetworkConditions", THIN);
        await session.send("Emulation.setCPUThrottlingRate", { rate: SLOW });
      },
    });
  } finally {
    await phone.end();
  }
}

async function newDocs(device) {
  const texts = await Promise.all(
    Array.from({ length: NEW / 4 }, (_, at) => atDoor(device, newId(), at)).flat(),
  );
  return texts.map((s) => ({ _id: newId(), at: Date.now(), s }));
}

async function bundleAll(folder) {
  const dist = join(import.meta.dirname, "node_modules/pouchdb/dist");
  const page = (name) => join(import.meta.dirname, "load-page", name);
  return {
    phone: await bundlePage(page("phone.js"), join(folder, "phone")),
    rx: await bundlePage(page("rx.js"), join(folder, "rx")),
    pouch: readFileSync(page("pouch.js"), "utf8"),
    pouchdb: readFileSync(join(dist, "pouchdb.min.js"), "utf8"),
    indexeddb: readFileSync(join(dist, "pouchdb.indexeddb.min.js"), "utf8"),
  };
}

async function startYardsticks(folder, records) {
  const file = join(folder, "records.ndjson");
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  const child = spawn(process.execPath, [join(import.meta.dirname, "lib/record-server.mjs"), file], {
    stdio: ["ignore", "pipe", "inherit"],
    cwd: folder,
  });
  const [line] = await once(child.stdout, "data");
  return {
    ...JSON.parse(line),
    async stop() {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

function rowsOf(fast) {
  return [
    times("first load of 5,000 statements with views", fast.ours, "PouchDB", fast.plain, 5),
    times("…", fast.ours, "PouchDB tuned (indexeddb, batches of 1,000)", fast.tuned, 2.5),
    times("…", fast.ours, "RxDB on Dexie, batches of 1,000", fast.rx, 2.5),
    {
      what: "… bytes",
      measured: kilobytes(fast.bytes),
      yardstick: `PouchDB ${kilobytes(fast.plainBytes)}`,
      atMost: `half: ${kilobytes(fast.plainBytes / 2)}`,
      holds: fast.bytes <= fast.plainBytes / 2,
    },
    {
      what: "… beside storing alone",
      measured: `${milliseconds(fast.ours)}, ${(fast.ours / fast.bare).toFixed(1)} ×`,
      yardstick: `bare bulkAdd of the same rows ${milliseconds(fast.bare)}`,
      atMost: `2 ×: ${milliseconds(2 * fast.bare)}`,
      holds: fast.ours <= 2 * fast.bare,
    },
  ];
}

function thinRows(thin) {
  const what = "first load at 1.6 Mbit/s, 150 ms, CPU 6× slower";
  return [
    times(what, thin.ours, "PouchDB", thin.plain, 6),
    times("…", thin.ours, "PouchDB tuned", thin.tuned, 2.5),
  ];
}

function pushRows(fast) {
  return [
    times("pushing 200 new statements", fast.sent, "PouchDB, its first push", fast.plainSent, 10),
    times("…", fast.sent, "PouchDB tuned, a later push", fast.tunedSent, 1.5),
  ];
}

function times(what, measured, name, yardstick, faster) {
  return {
    what,
    measured: `${milliseconds(measured)}, ${(yardstick / measured).toFixed(1)} × faster`,
    yardstick: `${name} ${milliseconds(yardstick)}`,
    atMost: `${faster} × faster: ${milliseconds(yardstick / faster)}`,
    holds: measured * faster <= yardstick,
  };
}

function kilobytes(bytes) {
  return `${Math.round(bytes / 1000).toLocaleString("en")} kB`;
}
