import { monitorEventLoopDelay } from "node:perf_hooks";
import { afterEach, beforeEach, expect, test } from "vitest";

import { runCli } from "../../../src/server/cli.ts";
import { createSightings } from "../../../src/server/http/sightings.ts";
import { formatMetrics } from "../../../src/server/metrics/exposition.ts";
import { readState } from "../../../src/server/metrics/state.ts";
import { createCommandLine, freePort } from "../command-line.ts";
import { openHouse, WARD, type House } from "../house.ts";
import { absence } from "../small-ward.ts";

const HOUR = 3_600_000;
let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.remove());

const health = async () => (await house.ask({ method: "GET", url: "/api/health" })).json();
const clockOff = async () => {
  const { db, store, dataDir, now } = house.station;
  const loopDelay = monitorEventLoopDelay();
  const state = await readState({ db, store, dataDir, now, waiting: house.waiters.count, loopDelay });
  return /^so_tay_clock_off_seconds (.*)$/m.exec(formatMetrics(state))?.[1];
};

test("a clock that goes behind the log is told of, and nothing is refused for it", async () => {
  const phone = await house.enrolled("volunteer", ["kp1"]);
  expect([(await health())["clock"], await clockOff()]).toEqual([undefined, "0"]);
  house.clock.ms -= HOUR;
  expect([(await health())["clock"], await clockOff()]).toEqual(["doubtful", "-3600"]);
  const { results } = await phone.push(await phone.say(absence(house.households[0])));
  expect(results).toMatchObject([{ status: "accepted" }]);
});

test("a clock that most phones find wrong is told of, and one that they find right is not", async () => {
  const phones = await Promise.all([1, 2, 3].map(() => house.enrolled("volunteer", ["kp1"])));
  const sightings = createSightings({ db: house.station.db, now: () => house.clock.ms });
  const call = async (offset: number) => {
    for (const { kid } of phones)
      sightings.note(WARD, kid, { isPush: false, app: `0.1.0;offset=${offset}`, unsent: undefined });
    await sightings.flush();
    // The answer is remembered for a minute.
    house.clock.ms += 61_000;
  };
  await call(3600);
  expect([(await health())["clock"], await clockOff()]).toEqual(["doubtful", "3600"]);
  await call(3);
  expect([(await health())["clock"], await clockOff()]).toEqual([undefined, "0"]);
});

test("who starts the server is told, with the time that it takes for right", async () => {
  const cli = await createCommandLine();
  await cli.run(["init", "thu"]);
  const { dataDir, database } = cli.place;
  const err: string[] = [];
  const code = await runCli(["serve"], {
    env: {
      DATA_DIR: dataDir,
      PORT: String(await freePort()),
      ...(database ? { DATABASE_URL: database.url } : {}),
    },
    out: () => undefined,
    err: (line) => err.push(line),
    now: () => Date.UTC(2015, 0, 1),
    random: (bytes) => new Uint8Array(bytes),
    webRoot: cli.dir,
    version: "0.0.0-test",
    asked: Promise.resolve(),
  });
  await cli.remove();
  expect([code, err.filter((line) => line.includes("01/01/2015")).length]).toEqual([0, 1]);
  expect(err.join("\n")).toContain("Đồng hồ của máy chủ");
});
