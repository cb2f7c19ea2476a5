import type { Kysely } from "kysely";
import { ok, type Result } from "../domain/result.ts";
import { createAcceptor, type Acceptor } from "./accept.ts";
import { createKeyRing, type KeyRing } from "./keys.ts";
import { keepMarks, renewEpochs } from "./store/epochs.ts";
import type { Schema } from "./store/schema.ts";
import { openSqlite, type StoreError } from "./store/sqlite.ts";

/** The store, its one door and the ward keys, put together: what the server and every command work on. */
export interface Station {
  readonly db: Kysely<Schema>;
  readonly acceptor: Acceptor;
  readonly keys: KeyRing;
  readonly dataDir: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  /** Wards whose store was found older than it had been, and that have a new epoch therefore. */
  readonly renewed: readonly string[];
  /** Calls the listener after every commit of this process. */
  readonly onCommit: (listener: (ward: string, head: number) => void) => void;
  /** Finishes what is being written, and closes. */
  readonly close: () => Promise<void>;
}

interface Parts {
  readonly dataDir: string;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

/** Opens the store of a folder. Commands may work on it while the server runs. */
export async function openStation({ dataDir, now, random }: Parts): Promise<Result<Station, StoreError>> {
  const opened = await openSqlite(dataDir);
  if (!opened.ok) return opened;
  const { db, close } = opened.value;
  const renewed = await renewEpochs(db, dataDir, random);
  const marks = createMarkKeeper(() => keepMarks(db, dataDir));
  const listeners: ((ward: string, head: number) => void)[] = [];
  const acceptor = createAcceptor({
    db,
    now,
    onCommit: (ward, head) => {
      marks.touch();
      for (const listener of listeners) listener(ward, head);
    },
  });
  return ok({
    db,
    acceptor,
    dataDir,
    now,
    random,
    renewed,
    keys: createKeyRing(dataDir),
    onCommit: (listener) => listeners.push(listener),
    async close() {
      await acceptor.settle();
      await marks.finish();
      await close();
    },
  });
}

/** Keeps the marks a moment after the last commit, and once more at the end. */
function createMarkKeeper(keep: () => Promise<void>) {
  let timer: NodeJS.Timeout | null = null;
  let writing = Promise.resolve();

  function write(): Promise<void> {
    timer = null;
    // Marks may lag: one that cannot be written now is written with the next commit.
    writing = writing.then(keep).catch(() => undefined);
    return writing;
  }

  return {
    touch() {
      timer ??= setTimeout(() => void write(), MARK_MILLISECONDS);
    },
    finish() {
      if (timer) clearTimeout(timer);
      return write();
    },
  };
}

const MARK_MILLISECONDS = 1000;
