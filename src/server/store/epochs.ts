import { open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { encodeBase64url } from "../../domain/base64url.ts";
import { isRecord } from "../../domain/jws.ts";
import type { LogEnd } from "./log-ends.ts";
import type { Schema } from "./schema.ts";
import type { Store } from "./store.ts";

/** Epoch and head of a ward, as they are kept beside the store: they may lag behind it, and never lead. */
interface Mark {
  readonly epoch: string;
  readonly head: number;
  /**
   * Id of the statement that has this number: another one has it where the store fell back and its numbers were given again.
   * None of an empty log, and where nobody noted it.
   */
  readonly last?: string;
  /** When its epoch began, in milliseconds since 1970; 0 where the store was never restored. None where nobody noted it. */
  readonly began?: number;
}

/** What a new epoch takes from outside. */
interface Renewing {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

/**
 * The wards whose log ends before the mark beside the store, has another statement there, or is of another epoch: somebody
 * put an older store in place, or the database went over to a copy that lagged, and phones must send what it lacks
 * (PROTOCOL.md §3, 'The log'). Where others work on the store with marks of their own (`areOthers`), one of them may have
 * renewed the epochs: a later epoch is good then.
 */
export async function findOlder(
  db: Kysely<Schema>,
  dataDir: string,
  { areOthers }: { readonly areOthers: boolean },
): Promise<readonly string[]> {
  // Read first: another process may write to both meanwhile, and the mark must not lead.
  const marks = await readMarks(dataDir);
  const older: string[] = [];
  for (const { ward, ...now } of await readNow(db)) {
    const mark = marks.get(ward);
    if (mark && areOthers && isLaterEpoch(now, mark)) continue;
    if (mark && (isBefore(now, mark) || !(await holds(db, ward, now, mark)))) older.push(ward);
  }
  return older;
}

function isBefore(now: Mark, mark: Mark): boolean {
  return mark.epoch !== now.epoch || mark.head > now.head;
}

/** Epochs of a database are renewed on purpose alone, and one that it fell back to began before. */
function isLaterEpoch(now: Mark, mark: Mark): boolean {
  return mark.epoch !== now.epoch && mark.began !== undefined && (now.began ?? 0) > mark.began;
}

/** Whether the statement that was the last at the mark has its number still. */
async function holds(db: Kysely<Schema>, ward: string, now: Mark, { head, last }: Mark): Promise<boolean> {
  if (last === undefined || last === now.last) return true;
  const rows = db.selectFrom("statements").select("jti").where("ward", "=", ward);
  return (await rows.where("seq", "=", head).executeTakeFirst())?.jti === last;
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

/**
 * Writes the marks beside the store, once all that they tell is `flushed` to the disk; they are there too when it resolves.
 * Within an epoch a mark never goes down, and what a process has `told` of a log counts as well: else nobody would find out
 * later that the store fell back.
 */
export async function keepMarks(
  { db, flushed = () => undefined }: Pick<Store, "db"> & Partial<Pick<Store, "flushed">>,
  dataDir: string,
  told: readonly LogEnd[] = [],
): Promise<void> {
  const rows = await readNow(db);
  await flushed();
  const before = await readMarks(dataDir);
  const marks = Object.fromEntries(
    rows.map(({ ward, ...now }): [string, Mark] => {
      const others = [before.get(ward), told.find((end) => end.ward === ward)];
      return [ward, others.reduce<Mark>((mark, other) => further(mark, other), now)];
    }),
  );
  const text = JSON.stringify(marks);
  // Looked at every few seconds, and mostly as it was.
  if (text === (await readFile(pathOf(dataDir), "utf8").catch(() => ""))) return;
  // Another process may write its own at the same time.
  const draft = `${pathOf(dataDir)}.${process.pid}`;
  const file = await open(draft, "w", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, pathOf(dataDir));
}

/** Where each log ends. */
async function readNow(db: Kysely<Schema>): Promise<readonly (Mark & { readonly ward: string })[]> {
  const rows = await db
    .selectFrom("wards as w")
    .leftJoin("statements as s", (on) => on.onRef("s.ward", "=", "w.ward").onRef("s.seq", "=", "w.head"))
    .select(["w.ward", "w.epoch", "w.head", "w.epoch_began as began", "s.jti"])
    .orderBy("w.ward")
    .execute();
  return rows.map(({ jti, ...end }) => (jti === null ? end : { ...end, last: jti }));
}

/** The later one of two marks of one epoch; of two epochs the first. */
function further(mark: Mark, other: Mark | undefined): Mark {
  if (other?.epoch !== mark.epoch || other.head <= mark.head) return mark;
  const { last: _last, ...rest } = mark;
  const { head, last } = other;
  return { ...rest, head, ...(last === undefined ? {} : { last }) };
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
  if (!isRecord(value)) return false;
  const { epoch, head, last, began } = value;
  return (
    typeof epoch === "string" &&
    typeof head === "number" &&
    (last === undefined || typeof last === "string") &&
    (began === undefined || typeof began === "number")
  );
}

function pathOf(dataDir: string): string {
  return join(dataDir, "heads.json");
}
