import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { IntervalHistogram } from "node:perf_hooks";
import { sql, type Kysely } from "kysely";
import { createKeyRing } from "../keys/keys.ts";
import { isKeyHere } from "../keys/settle-keys.ts";
import { doubtClock } from "../log/clock-doubt.ts";
import type { Schema } from "../store/schema.ts";
import type { Store } from "../store/store.ts";
import type { Metric, Sample } from "./exposition.ts";

/** What is asked for the state of the moment. */
export interface Asked {
  readonly db: Kysely<Schema>;
  readonly store: Store["kind"];
  readonly dataDir: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How many pulls wait. */
  readonly waiting: () => number;
  /** In nanoseconds. */
  readonly loopDelay: IntervalHistogram;
}

/** How the server stands now: each ward's log, who waits, the store's size, and whether the process keeps up. */
export async function readState({
  db,
  store,
  dataDir,
  now: readClock,
  waiting,
  loopDelay,
}: Asked): Promise<readonly Metric[]> {
  const wards = await db.selectFrom("wards").select(["ward", "head", "saved"]).orderBy("ward").execute();
  const held = await db
    .selectFrom("held")
    .select(({ fn }) => ["ward" as const, fn.countAll<number>().as("count")])
    .groupBy("ward")
    .execute();
  const waits = new Map(held.map(({ ward, count }) => [ward, Number(count)]));
  const ofWards = (value: (row: (typeof wards)[number]) => number): Sample[] =>
    wards.map((row) => ({ labels: { ward: row.ward }, value: value(row) }));
  const keys = createKeyRing(dataDir);
  const keysHere: Sample[] = [];
  for (const { ward } of wards) {
    // A key file that cannot be read is as good as none, and must not keep all else from being told.
    const isHere = await isKeyHere({ db, keys }, ward).catch(() => false);
    keysHere.push({ labels: { ward }, value: Number(isHere) });
  }
  const now = (value: number): Sample[] => [{ labels: {}, value }];
  const metrics = [
    gauge(
      "so_tay_head",
      "Statements in the log of a ward.",
      ofWards(({ head }) => head),
    ),
    gauge(
      "so_tay_saved",
      "Highest number in a finished backup.",
      ofWards(({ saved }) => saved),
    ),
    gauge(
      "so_tay_held",
      "Statements that wait.",
      ofWards(({ ward }) => waits.get(ward) ?? 0),
    ),
    gauge(
      "so_tay_ward_key_here",
      "Whether this process has the key by which a ward speaks: 0, and it enrols nobody.",
      keysHere,
    ),
    gauge("so_tay_waiting_pulls", "Pulls that wait for something new.", now(waiting())),
    gauge(
      "so_tay_store_bytes",
      "Size of the store on the disk.",
      now(await (store === "postgres" ? databaseSize(db) : fileSize(dataDir))),
    ),
    gauge(
      "so_tay_clock_off_seconds",
      "By how much the clock of the machine is probably fast, below 0 slow; 0 where nothing tells so.",
      now((await doubtClock(db, readClock()))?.off ?? 0),
    ),
    gauge("so_tay_memory_bytes", "Resident memory of the process.", now(process.memoryUsage.rss())),
    gauge("so_tay_event_loop_delay_seconds", "Delay of the event loop since the last time asked.", [
      { labels: { quantile: "0.5" }, value: loopDelay.percentile(50) / 1e9 },
      { labels: { quantile: "0.99" }, value: loopDelay.percentile(99) / 1e9 },
    ]),
  ];
  loopDelay.reset();
  return metrics;
}

function gauge(name: string, help: string, samples: readonly Sample[]): Metric {
  return { name, help, type: "gauge", samples };
}

/** Bytes of the whole database that the store is in. */
async function databaseSize(db: Kysely<Schema>): Promise<number> {
  const size = sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`;
  return (await size.execute(db)).rows[0]?.bytes ?? 0;
}

/** Bytes of SQLite's file with its write-ahead log. */
async function fileSize(dataDir: string): Promise<number> {
  const files = ["so-tay.sqlite", "so-tay.sqlite-wal"].map((name) => join(dataDir, name));
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
