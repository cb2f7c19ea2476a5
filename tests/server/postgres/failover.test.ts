import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";

import { beginAnew } from "../../../src/server/backup/restore-postgres.ts";
import { say } from "../../../src/server/keys/say.ts";
import { openStation } from "../../../src/server/station.ts";
import type { Access } from "../../../src/server/store/postgres-pool.ts";
import { openBeside, openHouse, WARD, type House, type Phone } from "../house.ts";
import { absence } from "../small-ward.ts";

// A database that goes over to a copy which lagged, beneath servers that run on.

let house: House;
let phone: Phone;
beforeEach(async () => {
  house = await openHouse();
  phone = await house.enrolled("volunteer", ["kp1"]);
});
afterEach(() => house.remove());

function database(): Access {
  if (!house.place.database) throw new Error("no PostgreSQL here");
  return house.place.database;
}

/** The copy lacks so many statements. Behind the servers' backs, as it is. */
async function fallBack(count: number): Promise<void> {
  const client = new pg.Client(database().url);
  await client.connect();
  await client.query(`delete from statements where seq > (select head from wards) - ${count}`);
  await client.query(`update wards set head = head - ${count}`);
  await client.end();
}

const visit = () => phone.say(absence(house.households[0]));
const health = async () => (await house.ask({ method: "GET", url: "/api/health" })).status;
const numbers = async () => {
  const rows = await house.station.db.selectFrom("statements").select("seq").execute();
  return rows.length;
};

test("it numbers nothing anew and answers no call until the epochs are renewed, though what it lost was told only a moment ago", async () => {
  let found = 0;
  house.station.onBehind(() => (found += 1));
  await phone.push(await visit(), await visit());
  await fallBack(1);
  const before = await numbers();
  const push = await phone.call("POST", "/statements", { statements: [await visit()] });
  expect([push.status, push.slug, push.headers["retry-after"]]).toEqual([503, "unavailable", "5"]);
  await expect.poll(health).toBe(503);
  expect((await phone.call("GET", "/statements?after=0")).slug).toBe("unavailable");
  expect([await numbers(), found]).toEqual([before, 1]);
  // Nor does another process begin on it.
  const { now, random } = house.station;
  expect(await openStation({ ...house.place, now, random })).toEqual({ ok: false, error: "behind" });
  expect((await beginAnew(database(), house.place.dataDir, { now, random })).ok).toBe(true);
  await expect.poll(health).toBe(200);
  expect((await phone.push(await visit())).results).toMatchObject([{ status: "accepted" }]);
});

test("a process that had told nothing of the log finds out, too, though it gave the numbers again", async () => {
  const beside = await openBeside(house, () => undefined);
  await phone.push(await visit());
  // Noted a moment after.
  await new Promise((resolve) => setTimeout(resolve, 1200));
  await fallBack(1);
  const keys = await beside.keys.findOrMake(WARD);
  const drafts = [absence(house.households[0]), absence(house.households[1])];
  expect((await say(beside, WARD, keys, drafts)).ok).toBe(true);
  await expect.poll(beside.isBehind).toBe(true);
  await beside.close();
  // What it noted has not hidden it from the others.
  await phone.call("POST", "/statements", { statements: [await visit()] });
  await expect.poll(health).toBe(503);
});

test("a process that only reads finds out, too, within seconds", async () => {
  await phone.push(await visit());
  // Noted a moment after.
  await new Promise((resolve) => setTimeout(resolve, 1200));
  await fallBack(1);
  await expect.poll(health).toBe(503);
});

test("a process with a folder of its own goes on once another has renewed the epochs, and begins on them", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-own-"));
  const { now, random } = house.station;
  const own = { ...house.place, dataDir, now, random };
  const opened = await openStation(own);
  if (!opened.ok) throw new Error(opened.error);
  const beside = opened.value;
  await fallBack(1);
  await expect.poll(beside.isBehind).toBe(true);
  // By the other folder: nothing of it comes into this one.
  expect((await beginAnew(database(), house.place.dataDir, { now, random })).ok).toBe(true);
  await expect.poll(beside.isBehind).toBe(false);
  await beside.close();
  const again = await openStation(own);
  expect(again.ok).toBe(true);
  if (again.ok) await again.value.close();
  rmSync(dataDir, { recursive: true, force: true });
});

test("an epoch that began before the one it knew is no renewal", async () => {
  const { now, random } = house.station;
  const { epoch } = await house.station.db.selectFrom("wards").select("epoch").executeTakeFirstOrThrow();
  await beginAnew(database(), house.place.dataDir, { now, random });
  await house.station.db.updateTable("wards").set({ epoch, epoch_began: 0 }).execute();
  expect(await openStation({ ...house.place, now, random })).toEqual({ ok: false, error: "behind" });
});
