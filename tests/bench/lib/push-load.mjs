import { sayAtDoors, ACTS } from "./acts.mjs";
import { verifyOnAllCores } from "./all-cores.mjs";
import { openClient } from "./client.mjs";
import { enrolDevice } from "./device.mjs";
import { median, rate } from "./numbers.mjs";

const CLIENTS = 50;
const ROUNDS = 4;

/**
 * Fifty clients, shared among the wards, push the acts of their rounds, each one request at a time, as fast as they are
 * answered; before each round the same signatures are checked on all cores and nothing else is done. The first round warms up.
 * @param {{ origin: string, wards: { slug: string, office: object, households: string[] }[],
 *   kind: { batch: number, each: number, atLeast: number }, where?: string }} load `each`: statements of one client in one round
 * @returns {Promise<import('../../../scripts/bench.mjs').Row>}
 */
export async function measurePushing({ origin, wards, kind: { batch, each, atLeast }, where = "" }) {
  const pushed = [];
  const verified = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // New devices in each round: the server takes only so many pushes a minute of one.
    const devices = await enrolAll(origin, wards);
    const said = await Promise.all(
      devices.map(({ device, ward }, at) => sayAtDoors(device, pick(ward.households, at, each / ACTS))),
    );
    verified.push(
      await verifyOnAllCores(devices.map(({ device }, at) => ({ key: device.jwk, statements: said[at] }))),
    );
    pushed.push(await pushAll(origin, devices, said, batch));
    console.error(
      `  of ${batch}${where}, round ${round}: pushed ${rate(pushed[round])}, verified ${rate(verified[round])}`,
    );
  }
  const [measured, yardstick] = [median(pushed.slice(1)), median(verified.slice(1))];
  return {
    what: `pushing over HTTP, one process, batches of ${batch}, ${CLIENTS} phones${where}`,
    measured: `${rate(measured)}, ${(measured / yardstick).toFixed(2)} ×`,
    yardstick: `all cores verifying ${rate(yardstick)}`,
    atMost: `at least ${atLeast} ×: ${rate(yardstick * atLeast)}`,
    holds: measured >= yardstick * atLeast,
  };
}

/** Volunteers of whole wards, by codes that the offices ask for. */
async function enrolAll(origin, wards) {
  const areas = Array.from({ length: 20 }, (_, i) => `kp${i + 1}`);
  const devices = [];
  for (let at = 0; at < CLIENTS; at += 1) {
    const ward = wards[at % wards.length];
    const answer = await fetch(`${origin}/api/wards/${ward.slug}/invites`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${await ward.office.token()}` },
      body: JSON.stringify({ role: "volunteer", areas, expiresInHours: 1 }),
    });
    if (answer.status !== 201) throw new Error(`invite: ${answer.status} ${await answer.text()}`);
    // Each from an address of its own, as phones are: the server takes only so many enrolments a minute of one.
    const device = await enrolDevice(origin, (await answer.json()).url, `10.0.0.${at + 1}`);
    devices.push({ device, ward });
  }
  return devices;
}

function pick(households, from, count) {
  return Array.from({ length: count }, (_, i) => households[(from * count + i) % households.length]);
}

/** Statements taken a second. */
async function pushAll(origin, devices, said, batch) {
  const clients = await Promise.all(
    devices.map(async ({ device, ward }, at) => {
      const client = await openClient(origin);
      const token = await device.token();
      const requests = [];
      for (let i = 0; i < said[at].length; i += batch) {
        const body = JSON.stringify({ statements: said[at].slice(i, i + batch) });
        requests.push(client.request(`/api/wards/${ward.slug}/statements`, token, body));
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
