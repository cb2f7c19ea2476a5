import type { Kysely } from "kysely";
import { err, type Result } from "../domain/result.ts";
import type { Statement } from "../domain/statement.ts";
import type { PushAnswer } from "../wire/answers.ts";
import { createChecker, readStatement } from "./check/check.ts";
import { namedKey } from "./check/key-file.ts";
import { createKeyFinder } from "./gate/device-keys.ts";
import { keysOf } from "./gate/keys-of.ts";
import { judgePushes, type Push, type PushRefusal } from "./judge/judge-pushes.ts";
import type { LogEnd } from "./store/log-ends.ts";
import type { Schema } from "./store/schema.ts";
import { StoreBehind, storeFailure } from "./store/store-failure.ts";
import { writeAtOnce, type Write } from "./store/store.ts";
import { createLanes } from "./turns/lanes.ts";

/** The one door of the server: checks, judges, numbers and keeps statements. */
export interface Acceptor {
  /**
   * Judges what came and appends what is accepted; the answer comes after the commit that made it durable. Verdicts are
   * in the order of the texts.
   */
  readonly push: (
    ward: string,
    texts: readonly string[],
    from?: Origin,
  ) => Promise<Result<PushAnswer, PushError>>;
  /** Resolves when nothing is being written any more, and no thread of it is left. */
  readonly settle: () => Promise<void>;
}

/** Where a push comes from. */
export interface Origin {
  /** The device that pushes, where one does. */
  readonly by?: string | undefined;
  /**
   * Whether the ward key says it only now: then a code that another key has used opens nothing any more (`invite-used`), and
   * a key that was replaced says nothing (`not-ward-key`). An enrolment that comes back after a restore is as good as it ever
   * was, whatever became of its code (PROTOCOL.md §3, 'The log').
   */
  readonly isNew?: boolean;
}

/** Why a push as a whole came to nothing. */
export type PushError = PushRefusal | "store-full";

interface Parts {
  readonly db: Kysely<Schema>;
  /** How a transaction is done so that it lasts; the database's own way, unless said. */
  readonly write?: Write;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onCommit: (ward: string, head: number) => void;
  /** Whether a key is the ward's by what this installation has; null where it has none. Unless given, nobody looks. */
  readonly isOurs?: (ward: string, kid: string) => Promise<boolean | null>;
  /**
   * Where a database may go over to a copy that lags: told how far a log had come, where it now ends before. Nothing is written
   * to it then; unless given, nobody looks.
   */
  readonly onBehind?: (told: LogEnd) => void;
  /** Which wards are written one after another, and how many such lanes at once; all in one, unless said. */
  readonly lanes?: { readonly most: number; readonly nameOf: (ward: string) => string };
}

const ONE_LANE = { most: 1, nameOf: () => "" };

/** A push that waits for its transaction. */
interface Job extends Push {
  readonly answer: (answer: Result<PushAnswer, PushError>) => void;
  readonly fail: (reason: unknown) => void;
}

/** Statements that one transaction takes at most: it must not keep readers waiting. */
const MOST_AT_ONCE = 2000;
/** Statements that are worth a transaction. */
const WORTH = 20;

/** Opens the door. Signatures are checked in the thread pool; whatever has arrived since the last commit goes into the next one. */
export function createAcceptor({
  db,
  write = writeAtOnce(db),
  now,
  onCommit,
  isOurs = async () => null,
  onBehind,
  lanes = ONE_LANE,
}: Parts): Acceptor {
  const checker = createChecker();
  const findKey = createKeyFinder(db);
  const writing = createLanes({ most: lanes.most, take: takeBatch, isWorth, work: writeBatch });
  const telling = new Set<Promise<void>>();
  /** How far this process has told each log to have come. */
  const ends = new Map<string, LogEnd>();

  async function push(
    ward: string,
    texts: readonly string[],
    { by, isNew = false }: Origin = {},
  ): Promise<Result<PushAnswer, PushError>> {
    const lane = lanes.nameOf(ward);
    const isHere = writing.announce(lane);
    const found = await check(ward, texts).finally(isHere);
    return new Promise((answer, fail) => {
      writing.add(lane, { ward, by, isNew, ...found, answer, fail });
    });
  }

  async function check(
    ward: string,
    texts: readonly string[],
  ): Promise<Pick<Job, "checked" | "unfit" | "foreign">> {
    const read = texts.map(readStatement);
    const statements = read.flatMap((one) => (one.ok ? [one.value] : []));
    const keys = await keysOf(findKey, ward, statements);
    const checked = await checker.check(read, keys);
    const unfit = read.flatMap((one, at) => (one.ok && isUnfit(checked[at]) ? [one.value] : []));
    return { checked, unfit, foreign: await findForeign(ward, statements) };
  }

  async function findForeign(ward: string, statements: readonly Statement[]): Promise<string[]> {
    const foreign: string[] = [];
    for (const { kid, claims } of statements) {
      const named = namedKey(claims);
      if (named !== null && named !== kid && (await isOurs(ward, named)) === false) foreign.push(claims.jti);
    }
    return foreign;
  }

  async function writeBatch(batch: readonly Job[]): Promise<void> {
    try {
      const { outcome, lasting } = await write((transaction) => judgePushes(transaction, batch, now, ends));
      const told = tell(outcome, lasting).finally(() => telling.delete(told));
      telling.add(told);
      // Where the disk is waited for, the next transaction begins meanwhile.
      if (!lasting) await told;
    } catch (error) {
      if (error instanceof StoreBehind) onBehind?.(error.told);
      // Whatever one push broke, the others that came with it are none of its business.
      if (storeFailure(error) === null && batch.length > 1) for (const job of batch) await writeBatch([job]);
      else failAll(batch, error);
    }
  }

  /** Answers once the disk has it. Never rejects. */
  async function tell(
    answers: ReadonlyMap<Job, Result<PushAnswer, PushRefusal>>,
    lasting: Promise<void> | undefined,
  ): Promise<void> {
    try {
      await lasting;
    } catch (error) {
      failAll([...answers.keys()], error);
      return;
    }
    for (const [job, answer] of answers) {
      if (answer.ok) {
        const { epoch, head } = answer.value;
        if (onBehind) ends.set(job.ward, { ward: job.ward, epoch, head });
        onCommit(job.ward, head);
      }
      job.answer(answer);
    }
  }

  return {
    push,
    async settle() {
      await writing.settle();
      await Promise.all(telling);
      await checker.rest();
    },
  };
}

function failAll(jobs: readonly Job[], error: unknown): void {
  const isFull = storeFailure(error) === "full";
  for (const job of jobs) {
    if (isFull) job.answer(err("store-full"));
    else job.fail(error);
  }
}

/** With fewer the transaction itself costs more than its statements: then it waits for those that are being checked. */
function isWorth(jobs: readonly Job[]): boolean {
  let size = 0;
  return jobs.some(({ checked }) => (size += checked.length) >= WORTH);
}

function takeBatch(jobs: Job[]): Job[] {
  let size = 0;
  const upTo = jobs.findIndex(({ checked }) => (size += checked.length) > MOST_AT_ONCE);
  return jobs.splice(0, upTo < 0 ? jobs.length : Math.max(1, upTo));
}

/** RFC 9901 §7.1 checks the signature first; the checker does, too. */
function isUnfit(checked: Result<Statement, string> | undefined): boolean {
  return checked !== undefined && !checked.ok && checked.error === "digest-does-not-fit";
}
