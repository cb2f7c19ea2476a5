// Loads of an empty phone and pushes from it, in rounds: ours, and what else replicates records into a browser.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Database from "better-sqlite3";

import { newId } from "./device.mjs";
import { atDoor, makeFullWard, pushTexts } from "./full-ward.mjs";
import { bundlePage } from "./load-page.mjs";
import { milliseconds } from "./numbers.mjs";
import { openTelephone, SLOW, THIN } from "./telephone.mjs";
import { makeInvite, WARD } from "./ward.mjs";

const HOUSEHOLDS = 1000;
const NEW = 200;

/**
 * Measures rounds, each of which loads once into whatever `others` names and into ours. Each load goes into a browser profile
 * of its own, from a database of its own that holds the same 5,000 records as in every round, in a page of the server that it
 * loads from. What a first load costs a server that has only just started is not counted: a round before the first goes to
 * waste, and our server, which is started anew on each copy of the ward, is read once first, and pushed to before our phone
 * pushes: theirs runs through all rounds.
 * @param {{ root: string, chromium: string, startServer: Function }} bench
 * @param {{ rounds: number, thin: boolean, others: readonly ("plain" | "tuned" | "rx")[] }} how
 * @returns {Promise<object[]>}
 */
export async function measureRounds({ root, chromium, startServer }, { rounds, thin, others }) {
  const folder = mkdtempSync(join(tmpdir(), "so-tay-load-"));
  let yardsticks = null;
  try {
    const bundles = await bundleAll(folder);
    const dataDir = join(folder, "ward");
    mkdirSync(dataDir);
    const { server, device, records } = await makeFullWard({
      dataDir,
      root,
      households: HOUSEHOLDS,
      startServer,
    });
    await server.stop();
    yardsticks = await startYardsticks(folder, records);
    const context = { chromium, bundles, startServer, folder, dataDir, yardsticks, device, records, thin };
    const all = [];
    for (let round = thin ? 1 : 0; round <= rounds; round += 1) {
      const one = { ours: await loadOurs(context) };
      for (const name of others) one[name] = await LOADS[name](context);
      console.error(`  ${round === 0 ? "not counted" : `round ${round}`}: ${JSON.stringify(one)}`);
      if (round > 0) all.push(one);
    }
    return all;
  } finally {
    await yardsticks?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const LOADS = {
  plain: (context) => loadPouch(context, false),
  tuned: (context) => loadPouch(context, true),
  rx: loadRx,
};

/** A row that says how many times sooner something was done than by a yardstick. */
export function times(what, measured, name, yardstick, faster) {
  return {
    what,
    measured: `${milliseconds(measured)}, ${(yardstick / measured).toFixed(1)} × faster`,
    yardstick: `${name} ${milliseconds(yardstick)}`,
    atMost: `${faster} × faster: ${milliseconds(yardstick / faster)}`,
    holds: measured * faster <= yardstick,
  };
}

/**
 * Ours is the app's own phone code (enrolled beforehand; the exchange, until the round's rows are there), evaluated in a page:
 * what a service worker asks for would not be slowed down.
 */
async function loadOurs(context) {
  const { chromium, bundles, thin } = context;
  const server = await startCopy(context);
  try {
    const link = await makeInvite(server, "office");
    return await inPage(
      chromium,
      `${server.origin}/api/health`,
      [bundles.phone],
      thin,
      async (page, line) => {
        await page.evaluate(([ward, code]) => phone.enrol(ward, code), [WARD, link.split(".").at(-1)]);
        await line.thin();
        const { elapsed, statements, households } = await page.evaluate((ward) => phone.load(ward), WARD);
        if (households !== HOUSEHOLDS) throw new Error(`${households} households came`);
        const result = { elapsed, bytes: await line.bytes(), statements };
        if (thin) return result;
        const bare = await page.evaluate((ward) => phone.bare(ward), WARD);
        await pushBefore(server, context.device);
        const sends = [];
        for (let time = 0; time < 2; time += 1) {
          await page.evaluate(([ward, count]) => phone.say(ward, count), [WARD, NEW]);
          sends.push(await page.evaluate((ward) => phone.send(ward), WARD));
        }
        return { ...result, bare, first: sends[0], later: sends[1] };
      },
    );
  } finally {
    await server.stop();
    rmSync(server.dataDir, { recursive: true, force: true });
  }
}

/** Our server on a copy of the ward, which has served its whole log to others, as theirs have in the round before. */
async function startCopy({ startServer, folder, dataDir, device }) {
  const copy = mkdtempSync(join(folder, "copy-"));
  cpSync(dataDir, copy, { recursive: true });
  const server = await startServer({ dataDir: copy });
  const headers = { authorization: `Bearer ${await device.token()}`, accept: PIECES };
  const path = `/api/wards/${WARD}/statements?after=0&limit=250`;
  for (let time = 0; time < OTHERS; time += 1)
    await (await fetch(`${server.origin}${path}`, { headers })).text();
  return server;
}

/** What a running server has behind it: another phone's statements. Theirs took five thousand a moment before. */
async function pushBefore(server, device) {
  const store = new Database(join(server.dataDir, "so-tay.sqlite"), { readonly: true });
  const ids = store.prepare("select household from households order by household").pluck().all();
  store.close();
  for (let from = 0; from < BEFORE; from += NEW) {
    const texts = ids.slice(from / 4, (from + NEW) / 4).flatMap((sub, at) => atDoor(device, sub, at));
    await pushTexts(server.origin, device, await Promise.all(texts));
  }
}

const BEFORE = 2000;
/** As many as load from theirs in a round. */
const OTHERS = 2;
const PIECES = "application/vnd.so-tay.columns+json-seq;lines=10000";

/** The very same signed records, and no views. Without `tuned` all is as PouchDB comes. */
async function loadPouch({ chromium, bundles, yardsticks, device, records, thin }, tuned) {
  const scripts = [bundles.pouchdb, bundles.indexeddb, bundles.pouch];
  const url = await (await fetch(`${yardsticks.origin}/fresh`, { method: "POST" })).text();
  return inPage(chromium, `${yardsticks.origin}/blank`, scripts, thin, async (page, line) => {
    await line.thin();
    const target = [url, tuned];
    const { elapsed, statements } = await page.evaluate(([from, how]) => pouch.load(from, how), target);
    if (statements !== records.length) throw new Error(`${statements} documents came`);
    const result = { elapsed, bytes: await line.bytes(), statements };
    if (thin) return result;
    const sends = [];
    for (let time = 0; time < 2; time += 1) {
      const docs = await newDocs(device);
      await page.evaluate(([some, how]) => pouch.say(some, how), [docs, tuned]);
      const sent = await page.evaluate(([to, how]) => pouch.send(to, how), target);
      if (sent.written < NEW) throw new Error(`${sent.written} documents went`);
      sends.push(sent.elapsed);
    }
    return { ...result, first: sends[0], later: sends[1] };
  });
}

async function loadRx({ chromium, bundles, yardsticks, records, thin }) {
  return inPage(chromium, `${yardsticks.origin}/blank`, [bundles.rx], thin, async (page, line) => {
    await line.thin();
    const { elapsed, statements } = await page.evaluate((url) => rx.load(url), yardsticks.plain);
    if (statements !== records.length) throw new Error(`${statements} records came`);
    return { elapsed, bytes: await line.bytes(), statements };
  });
}

/** Milliseconds. */
const SETTLED = 500;
const STARTED = 1000;

/** Opens a page in a fresh profile, evaluates scripts in it, and closes it. */
async function inPage(chromium, address, scripts, isThin, act) {
  const phone = await openTelephone({ chromium });
  try {
    const page = await phone.context.newPage();
    await page.goto(address);
    for (const script of scripts) await page.evaluate(script);
    const session = await phone.context.newCDPSession(page);
    // By request: bodies as they come; heads and all where the browser has told of the end, which it does not always.
    const came = new Map();
    session.on("Network.dataReceived", ({ requestId, encodedDataLength }) =>
      came.set(requestId, (came.get(requestId) ?? 0) + encodedDataLength),
    );
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
      came.set(requestId, encodedDataLength),
    );
    await session.send("Network.enable");
    return await act(page, {
      async bytes() {
        // Told a moment after the page itself has the answer.
        await page.waitForTimeout(SETTLED);
        return [...came.values()].reduce((sum, bytes) => sum + bytes, 0);
      },
      async thin() {
        // A browser that has only just been started has other things to do for a while.
        await page.waitForTimeout(STARTED);
        came.clear();
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
  const bench = join(import.meta.dirname, "..");
  const dist = join(bench, "node_modules/pouchdb/dist");
  const page = (name) => join(bench, "load-page", name);
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
  const child = spawn(process.execPath, [join(import.meta.dirname, "record-server.mjs"), file], {
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
