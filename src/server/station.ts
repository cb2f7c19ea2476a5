import type { Kysely } from "kysely";
import { err, ok, type Result } from "../domain/result.ts";
import { createAcceptor, type Acceptor } from "./accept.ts";
import { awaitUnnamed, sweepAttachments, type Attachments } from "./attachments.ts";
import { createKeyRing, type KeyRing } from "./keys/keys.ts";
import { createAttachmentFolder } from "./store/attachment-folder.ts";
import { createAttachmentTable } from "./store/attachment-table.ts";
import type { AttachmentStore } from "./store/attachments.ts";
import { findOlder, keepMarks, renewEpochs } from "./store/epochs.ts";
import type { LogEnd } from "./store/log-ends.ts";
import type { Access } from "./store/postgres-pool.ts";
import type { Schema } from "./store/schema.ts";
import { openSqlite } from "./store/sqlite.ts";
import type { Store, StoreError, TellWait } from "./store/store.ts";

/** The store, its one door and the ward keys, put together: what the server and every command work on. */
export interface Station {
  readonly db: Kysely<Schema>;
  readonly store: Store["kind"];
  /** Whether another process may have committed since this was asked last. */
  readonly othersWrote: () => Promise<boolean>;
  /** Resolves when whatever the store shows now is on the disk; undefined where it is already. */
  readonly flushed: Store["flushed"];
  readonly acceptor: Acceptor;
  readonly keys: KeyRing;
  readonly attachments: AttachmentStore;
  readonly dataDir: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Wards whose store was found older than it had been, and that have a new epoch therefore. */
  readonly renewed: readonly string[];
  /**
   * Whether the database has fallen back beneath this process, to a copy that lagged: until `restore` has renewed the epochs
   * nothing may be read from it, nor numbered anew.
   */
  readonly isBehind: () => boolean;
  /** Calls the listener when that is found out. */
  readonly onBehind: (listener: () => void) => void;
  /** Calls the listener after every commit of this process. */
  readonly onCommit: (listener: (ward: string, head: number) => void) => void;
  /** Hears what work on this station waits for. */
  readonly tellWait: TellWait | undefined;
  /** Finishes what is being written, and closes. */
  readonly close: () => Promise<void>;
}

interface Parts {
  readonly dataDir: string;
  /** The database that keeps the wards; without one it is SQLite in `dataDir`. */
  readonly database?: Access | null;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly tellWait?: TellWait;
}

/** Opens the store. Commands may work on it while servers run. */
export async function openStation(parts: Parts): Promise<Result<Station, StoreError>> {
  const { dataDir, database, now, random, tellWait } = parts;
  const opened = database
    ? await (await import("./store/postgres.ts")).openPostgres(database, tellWait)
    : await openSqlite(dataDir, tellWait);
  if (!opened.ok) return opened;
  const { kind, db, write, flushed, news, scrub, close } = opened.value;
  const areOthers = kind === "postgres";
  const renewed = await findOlder(db, dataDir, { areOthers });
  if (kind === "postgres" && renewed.length > 0) {
    await close();
    return err("behind");
  }
  const attachments =
    kind === "postgres" ? createAttachmentTable(db) : createAttachmentFolder({ dataDir, now, random });
  async function beginAnew(wards: readonly string[]): Promise<void> {
    await renewEpochs(db, wards, { now, random });
    // Before the marks: cut off between, the next process begins anew once more.
    for (const ward of wards) await awaitUnnamed({ db, attachments }, ward);
  }
  await beginAnew(renewed);
  // A process that only reads must know what it has seen, too; where it cannot be noted now it is after the next commit.
  await keepMarks({ db, flushed }, dataDir).catch(() => undefined);
  // What an erasure had reached when the last process was killed over it.
  await dropErased({ db, attachments }, now());
  let scrubbed = 0;
  async function clearErased(): Promise<void> {
    const count = await countErasures(db);
    if (count <= scrubbed) return;
    await dropErased({ db, attachments }, now());
    await scrub();
    scrubbed = count;
  }
  let isBehind = false;
  const behindListeners: (() => void)[] = [];
  /** Of logs that end before what was told of them: what may not be noted yet. */
  const lost: LogEnd[] = [];
  async function noteMarks(): Promise<void> {
    const told = [...lost];
    if (told.length > 0) await keepMarks({ db, flushed }, dataDir, told);
    lost.splice(0, told.length);
    const older = await findOlder(db, dataDir, { areOthers });
    const wasBehind = isBehind;
    isBehind = kind === "postgres" && older.length > 0;
    if (isBehind && !wasBehind) for (const listener of behindListeners) listener();
    // Looked at again until somebody has renewed the epochs.
    if (isBehind) throw new Error("the database is behind what was noted beside it");
    await beginAnew(older);
    await keepMarks({ db, flushed }, dataDir);
  }
  // Neither waits for the other: a folder that cannot be written must not keep what was erased.
  const afterwards = createAfterwards([clearErased, noteMarks]);
  if ((await countErasures(db)) > 0) afterwards.touch();
  // Who only reads must find out as well that the database fell back, and that somebody has renewed the epochs.
  const watch = areOthers ? setInterval(afterwards.touch, WATCH_MILLISECONDS).unref() : undefined;
  const listeners: ((ward: string, head: number) => void)[] = [];
  function onBehind(told: LogEnd): void {
    lost.push(told);
    afterwards.touch();
  }
  const keys = createKeyRing(dataDir);
  const acceptor = createAcceptor({
    db,
    write,
    now,
    isOurs: keys.isOurs,
    ...(database ? { lanes: lanesOf(database), onBehind } : {}),
    onCommit: (ward, head) => {
      afterwards.touch();
      news.tellOthers();
      for (const listener of listeners) listener(ward, head);
    },
  });
  return ok({
    db,
    store: kind,
    othersWrote: news.othersWrote,
    flushed,
    acceptor,
    attachments,
    dataDir,
    now,
    random,
    renewed,
    isBehind: () => isBehind,
    onBehind: (listener) => behindListeners.push(listener),
    keys,
    tellWait,
    onCommit: (listener) => listeners.push(listener),
    async close() {
      clearInterval(watch);
      await acceptor.settle();
      await afterwards.finish();
      await close();
    },
  });
}

/** A database server writes several wards at once; connections must be left for those who read. */
function lanesOf({ connections }: Access) {
  return { most: Math.max(1, connections - 2), nameOf: (ward: string) => ward };
}

/** Does what may lag behind the log: a moment after a commit, and once more at the end. */
function createAfterwards(works: readonly (() => Promise<void>)[]) {
  let timer: NodeJS.Timeout | null = null;
  let working = Promise.resolve();
  let isOver = false;

  async function work(): Promise<void> {
    const done = await Promise.allSettled(works.map((one) => one()));
    // What cannot be done now, as while somebody reads what is to go, is tried again.
    if (!isOver && done.some(({ status }) => status === "rejected")) touch();
  }

  function touch(): void {
    timer ??= setTimeout(() => void run(), LAG_MILLISECONDS);
  }

  function run(): Promise<void> {
    timer = null;
    working = working.then(work);
    return working;
  }

  return {
    touch,
    finish() {
      isOver = true;
      if (timer) clearTimeout(timer);
      return run();
    },
  };
}

async function countErasures(db: Kysely<Schema>): Promise<number> {
  const { count } = await db
    .selectFrom("erasures")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function dropErased(parts: Attachments, now: number): Promise<void> {
  const wards = await parts.db.selectFrom("erasures").select("ward").distinct().execute();
  for (const { ward } of wards) await sweepAttachments(parts, ward, now);
}

const LAG_MILLISECONDS = 1000;
const WATCH_MILLISECONDS = 5000;
