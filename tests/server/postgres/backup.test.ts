import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";

import { backUp } from "../../../src/server/backup/back-up.ts";
import { beginAnew, restorePostgres } from "../../../src/server/backup/restore-postgres.ts";
import { makeWard } from "../../../src/server/keys/make-ward.ts";
import { say } from "../../../src/server/keys/say.ts";
import { openStation, type Station } from "../../../src/server/station.ts";
import type { Access } from "../../../src/server/store/postgres-pool.ts";
import { openPostgres } from "../../../src/server/store/postgres.ts";
import { registration } from "../small-ward.ts";
import { newId } from "../speaker.ts";

const WARD = "phuong-thu";
let dir: string;
let name: string;
let database: Access;
let file: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "so-tay-pg-"));
  file = join(dir, "so-tay.tar");
  // A database of its own: a dump takes a whole one.
  name = `b_${process.pid}_${Date.now()}`;
  await ask(`create database ${name}`);
  const url = new URL(server());
  url.pathname = `/${name}`;
  database = { url: url.href, connections: 3 };
});
afterEach(async () => {
  await ask(`drop database ${name} with (force)`);
  rmSync(dir, { recursive: true, force: true });
});

function server(): string {
  const url = inject("postgres");
  if (url === undefined) throw new Error("no PostgreSQL here");
  return url;
}

async function ask(text: string): Promise<void> {
  const client = new pg.Client(server());
  await client.connect();
  await client.query(text).finally(() => client.end());
}

const now = () => Date.UTC(2026, 10, 25, 6, 7, 8);
const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const dataDir = () => join(dir, "data");
const restoring = (replace = false) => ({ dataDir: dataDir(), now, random, replace });

async function opened(): Promise<Station> {
  const station = await openStation({ dataDir: dataDir(), database, now, random });
  if (!station.ok) throw new Error(station.error);
  return station.value;
}

async function register(station: Station): Promise<void> {
  const keys = await station.keys.findOrMake(WARD);
  await say(station, WARD, keys, [registration(newId(), "kp1/t01", 1, "Nguyễn Thị Ánh")]);
}

async function row(): Promise<{ epoch: string; head: number; saved: number }> {
  const station = await opened();
  const found = await station.db.selectFrom("wards").selectAll().executeTakeFirstOrThrow();
  await station.close();
  return found;
}

test("a backup raises `saved`, and a restore puts it back with a new epoch, only when nobody works on it", async () => {
  const station = await opened();
  await makeWard(station, WARD, { name: "Phường Thử", kind: "phuong", province: "", areas: [] });
  await register(station);
  expect(await backUp({ ...station, database }, file, "x")).toMatchObject({
    ok: true,
    value: [{ ward: WARD, head: 2 }],
  });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await register(station);
  expect(await restorePostgres(file, database, restoring(true))).toEqual({
    ok: false,
    error: { why: "held" },
  });
  await station.close();
  const before = await row();
  expect(before).toMatchObject({ head: 3, saved: 2 });
  expect(await restorePostgres(file, database, restoring())).toEqual({
    ok: false,
    error: { why: "not-older" },
  });
  const restored = await restorePostgres(file, database, restoring(true));
  expect(restored).toMatchObject({
    ok: true,
    value: { keptAs: join(dataDir(), "so-tay-replaced-20261125T060708000.pgdump"), ahead: [{ head: 3 }] },
  });
  const after = await row();
  expect(after.head).toBe(2);
  expect(after.epoch).not.toBe(before.epoch);
  const kept = join(dataDir(), "so-tay-replaced-20261125T060708000.pgdump");
  expect([statSync(kept).mode & 0o777, readFileSync(kept).subarray(0, 5).toString()]).toEqual([
    0o600,
    "PGDMP",
  ]);
});

test("a store is closed only when the server counts none of its connections any more", async () => {
  const asking = new pg.Client(database.url);
  await asking.connect();
  for (let time = 0; time < 10; time++) {
    const store = await openPostgres(database);
    if (!store.ok) throw new Error(store.error);
    const { db, close } = store.value;
    await Promise.all([1, 2, 3].map(() => sql`select pg_sleep(0.01)`.execute(db)));
    await close();
    // Nobody else has this database.
    const { rows } = await asking.query(
      "select pid from pg_stat_activity where datname = current_database() and application_name = 'so-tay'",
    );
    expect(rows).toEqual([]);
  }
  await asking.end();
});

test("a database put back by other means is not served until the epochs are renewed", async () => {
  const station = await opened();
  await makeWard(station, WARD, { name: "Phường Thử", kind: "phuong", province: "", areas: [] });
  await register(station);
  await station.close();
  const { epoch } = await row();
  const client = new pg.Client(database.url);
  await client.connect();
  await client.query("delete from statements where seq = 2; update wards set head = 1");
  await client.end();
  expect(await openStation({ dataDir: dataDir(), database, now, random })).toEqual({
    ok: false,
    error: "behind",
  });
  expect(await beginAnew(database, dataDir(), { now: Date.now, random })).toMatchObject({
    ok: true,
    value: [{ head: 1 }],
  });
  expect((await row()).epoch).not.toBe(epoch);
});

test("without pg_dump nothing is made, and the program is named", async () => {
  const station = await opened();
  await makeWard(station, WARD, { name: "Phường Thử", kind: "phuong", province: "", areas: [] });
  vi.stubEnv("PATH", dir);
  const made = await backUp({ ...station, database }, file, "x");
  vi.unstubAllEnvs();
  expect(made).toEqual({ ok: false, error: { why: "no-tool", tool: "pg_dump" } });
  await station.close();
  expect((await row()).saved).toBe(0);
});
