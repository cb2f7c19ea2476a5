import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate, setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";

import { runCli } from "../../src/server/cli.ts";
import type { Chance } from "../../src/server/demo/chance.ts";
import { createKeyRing, type WardKeys } from "../../src/server/keys/keys.ts";
import { openStation } from "../../src/server/station.ts";
import { openPostgres } from "../../src/server/store/postgres.ts";
import { openSqlite } from "../../src/server/store/sqlite.ts";
import { amount, beginProof } from "../faults/proof.ts";
import { jpeg, nameOf } from "./photos.ts";
import { newId } from "./speaker.ts";

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
  await addPhotos(8);
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

/** Photos of 600 kB each, so that there is work to be ended in. */
async function addPhotos(count: number): Promise<void> {
  const url = env["DATABASE_URL"];
  const database = url ? { url, connections: 2 } : null;
  const random = (bytes: number) => new Uint8Array(randomBytes(bytes));
  const opened = await openStation({ dataDir: env["DATA_DIR"] ?? "", database, now: Date.now, random });
  if (!opened.ok) throw new Error(opened.error);
  const { db, attachments, close } = opened.value;
  for (let at = 0; at < count; at += 1) {
    const photo = jpeg(600_000);
    await attachments.put(WARD, nameOf(photo), photo);
    await db
      .insertInto("attachment_names")
      .values({ ward: WARD, sha256: nameOf(photo), jti: newId() })
      .execute();
  }
  await close();
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

/** The keys of the ward as they lie there. */
async function keysHere(): Promise<WardKeys> {
  const found = await createKeyRing(env["DATA_DIR"] ?? "").find(WARD);
  if (!found) throw new Error("no keys");
  return found;
}

/** How long the work of a command takes, from when its stage is there; throws where it fails. */
async function duration(args: readonly string[], stage: string): Promise<number> {
  const child = start(args);
  const ended = once(child, "exit");
  await appears(stage, child);
  const began = performance.now();
  const [code] = await ended;
  if (code !== 0) throw new Error(`so-tay ${args.join(" ")}: exit ${code}`);
  return performance.now() - began;
}

/** Where a command shows what it does: its stage, and the file that it puts in place at the end. */
interface Work {
  readonly stage: string;
  readonly target: string;
  /** Milliseconds that it takes. */
  readonly whole: number;
}

/** Starts a command and ends it at any moment of its work, or at the one when its target changes, unless it has come to its end. */
async function killed(
  args: readonly string[],
  { stage, target, whole }: Work,
  chance: Chance,
): Promise<boolean> {
  const before = identityOf(target);
  const child = start(args);
  const ended = once(child, "exit");
  await appears(stage, child);
  if (chance.falls(0.5)) {
    while (identityOf(target) === before && child.exitCode === null) await setImmediate();
  } else await Promise.race([ended, pause(whole * chance.next())]);
  if (child.exitCode !== null) return false;
  process.kill(-(child.pid ?? 0), "SIGKILL");
  await ended;
  return true;
}

function identityOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.ino} ${found.size}` : "";
}

/** Each command makes everything ready in a folder of its own first. */
async function appears(stage: string, child: ChildProcess): Promise<void> {
  while (!existsSync(stage) && child.exitCode === null) await pause(1);
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

// The long form dumps and restores a database of PostgreSQL fifty times, each in a process of its own.
vi.setConfig({ testTimeout: amount(60_000, 1_800_000) });

const kind = inject("postgres") ? "PostgreSQL" : "SQLite";

test("a backup that is ended at any moment leaves the one before or a whole new one, and `saved` never above it", async () => {
  const { chance, report } = beginProof(`kill -9, backup of ${kind}`);
  const stage = `${file}.part`;
  const whole = await duration(["backup", file], stage);
  const kills = amount(5, 50);
  let cut = 0;
  for (let round = 1; round <= kills; round += 1) {
    await grow(FIRST + round);
    if (await killed(["backup", file], { stage, target: file, whole }, chance)) cut += 1;
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
  const stage = join(env["DATA_DIR"] ?? "", "restore.part");
  // With PostgreSQL the last thing of all is what is noted beside it.
  const target = join(env["DATA_DIR"] ?? "", env["DATABASE_URL"] ? "heads.json" : "so-tay.sqlite");
  const whole = await duration(restore, stage);
  const kills = amount(5, 50);
  let cut = 0;
  for (let round = 0; round < kills; round += 1) {
    await grow(FIRST + 4);
    const after = await stateOf();
    expect(after.head).toBeGreaterThan(before.head);
    if (await killed(restore, { stage, target, whole }, chance)) cut += 1;
    expect([before.head, after.head]).toContain((await stateOf()).head);
    await run(restore);
    const restored = await stateOf();
    expect(restored.head).toBe(before.head);
    // Phones read again from 0.
    expect([before.epoch, after.epoch]).not.toContain(restored.epoch);
    await run(["verify", WARD]);
    expect(existsSync(stage)).toBe(false);
  }
  report({ kills: cut });
});

test("a change of the ward's key that is ended at any moment leaves one key that speaks, and the same command finishes", async () => {
  const { chance, report } = beginProof(`kill -9, rekey on ${kind}`);
  const [folder, rekey] = [env["DATA_DIR"] ?? "", ["rekey", WARD]];
  const target = join(folder, "keys", `${WARD}.json`);
  // Taken before anything else is done.
  const stage = join(folder, "backup.lock");
  const whole = await duration(rekey, stage);
  const kills = amount(8, 80);
  let cut = 0;
  for (let round = 1; round <= kills; round += 1) {
    rmSync(stage, { force: true });
    const before = await keysHere();
    if (await killed(rekey, { stage, target, whole }, chance)) cut += 1;
    const { next } = await keysHere();
    // Whichever it is, the ward speaks.
    await grow(FIRST + round);
    await run(["verify", WARD]);
    await run(rekey);
    const after = await keysHere();
    expect(after.next).toBeNull();
    expect(after.signer.kid).toBe(next?.signer.kid ?? after.signer.kid);
    expect(after.signer.kid).not.toBe(before.signer.kid);
    await grow(FIRST + kills + round);
    await run(["verify", WARD]);
  }
  expect(readdirSync(join(folder, "keys"))).toEqual([`${WARD}.json`]);
  report({ kills: cut });
});
