import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterEach, beforeEach, expect, test } from "vitest";

import { createApp } from "../../../src/server/app.ts";
import { formatMetrics } from "../../../src/server/metrics/exposition.ts";
import { createMeasures } from "../../../src/server/metrics/measure.ts";
import { readState } from "../../../src/server/metrics/state.ts";
import { rekey } from "../../../src/server/rekey.ts";
import { openHouse, WARD, type House } from "../house.ts";
import { absence } from "../small-ward.ts";

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.remove());

test("counts answers and verdicts, tells how each log stands, and names nobody", async () => {
  const anna = await house.enrolled("volunteer", ["kp1"]);
  const { station, waiters } = house;
  const measures = createMeasures();
  const app = await createApp({
    ...station,
    waiters,
    acceptor: measures.counted(station.acceptor),
    origin: "http://localhost:8787",
    version: "0.0.0-test",
    webRoot: null,
    log: null,
  });
  measures.watch(app);
  const push = async (...statements: string[]) => {
    const headers = { authorization: `Bearer ${await anna.token()}` };
    const url = `/api/wards/${WARD}/statements`;
    expect((await app.inject({ method: "POST", url, headers, payload: { statements } })).statusCode).toBe(
      200,
    );
  };
  const mine = await anna.say(absence(house.households[0]));
  await push(mine, await anna.say(absence(house.households[2])));
  await push(mine);
  await app.inject({ url: "/api/nowhere/Tr%E1%BA%A7n" });
  const { db, store, dataDir, now } = station;
  const loopDelay = monitorEventLoopDelay();
  const state = await readState({ db, store, dataDir, now, waiting: waiters.count, loopDelay });
  const text = formatMetrics([...measures.read(), ...state]);
  for (const line of [
    'so_tay_http_requests_total{method="POST",route="/api/wards/:ward/statements",status="200"} 2',
    'so_tay_http_requests_total{method="GET",route="none",status="404"} 1',
    'so_tay_http_request_seconds_count{route="/api/wards/:ward/statements"} 2',
    'so_tay_push_verdicts_total{status="accepted"} 1',
    'so_tay_push_verdicts_total{status="held"} 1',
    'so_tay_push_verdicts_total{status="duplicate"} 1',
    `so_tay_head{ward="${WARD}"} 6`,
    `so_tay_saved{ward="${WARD}"} 0`,
    `so_tay_held{ward="${WARD}"} 1`,
    `so_tay_ward_key_here{ward="${WARD}"} 1`,
    "so_tay_waiting_pulls 0",
  ])
    expect(text).toContain(`${line}\n`);
  expect(text).toMatch(/so_tay_store_bytes \d{5,}/);
  for (const secret of [anna.kid, house.households[0], "Nguyễn", "Tr%E1%BA%A7n", "nowhere"])
    expect(text).not.toContain(secret);
  await app.close();
});

test("tells of a ward that speaks by a key which is not in this process's folder", async () => {
  const { db, store, dataDir, now } = house.station;
  const key = join(dataDir, "keys", `${WARD}.json`);
  const former = readFileSync(key);
  expect((await rekey(house.station, WARD)).ok).toBe(true);
  const isHere = async () => {
    const loopDelay = monitorEventLoopDelay();
    const state = await readState({ db, store, dataDir, now, waiting: () => 0, loopDelay });
    return formatMetrics(state).includes(`so_tay_ward_key_here{ward="${WARD}"} 1\n`);
  };
  expect(await isHere()).toBe(true);
  writeFileSync(key, former);
  expect(await isHere()).toBe(false);
  rmSync(key);
  expect(await isHere()).toBe(false);
});
