import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test } from "vitest";

import { runCli } from "../../src/server/cli.ts";
import type { Chance } from "../../src/server/demo/chance.ts";
import { openPostgres } from "../../src/server/store/postgres.ts";
import { openSqlite } from "../../src/server/store/sqlite.ts";
import { amount, beginProof } from "../faults/proof.ts";

// The built command line in processes of its own, each ended without a word in the middle of its work, together with
// whatever it has started.

const WARD = "thu";
const FIRST = 5;
let dir: string;
let file: string;
let databases: string[];
let env: Record<string, string>;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "so-tay-killed-"));
  file = join(dir, "so-tay.tar");
  databases = [];
  env = await placeNamed("data");
  await run(["init", WARD]);
  await grow(FIRST);
});
afterEach(async () => {
  for (const name of databases) await ask(`drop database ${name} with (force)`);
  rmSync(dir, { recursive: true, force: true });
});

/** A folder, and a database of its own where the suite runs on PostgreSQL: a dump takes a whole one. */
async function placeNamed(name: string): Promise<Record<string, string>> {
  const place = { DATA_DIR: join(dir, name), ORIGIN: "https://so-tay.example.vn" };
  const server = inject("postgres");
  if (!server) return place;
  const database = `k_${process.pid}_${Date.now()}`;
  await ask(`create database ${database}`);
  databases.push(database);
  const url = new URL(server);
  url.pathname = `/${database}`;
  return { ...place, DATABASE_URL: url.href };
}

async function ask(text: string): Promise<void> {
  const client = new pg.Client(inject("postgres"));
  await client.connect();
  await client.query(text).finally(() => client.end());
}

/** A command to its end, in this process. */
async function run(args: readonly string[], where = env): Promise<void> {
  const err: string[] = [];
  const code = await runCli(args, {
    env: { ...process.env, ...where },
    out: () => undefined,
    err: (line) => err.push(line),
    now: Date.now,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    webRoot: join(dir, "web"),
    version: "0.0.0-test",
    asked: Promise.resolve(),
  });
  if (code !== 0) throw new Error(`so-tay ${args.join(" ")}: ${err.join(" ")}`);
}

/** Has the ward so many households. */
async function grow(households: number): Promise<void> {
  const rows = Array.from(
    { length: households },
    (_, at) => `1,1,${at + 1},Hộ ${at + 1},${at + 1},Lê Lợi,2,`,
  );
  const list = join(dir, "ho.csv");
  const heads = "Khu phố,Tổ,STT,Họ và tên chủ hộ,Số nhà,Đường,Số nhân khẩu,Ghi chú";
  writeFileSync(list, `${[heads, ...rows].join("\n")}\n`);
  await run(["import", WARD, list]);
}

/** How long a command takes that nobody ends; throws where it fails. */
async function duration(args: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = start(args);
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`so-tay ${args.join(" ")}: exit ${code}`);
  return performance.now() - began;
}

/** Starts a command and ends it after so many milliseconds, unless it has come to its end. */
async function killed(args: readonly string[], after: number): Promise<boolean> {
  const child = start(args);
  const ended = once(child, "exit");
  await Promise.race([ended, pause(after)]);
  if (child.exitCode !== null) return false;
  process.kill(-(child.pid ?? 0), "SIGKILL");
  await ended;
  return true;
}

function start(args: readonly string[]) {
  return spawn(process.execPath, ["scripts/so-tay.mjs", ...args], {
    env: { ...process.env, ...env },
    stdio: "ignore",
    detached: true,
  });
}

/** What the store says, and whether it holds as many statements as it says. */
async function stateOf(where = env): Promise<{ head: number; saved: number; epoch: string }> {
  const url = where["DATABASE_URL"];
  const opened = await (url ? openPostgres({ url, connections: 2 }) : openSqlite(where["DATA_DIR"] ?? ""));
  if (!opened.ok) throw new Error(opened.error);
  const { db, close } = opened.value;
  const { head, saved, epoch } = await db.selectFrom("wards").selectAll().executeTakeFirstOrThrow();
  const rows = await db.selectFrom("statements").select("seq").execute();
  await close();
  expect(rows.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
    Array.from({ length: head }, (_, at) => at + 1),
  );
  return { head, saved, epoch };
}

/** Somewhere in the part of it that comes after the start of the program, more often than not. */
const moment = (chance: Chance, whole: number) => whole * (0.35 + 0.65 * chance.next());

const kind = inject("postgres") ? "PostgreSQL" : "SQLite";

test("a backup that is ended at any moment leaves the one before or a whole new one, and `saved` never above it", async () => {
  const { chance, report } = beginProof(`kill -9, backup of ${kind}`);
  const whole = await duration(["backup", file]);
  const kills = amount(5, 50);
  let cut = 0;
  for (let round = 1; round <= kills; round += 1) {
    await grow(FIRST + round);
    if (await killed(["backup", file], moment(chance, whole))) cut += 1;
    const [now, fresh] = [await stateOf(), await placeNamed(`fresh-${round}`)];
    await run(["restore", file], fresh);
    const inside = await stateOf(fresh);
    expect(inside.head).toBeGreaterThanOrEqual(now.saved);
    expect(now.saved).toBeGreaterThan(0);
    await run(["verify", WARD], fresh);
  }
  // The next one clears away what they left.
  await run(["backup", file]);
  expect(readdirSync(dir).filter((name) => name.startsWith("so-tay.tar"))).toEqual(["so-tay.tar"]);
  expect((await stateOf()).saved).toBe((await stateOf()).head);
  report({ kills: cut });
});

test("a restore that is ended at any moment leaves the old store or the new one, whole, and the same command finishes", async () => {
  const { chance, report } = beginProof(`kill -9, restore of ${kind}`);
  await run(["backup", file]);
  const before = await stateOf();
  await grow(FIRST + 4);
  const restore = ["restore", file, "--replace"];
  const whole = await duration(restore);
  const kills = amount(5, 50);
  let cut = 0;
  for (let round = 0; round < kills; round += 1) {
    await grow(FIRST + 4);
    const after = await stateOf();
    expect(after.head).toBeGreaterThan(before.head);
    if (await killed(restore, moment(chance, whole))) cut += 1;
    expect([before.head, after.head]).toContain((await stateOf()).head);
    await run(restore);
    const restored = await stateOf();
    expect(restored.head).toBe(before.head);
    // Phones read again from 0.
    expect([before.epoch, after.epoch]).not.toContain(restored.epoch);
    await run(["verify", WARD]);
    expect(existsSync(join(env["DATA_DIR"] ?? "", "restore.part"))).toBe(false);
  }
  report({ kills: cut });
});
