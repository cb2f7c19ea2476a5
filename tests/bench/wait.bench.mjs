// How soon a pull that waits hears of a push, taken by its own process or by another one, on both stores.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { startPostgres } from "../../scripts/postgres.mjs";
import { command } from "../../scripts/server-process.mjs";
import { enrolDevice, newId } from "./lib/device.mjs";
import { median, milliseconds } from "./lib/numbers.mjs";
import { WARD } from "./lib/ward.mjs";

const ROUNDS = 25;
/** Milliseconds: the office's page is to move within a second (issue 4). */
const AT_MOST = 1000;

/** The yardstick is a pull that waits for nothing, right after each push. */
export async function bench({ startServer }) {
  const postgres = await startPostgres({ durable: true });
  try {
    return [
      ...(await measureStore(startServer, "SQLite", {})),
      ...(await measureStore(startServer, "PostgreSQL", { DATABASE_URL: postgres.url })),
    ];
  } finally {
    await postgres.stop();
  }
}

async function measureStore(startServer, store, settings) {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-wait-"));
  const env = { ...settings, DATA_DIR: dataDir };
  await command(["init", WARD], env);
  const servers = [];
  try {
    for (let count = 0; count < 2; count += 1) servers.push(await startServer({ dataDir, env }));
    const [own, other] = servers.map(({ origin }) => origin);
    const [link] = await command(["invite", WARD, "office"], { ...env, ORIGIN: own });
    const office = await enrolDevice(own, link);
    const rows = [];
    for (const [to, whose] of [
      [own, "its own process"],
      [other, "another process"],
    ]) {
      rows.push(rowOf(`${store}, push to ${whose}`, await measure(office, own, to)));
    }
    return rows;
  } finally {
    for (const server of servers) await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function rowOf(where, { waited, plain }) {
  const slowest = Math.max(...waited);
  return {
    what: `waiting pull after a push is answered, ${where}`,
    measured: `${milliseconds(median(waited))}, slowest ${milliseconds(slowest)} of ${waited.length}`,
    yardstick: `plain pull ${milliseconds(median(plain))}`,
    atMost: milliseconds(AT_MOST),
    holds: slowest <= AT_MOST,
  };
}

async function measure(office, from, to) {
  const headers = { authorization: `Bearer ${await office.token()}` };
  const pull = async (after, wait) => {
    const answer = await fetch(`${from}/api/wards/${WARD}/statements?after=${after}&wait=${wait}`, {
      headers,
    });
    const lines = (await answer.text()).trimEnd().split("\n");
    return { count: lines.length - 1, head: JSON.parse(lines.at(-1)).head };
  };
  const [waited, plain] = [[], []];
  let { head } = await pull(0, 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const body = JSON.stringify({ statements: [await office.say(meeting())] });
    let answered = 0;
    const waiting = pull(head, 25).then((page) => ((answered = performance.now()), page));
    // It waits by then; not always at the same moment between two looks at the store.
    await pause(300 + ((round * 37) % 250));
    const pushed = await fetch(`${to}/api/wards/${WARD}/statements`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body,
    });
    const [{ status }] = (await pushed.json()).results;
    const accepted = performance.now();
    const page = await waiting;
    if (status !== "accepted" || page.count !== 1) throw new Error(`${status}, ${page.count} lines`);
    // Its own process may answer whoever waits before it has answered the push.
    waited.push(Math.max(0, answered - accepted));
    const began = performance.now();
    await pull(head, 0);
    plain.push(performance.now() - began);
    ({ head } = page);
  }
  return { waited, plain };
}

function meeting() {
  const body = { kind: "other", date: "2026-11-24", place: "Nhà văn hoá", subject: newId() };
  return { type: "meeting.held", sub: "kp1", body };
}
