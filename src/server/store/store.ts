import type { Kysely, Transaction } from "kysely";
import type { Schema } from "./schema.ts";

/** An open store, whichever database keeps it. */
export interface Store {
  /** As `GET /api/health` names it. */
  readonly kind: "sqlite" | "postgres";
  readonly db: Kysely<Schema>;
  /** Does one transaction, and resolves when it is committed; rejects where it, or an earlier one's way to the disk, failed. */
  readonly write: Write;
  /** Resolves when whatever this store shows now is on the disk; undefined where it is already. */
  readonly flushed: () => Promise<void> | undefined;
  /** Clears away what the store still keeps of what was erased, beside the rows that are read. */
  readonly scrub: () => Promise<void>;
  readonly news: News;
  readonly close: () => Promise<void>;
}

export type Write = <Outcome>(
  work: (transaction: Transaction<Schema>) => Promise<Outcome>,
) => Promise<Written<Outcome>>;

/** What a transaction came to. */
export interface Written<Outcome> {
  readonly outcome: Outcome;
  /** Resolves when what it wrote is on the disk, and all that it read; undefined where that is so already. Rejects where it may be lost. */
  readonly lasting: Promise<void> | undefined;
}

/** Writes where a commit is on the disk when it is done. */
export function writeAtOnce(db: Kysely<Schema>): Write {
  return async (work) => ({ outcome: await db.transaction().execute(work), lasting: undefined });
}

/** What the processes that work on one store let each other know. */
export interface News {
  /** Whether another process may have committed since this was asked last; cheap enough for several times a second. */
  readonly othersWrote: () => Promise<boolean>;
  /** Tells the others of a commit of this process. */
  readonly tellOthers: () => void;
  readonly close: () => Promise<void>;
}

/** Hears, once and after a moment, that whoever opens a store or makes a backup waits for another program. */
export type TellWait = (what: "turn" | "store") => void;

/** The moment: who waits no longer than this is told nothing. */
export const SILENT_WAIT_MILLISECONDS = 1_000;

/**
 * Why a store does not open: `not-writable` (the folder, the file, or what the database lets this program do), `not-a-store`
 * (it is something else, or damaged), `newer` (a later version of this program made it), `full` (no space left), `busy`
 * (another program holds it), `behind` (it ends before what was noted beside it), and of a database server alone
 * `unreachable`, `no-entry` (it knows no such database, name or password) and `too-old`.
 */
export type StoreError =
  | "not-writable"
  | "not-a-store"
  | "newer"
  | "full"
  | "busy"
  | "behind"
  | "unreachable"
  | "no-entry"
  | "too-old";
