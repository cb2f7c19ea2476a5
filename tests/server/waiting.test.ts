import { randomBytes } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";

import { runCli } from "../../src/server/cli.ts";
import { takeTurn } from "../../src/server/store/take-turn.ts";
import { createCommandLine, type CommandLine } from "./command-line.ts";

let cli: CommandLine;
beforeEach(async () => {
  cli = await createCommandLine();
  await cli.run(["init", "thu"]);
});
afterEach(() => cli.remove());

test.each([
  ["backup", (dir: string) => ["backup", join(dir, "so-tay.tar")]],
  ["rekey", () => ["rekey", "thu"]],
  ["restore", (dir: string) => ["restore", join(dir, "none.tar")]],
])("%s says that it waits for another one, and goes on then", async (_name, args) => {
  const release = await takeTurn(join(cli.place.dataDir, "backup.lock"));
  const { err } = await runUntil(args(cli.dir), "Đang chờ một lệnh backup, restore hoặc rekey khác", release);
  expect(err.filter((line) => line.startsWith("Đang chờ"))).toHaveLength(1);
});

test("any command says that it waits for whoever writes into the store, or makes its tables ready", async () => {
  const release = await holdStore();
  const { code } = await runUntil(["verify", "thu"], "Đang chờ chương trình khác", release);
  expect(code).toBe(0);
});

test("says nothing where nobody is waited for", async () => {
  const { err } = await cli.run(["backup", join(cli.dir, "so-tay.tar")]);
  expect(err).not.toContain("Đang chờ");
});

/** Runs a command that somebody keeps waiting, and lets it go on once it has said these words. */
async function runUntil(args: readonly string[], words: string, release: () => void) {
  const { dataDir, database } = cli.place;
  const err: string[] = [];
  const hopeless = setTimeout(release, 5_000);
  const code = await runCli(args, {
    env: { DATA_DIR: dataDir, ...(database ? { DATABASE_URL: database.url } : {}) },
    out: () => undefined,
    err: (line) => {
      err.push(line);
      if (line.startsWith(words)) release();
    },
    now: Date.now,
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    webRoot: join(cli.dir, "web"),
    version: "0.0.0-test",
    asked: Promise.resolve(),
  });
  clearTimeout(hopeless);
  expect(err).toContainEqual(expect.stringMatching(`^${words}`));
  return { code, err };
}

/** As an import that is at work, or a newer version that brings the tables up to its own. */
async function holdStore(): Promise<() => void> {
  const { dataDir, database } = cli.place;
  if (!database) {
    const store = new Database(join(dataDir, "so-tay.sqlite"));
    store.exec("begin immediate");
    return () => void store.close();
  }
  const client = new pg.Client(database.url);
  await client.connect();
  await client.query("select pg_advisory_lock(20261118)");
  return () => void client.end();
}
