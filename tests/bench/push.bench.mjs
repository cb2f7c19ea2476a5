// How fast one process takes what phones push, beside the least that any server must do for it.
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Database from "better-sqlite3";

import { ACTS, sayAtDoors } from "./lib/acts.mjs";
import { enrolDevice } from "./lib/device.mjs";
import { median, rate } from "./lib/numbers.mjs";
import { verifyThenInsert } from "./lib/verify-then-insert.mjs";
import { makeInvite, makeWard, WARD } from "./lib/ward.mjs";

// Each device pushes less often than the server's limit of one device allows.
const DEVICES = 8;
const BATCH = 100;
const BATCHES = 10;
const ROUNDS = 6;

/**
 * Eight volunteers push pledges, consents, deliveries and visits in batches of 100, each one batch at a time; then the same
 * statements are verified and inserted by bare WebCrypto and SQLite. So in turns, the first turn warming both up.
 */
export async function bench({ root, startServer }) {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-push-"));
  const households = (DEVICES * BATCH * BATCHES * ROUNDS) / ACTS;
  await makeWard({ dataDir, root, households });
  const server = await startServer({ dataDir });
  const store = new Database(join(dataDir, "so-tay.sqlite"), { readonly: true });
  const agent = new Agent({ keepAlive: true, maxSockets: DEVICES });
  try {
    const ids = store.prepare("select household from households order by household").pluck().all();
    const devices = [];
    for (let i = 0; i < DEVICES; i += 1)
      devices.push(await enrolDevice(server.origin, await makeInvite({ ...server }, "volunteer", AREAS)));
    const pushed = [];
    const bare = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const mine = ids.slice((households / ROUNDS) * round, (households / ROUNDS) * (round + 1));
      const loads = await Promise.all(
        devices.map((device, at) =>
          sayAll(
            device,
            mine.filter((_, i) => i % DEVICES === at),
          ),
        ),
      );
      const before = store.prepare("select max(seq) from statements").pluck().get();
      pushed.push(await timed(() => Promise.all(loads.map((load) => pushAll(server.origin, agent, load)))));
      const rows = store.prepare("select * from statements where seq > ? order by seq").all(before);
      if (rows.length !== DEVICES * BATCH * BATCHES) throw new Error(`${rows.length} statements arrived`);
      const keys = store.prepare("select kid, key from devices where ward = ?").all(WARD);
      bare.push(
        await verifyThenInsert({
          dataDir,
          rows,
          keys,
          batch: BATCH,
          lanes: DEVICES,
          schema: schemaOf(store),
        }),
      );
      console.error(
        `  round ${round}: pushed ${rate(perSecond(pushed[round]))}, bare ${rate(perSecond(bare[round]))}`,
      );
    }
    return [row(perSecond(median(pushed.slice(1))), perSecond(median(bare.slice(1))))];
  } finally {
    agent.destroy();
    store.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function row(measured, yardstick) {
  return {
    what: `pushing over HTTP, one process, batches of ${BATCH}, ${DEVICES} phones`,
    measured: rate(measured),
    yardstick: `verify-then-insert alone ${rate(yardstick)}`,
    atMost: `at least half: ${rate(yardstick / 2)}`,
    holds: measured >= yardstick / 2,
  };
}

const AREAS = Array.from({ length: 20 }, (_, i) => `kp${i + 1}`).join(",");

/** The token of a device, and what it says at some doors in the bodies of its requests. */
async function sayAll(device, households) {
  const said = await sayAtDoors(device, households);
  const bodies = [];
  for (let i = 0; i < said.length; i += BATCH)
    bodies.push(JSON.stringify({ statements: said.slice(i, i + BATCH) }));
  return { token: await device.token(), bodies: bodies.map((body) => Buffer.from(body)) };
}

async function pushAll(origin, agent, { token, bodies }) {
  for (const body of bodies) {
    const { results } = JSON.parse(await post(`${origin}/api/wards/${WARD}/statements`, agent, token, body));
    const odd = results.find(({ status }) => status !== "accepted");
    if (odd) throw new Error(`the server did not accept: ${JSON.stringify(odd)}`);
  }
}

function post(url, agent, token, body) {
  const headers = {
    "content-type": "application/json",
    "content-length": body.length,
    authorization: `Bearer ${token}`,
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", agent, headers }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        if (answer.statusCode === 200) resolve(text);
        else reject(new Error(`push: ${answer.statusCode} ${text}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** How the server's own store keeps a statement, without the indexes that only reading needs. */
function schemaOf(store) {
  return store
    .prepare("select sql from sqlite_master where type = 'table' and name = 'statements'")
    .pluck()
    .get();
}

async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function perSecond(elapsed) {
  return (DEVICES * BATCH * BATCHES * 1000) / elapsed;
}
