import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { encodeBase64url } from "../../domain/base64url.ts";
import { isRecord } from "../../domain/jws.ts";
import type { Schema } from "./schema.ts";
import type { Store } from "./store.ts";

/** Epoch and head of a ward, as they are kept beside the store: they may lag behind it, and never lead. */
interface Mark {
  readonly epoch: string;
  readonly head: number;
}

/** What a new epoch takes from outside. */
interface Renewing {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

/**
 * The wards whose log ends before the mark beside the store, or is of another epoch: somebody put an older store in place,
 * and phones must send what it lacks (PROTOCOL.md §3, 'The log').
 */
export async function findOlder(db: Kysely<Schema>, dataDir: string): Promise<readonly string[]> {
  // Read first: another process may write to both meanwhile, and the mark must not lead.
  const marks = await readMarks(dataDir);
  const wards = await db.selectFrom("wards").select(["ward", "epoch", "head"]).execute();
  return wards
    .filter(({ ward, epoch, head }) => {
      const mark = marks.get(ward);
      return mark && (mark.epoch !== epoch || mark.head > head);
    })
    .map(({ ward }) => ward);
}

/** Gives a new epoch to each of these wards. */
export async function renewEpochs(
  db: Kysely<Schema>,
  wards: readonly string[],
  { now, random }: Renewing,
): Promise<void> {
  for (const ward of wards) {
    await db
      .updateTable("wards")
      .set({ epoch: newEpoch(random), epoch_began: now() })
      .where("ward", "=", ward)
      .execute();
  }
}

/** Gives a new epoch to every ward: of a store that was restored on purpose. Returns their slugs. */
export async function renewAllEpochs(db: Kysely<Schema>, renewing: Renewing): Promise<readonly string[]> {
  const rows = await db.selectFrom("wards").select("ward").orderBy("ward").execute();
  const wards = rows.map(({ ward }) => ward);
  await renewEpochs(db, wards, renewing);
  return wards;
}

/** A random id of a store. */
export function newEpoch(random: (bytes: number) => Uint8Array): string {
  return encodeBase64url(random(16));
}

/** Writes the marks beside the store, once all that they tell is `flushed` to the disk; they are there too when it resolves. */
export async function keepMarks(
  { db, flushed = () => undefined }: Pick<Store, "db"> & Partial<Pick<Store, "flushed">>,
  dataDir: string,
): Promise<void> {
  const rows = await db.selectFrom("wards").select(["ward", "epoch", "head"]).orderBy("ward").execute();
  await flushed();
  const marks = Object.fromEntries(
    rows.map(({ ward, epoch, head }): [string, Mark] => [ward, { epoch, head }]),
  );
  // Another process may write its own at the same time.
  const draft = `${pathOf(dataDir)}.${process.pid}`;
  const file = await open(draft, "w", 0o600);
  try {
    await file.writeFile(JSON.stringify(marks));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, pathOf(dataDir));
}

async function readMarks(dataDir: string): Promise<ReadonlyMap<string, Mark>> {
  const text = await readFile(pathOf(dataDir), "utf8").catch(() => "{}");
  const read = parse(text);
  return new Map(
    Object.entries(isRecord(read) ? read : {}).filter((entry): entry is [string, Mark] => isMark(entry[1])),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isMark(value: unknown): value is Mark {
  return isRecord(value) && typeof value["epoch"] === "string" && typeof value["head"] === "number";
}

function pathOf(dataDir: string): string {
  return join(dataDir, "heads.json");
}
