import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";

import type { Station } from "../../../src/server/station.ts";
import { createWaiters, type Waiters } from "../../../src/server/turns/waiters.ts";
import { readHeads } from "../../../src/server/wards/wards.ts";
import { openBeside, openHouse, WARD, type House, type Phone } from "../house.ts";
import { absence } from "../small-ward.ts";

const NAME = `so-tay-${process.pid}`;
let house: House;
let anna: Phone;
/** Another process, whose connections can be told from others. */
let other: Station;
let waiters: Waiters;
let admin: pg.Client;

beforeEach(async () => {
  house = await openHouse();
  anna = await house.enrolled("volunteer", ["kp1"]);
  other = await openBeside(house, (url) => url.searchParams.set("application_name", NAME));
  waiters = createWaiters((wards) => readHeads(other.db, wards), other.othersWrote);
  admin = new pg.Client(house.place.database?.url ?? "");
  await admin.connect();
});
afterEach(async () => {
  await admin.end();
  waiters.close();
  await other.close();
  await house.remove();
});

/** Who listens for the other process now; waits until somebody does. */
async function listening(except?: number): Promise<number> {
  for (;;) {
    const { rows } = await admin.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = $1 and query like 'listen %'",
      [NAME],
    );
    const pid = rows.find((row) => row.pid !== except)?.pid;
    if (pid !== undefined) return pid;
  }
}

/** Waits at the other process until it has heard of a push that the first one takes. */
async function hear(): Promise<void> {
  const head = (await readHeads(other.db, [WARD])).get(WARD) ?? 0;
  const waiting = waiters.wait({ ward: WARD, head, by: "" }, 20_000, new AbortController().signal);
  await anna.push(await anna.say(absence(house.households[0])));
  const began = Date.now();
  await waiting;
  // Not because its time was over.
  expect(Date.now() - began).toBeLessThan(15_000);
}

test("a connection that listens and was cut comes back, and whoever waits hears of pushes before, meanwhile and after", async () => {
  const staying = waiters.wait({ ward: WARD, head: -1, by: "" }, 1, new AbortController().signal);
  await staying;
  await hear();
  const first = await listening();
  await admin.query("select pg_terminate_backend($1)", [first]);
  await hear();
  // Somebody waits all the while: that is what makes it listen again.
  const end = new AbortController();
  const head = (await readHeads(other.db, [WARD])).get(WARD) ?? 0;
  const idle = waiters.wait({ ward: WARD, head, by: "" }, 30_000, end.signal);
  const second = await listening(first);
  end.abort();
  await idle;
  expect(second).not.toBe(first);
  await hear();
});
