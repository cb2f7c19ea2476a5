import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject } from "vitest";

import type { Access } from "../../src/server/store/postgres-pool.ts";
import { openPostgres } from "../../src/server/store/postgres.ts";
import { openSqlite } from "../../src/server/store/sqlite.ts";
import type { Store } from "../../src/server/store/store.ts";

/** Where one test's store lives: a folder, and a schema of its own where the suite runs on PostgreSQL. */
export interface StorePlace {
  readonly dataDir: string;
  readonly database: Access | null;
  readonly kind: Store["kind"];
  readonly open: () => Promise<Store>;
  /** Takes away the folder and the schema. */
  readonly remove: () => Promise<void>;
}

/** A new and empty place for a store; its folder is made here unless one is named. */
export async function makeStorePlace(
  dataDir = mkdtempSync(join(tmpdir(), "so-tay-store-")),
): Promise<StorePlace> {
  const server = inject("postgres");
  const made = server ? await makeSchema(server) : null;
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

let schemas = 0;

/** A schema is as good as a database here, and made in a hundredth of the time. */
async function makeSchema(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  schemas += 1;
  const name = `t_${process.pid}_${schemas}`;
  await query(server, `create schema ${name}`);
  const url = new URL(server);
  url.searchParams.set("options", `-c search_path=${name}`);
  return { url: url.href, drop: () => query(server, `drop schema ${name} cascade`) };
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
