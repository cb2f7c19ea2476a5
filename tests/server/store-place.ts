import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";

import { openPostgres } from "../../src/server/store/postgres.ts";
import type { Access } from "../../src/server/store/postgres-pool.ts";
import { openSqlite } from "../../src/server/store/sqlite.ts";
import type { Store } from "../../src/server/store/store.ts";

/** Where one test's store lives: a folder, and a database of its own where the suite runs on PostgreSQL. */
export interface StorePlace {
  readonly dataDir: string;
  readonly database: Access | null;
  readonly kind: Store["kind"];
  readonly open: () => Promise<Store>;
  /** Takes away the folder and the database, and whatever is still connected to it. */
  readonly remove: () => Promise<void>;
}

/** A new and empty place for a store. */
export async function makeStorePlace(): Promise<StorePlace> {
  const dataDir = mkdtempSync(join(tmpdir(), "so-tay-store-"));
  const server = inject("postgres");
  const made = server === "" ? null : await makeDatabase(server);
  const database = made && { url: made.url, connections: 5 };
  return {
    dataDir,
    database,
    kind: database ? "postgres" : "sqlite",
    async open() {
      const opened = await (database ? openPostgres(database) : openSqlite(dataDir));
      if (!opened.ok) throw new Error(opened.error);
      return opened.value;
    },
    async remove() {
      await made?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

let databases = 0;

async function makeDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  databases += 1;
  const name = `t_${process.pid}_${databases}`;
  await query(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = name;
  return { url: url.href, drop: () => query(server, `drop database ${name} with (force)`) };
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
