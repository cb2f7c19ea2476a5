import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { Kysely } from "kysely";
import { isRecord } from "../../domain/jws.ts";
import type { CountedHousehold } from "../../domain/ward/totals.ts";
import type { WardRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";
import type { Store } from "../store/store.ts";

/** A ward's households as they were counted at a number of its log. */
export interface KeptCount {
  readonly head: number;
  /** By the household, or by the one that stands for it. */
  readonly households: ReadonlyMap<string, CountedHousehold>;
}

/** What was counted, kept beside the store: a server that starts counts only what was said since. No personal field. */
export interface KeptCounts {
  /** The last that was kept of a ward; null where there is none, or none of this log and this version. */
  readonly read: (ward: WardRow) => Promise<KeptCount | null>;
  /** Keeps a count in the place of the one before, once what it was counted from is on the disk. */
  readonly keep: (ward: WardRow, count: KeptCount) => Promise<void>;
}

interface Parts {
  readonly db: Kysely<Schema>;
  readonly dataDir: string;
  readonly flushed: Store["flushed"];
  /** Another version may count otherwise. */
  readonly version: string;
}

/**
 * Counts lie in `<dataDir>/counts/<ward>.ndjson`: a line that tells what they were counted from, then households, some on each
 * line. Whoever deletes them loses a few seconds.
 */
export function createKeptCounts({ db, dataDir, flushed, version }: Parts): KeptCounts {
  const folder = join(dataDir, "counts");
  const pathOf = (ward: string) => join(folder, `${ward}.ndjson`);

  /** The statement that stands at a number: the log of a store that was put back by hand may go on otherwise under one epoch. */
  async function lastOf(ward: string, head: number): Promise<string | null> {
    const row = await db
      .selectFrom("statements")
      .select("jti")
      .where("ward", "=", ward)
      .where("seq", "=", head)
      .executeTakeFirst();
    return row?.jti ?? null;
  }

  return {
    async read({ ward, epoch, head }) {
      const lines = (await readFile(pathOf(ward), "utf8").catch(() => "")).split("\n");
      const of = parse(lines[0] ?? "");
      if (!isRecord(of) || of["version"] !== version || of["epoch"] !== epoch) return null;
      const at = of["head"];
      if (typeof at !== "number" || at > head || of["last"] !== (await lastOf(ward, at))) return null;
      const households = new Map<string, CountedHousehold>();
      for (const line of lines.slice(1, -1)) {
        for (const [id, one] of JSON.parse(line) as Line) households.set(id, one);
        // Others get their turn.
        await setImmediate();
      }
      return households.size === of["households"] ? { head: at, households } : null;
    },

    async keep({ ward, epoch }, { head, households }) {
      const of = { version, epoch, head, last: await lastOf(ward, head), households: households.size };
      await flushed();
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // Another process may write its own at the same time.
      const draft = `${pathOf(ward)}.${process.pid}`;
      const file = await open(draft, "w", 0o600);
      try {
        await file.write(`${JSON.stringify(of)}\n`);
        const all: Line = [...households];
        for (let from = 0; from < all.length; from += A_LINE)
          await file.write(`${JSON.stringify(all.slice(from, from + A_LINE))}\n`);
      } finally {
        await file.close();
      }
      await rename(draft, pathOf(ward));
    },
  };
}

type Line = readonly (readonly [household: string, counted: CountedHousehold])[];

/** Households on a line: read without holding up a call. */
const A_LINE = 1_000;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
