// How much of what all cores could verify one process takes from many phones at once: in batches, and one by one.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Database from "better-sqlite3";

import { ACTS, sayAtDoors } from "./lib/acts.mjs";
import { verifyOnAllCores } from "./lib/all-cores.mjs";
import { openClient } from "./lib/client.mjs";
import { enrolDevice } from "./lib/device.mjs";
import { median, rate } from "./lib/numbers.mjs";
import { makeInvite, makeWard, WARD } from "./lib/ward.mjs";

const CLIENTS = 50;
const ROUNDS = 4;
const HOUSEHOLDS = 800;
const PATH = `/api/wards/${WARD}/statements`;
// Statements of one client in one round; pushed one by one they stay below the server's limit of one device.
const KINDS = [
  { batch: 100, each: 400, atLeast: 0.7 },
  { batch: 1, each: 120, atLeast: 0.3 },
];

/**
 * Fifty clients push the acts of their rounds, each one request at a time, as fast as they are answered; before each round
 * the same signatures are checked on all cores and nothing else is done. The first round warms up.
 */
export async function bench({ root, startServer }) {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-push-many-"));
  await makeWard({ dataDir, root, households: HOUSEHOLDS });
  const server = await startServer({ dataDir });
  try {
    const store = new Database(join(dataDir, "so-tay.sqlite"), { readonly: true });
    const households = store.prepare("select household from households order by household").pluck().all();
    store.close();
    const office = await enrolDevice(server.origin, await makeInvite({ ...server }, "office"));
    const rows = [];
    for (const kind of KINDS) rows.push(await measure(server.origin, office, households, kind));
    return rows;
  } finally {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(origin, office, households, { batch, each, atLeast }) {
  const pushed = [];
  const verified = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // New devices in each round: the server takes only so many pushes a minute of one.
    const devices = await enrolAll(origin, office);
    const doors = devices.map((_, at) => pick(households, at, each / ACTS));
    const said = await Promise.all(devices.map((device, at) => sayAtDoors(device, doors[at])));
    verified.push(await verifyOnAllCores(devices.map(({ jwk }, at) => ({ key: jwk, statements: said[at] }))));
    pushed.push(await pushAll(origin, devices, said, batch));
    console.error(
      `  of ${batch}, round ${round}: pushed ${rate(pushed[round])}, verified ${rate(verified[round])}`,
    );
  }
  const [measured, yardstick] = [median(pushed.slice(1)), median(verified.slice(1))];
  return {
    what: `pushing over HTTP, one process, batches of ${batch}, ${CLIENTS} phones`,
    measured: `${rate(measured)}, ${(measured / yardstick).toFixed(2)} ×`,
    yardstick: `all cores verifying ${rate(yardstick)}`,
    atMost: `at least ${atLeast} ×: ${rate(yardstick * atLeast)}`,
    holds: measured >= yardstick * atLeast,
  };
}

/** Volunteers of the whole ward, by codes that the office asks for. */
async function enrolAll(origin, office) {
  const areas = Array.from({ length: 20 }, (_, i) => `kp${i + 1}`);
  const devices = [];
  for (let at = 0; at < CLIENTS; at += 1) {
    const answer = await fetch(`${origin}/api/wards/${WARD}/invites`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${await office.token()}` },
      body: JSON.stringify({ role: "volunteer", areas, expiresInHours: 1 }),
    });
    if (answer.status !== 201) throw new Error(`invite: ${answer.status} ${await answer.text()}`);
    // Each from an address of its own, as phones are: the server takes only so many enrolments a minute of one.
    devices.push(await enrolDevice(origin, (await answer.json()).url, `10.0.0.${at + 1}`));
  }
  return devices;
}

function pick(households, from, count) {
  return Array.from({ length: count }, (_, i) => households[(from * count + i) % households.length]);
}

/** Statements taken a second. */
async function pushAll(origin, devices, said, batch) {
  const clients = await Promise.all(
    devices.map(async (device, at) => {
      const client = await openClient(origin);
      const token = await device.token();
      const requests = [];
      for (let i = 0; i < said[at].length; i += batch) {
        const body = JSON.stringify({ statements: said[at].slice(i, i + batch) });
        requests.push(client.request(PATH, token, body));
      }
      return { client, requests };
    }),
  );
  const start = performance.now();
  const answers = await Promise.all(
    clients.map(async ({ client, requests }) => {
      const texts = [];
      for (const bytes of requests) texts.push(await client.send(bytes));
      return texts;
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  for (const { client } of clients) client.close();
  const results = answers.flat().flatMap((text) => JSON.parse(text).results);
  const odd = results.find(({ status }) => status !== "accepted");
  if (odd) throw new Error(`the server did not accept: ${JSON.stringify(odd)}`);
  return results.length / seconds;
}
