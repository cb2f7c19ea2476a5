import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";

import { openSqlite } from "../../../src/server/store/sqlite.ts";
import type { Store } from "../../../src/server/store/store.ts";

let dir: string;
let store: Store;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "so-tay-files-"));
  // As somebody made it who thought of nothing.
  chmodSync(dir, 0o755);
  const opened = await openSqlite(dir);
  if (!opened.ok) throw new Error(opened.error);
  store = opened.value;
});
afterEach(async () => {
  await store.close();
  rmSync(dir, { recursive: true, force: true });
});

const ward = (name: string) => ({ ward: name, epoch: "e", head: 0, saved: 0, signed: 0 });

test("are for their owner alone, in whatever folder", async () => {
  await store.db.insertInto("wards").values(ward("a")).execute();
  for (const name of readdirSync(dir))
    expect([name, statSync(join(dir, name)).mode & 0o777]).toEqual([name, 0o600]);
});

test("keep what was erased no longer than a reader needs them", async () => {
  const log = join(dir, "so-tay.sqlite-wal");
  const reader = new Database(join(dir, "so-tay.sqlite"), { readonly: true });
  reader.exec("begin");
  reader.prepare("select count(*) from wards").get();
  await store.db.insertInto("wards").values(ward("a")).execute();
  // Not waited for: everybody else would wait along.
  await expect(store.scrub()).rejects.toThrow("being read");
  expect(statSync(log).size).toBeGreaterThan(0);
  reader.close();
  await store.scrub();
  expect(statSync(log).size).toBe(0);
});
