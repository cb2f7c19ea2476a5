import type { Kysely } from "kysely";
import { err, ok, type Result } from "../domain/result.ts";
import type { Statement } from "../domain/statement.ts";
import type { PushAnswer, Verdict } from "../wire/answers.ts";
import { noChanges } from "./log/changes.ts";
import { createChecker, isPublicKey, readStatement, type Jwk } from "./check/check.ts";
import { createKeyFinder } from "./gate/device-keys.ts";
import { gatherFacts, type Facts } from "./log/facts.ts";
import type { FindKey } from "./gate/gate.ts";
import { isWardKey, judge, judgeUnfit } from "./judge/judge.ts";
import type { Judgement } from "./log/judgement.ts";
import { namedKey } from "./check/key-file.ts";
import { createLanes } from "./turns/lanes.ts";
import { recordChanges } from "./judge/record.ts";
import { isShownAsSent } from "./judge/shown-as-sent.ts";
import { prepared } from "./store/prepared.ts";
import type { Schema } from "./store/schema.ts";
import { writeAtOnce, type Write } from "./store/store.ts";
import type { LogEnd } from "./store/log-ends.ts";
import { StoreBehind, storeFailure } from "./store/store-failure.ts";
import { thumbprint } from "./check/thumbprint.ts";
import type { Db } from "./store/rows.ts";

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
export type PushError = "unknown-ward" | "unknown-device" | "store-full" | "too-often";

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

/** A push whose statements were checked and wait for their transaction. */
interface Job {
  readonly ward: string;
  readonly by: string | undefined;
  readonly isNew: boolean;
  readonly checked: readonly Result<Statement, string>[];
  /** Whose signature was good, and whose digests were not: their numbers have arrived. */
  readonly unfit: readonly Statement[];
  /** Ids of those that name a key of the ward which is not here. */
  readonly foreign: readonly string[];
  readonly answer: (answer: Result<PushAnswer, PushError>) => void;
  readonly fail: (reason: unknown) => void;
}

type Answers = Map<Job, Result<PushAnswer, PushError>>;

/** Statements that one transaction takes at most: it must not keep readers waiting. */
const MOST_AT_ONCE = 2000;
/** Statements that are worth a transaction. */
const WORTH = 20;
/** Held statements of one device (PROTOCOL.md §3). */
const MOST_HELD = 2000;

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
      const { outcome, lasting } = await write((transaction) =>
        judgeAndRecord(transaction, batch, now, ends),
      );
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
  async function tell(answers: Answers, lasting: Promise<void> | undefined): Promise<void> {
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

/** Judges and writes all jobs in one transaction, ward by ward. */
async function judgeAndRecord(
  db: Db,
  batch: readonly Job[],
  now: () => number,
  ends: ReadonlyMap<string, LogEnd>,
): Promise<Answers> {
  const answers: Answers = new Map();
  // In one order for all writers, so that none waits for another in a ring.
  for (const slug of [...new Set(batch.map(({ ward }) => ward))].sort()) {
    const mine = batch.filter(({ ward }) => ward === slug);
    const statements = mine.flatMap(({ checked }) => checked.flatMap((one) => (one.ok ? [one.value] : [])));
    const unfit = mine.flatMap((job) => job.unfit);
    const pushers = mine.flatMap(({ by }) => (by === undefined ? [] : [by]));
    // Written first, read second: this takes the write lock, so that nobody numbers between.
    const [[ward], gathered] = await Promise.all([
      lockWard(db, slug),
      gatherFacts(db, slug, [...statements, ...unfit], pushers),
    ]);
    if (!ward) {
      for (const job of mine) answers.set(job, err("unknown-ward"));
      continue;
    }
    const told = ends.get(slug);
    if (told && told.epoch === ward.epoch && told.head > ward.head) throw new StoreBehind(told);
    const facts = { ward, ...gathered };
    const foreign = new Set(mine.flatMap((job) => job.foreign));
    const judgement = { facts, changes: noChanges(), at: now(), foreign };
    for (const job of mine) {
      if (!isKnownOrEnrols(facts, job)) {
        answers.set(job, err("unknown-device"));
        continue;
      }
      const results = judgeJob(judgement, job);
      if (typeof results === "string") {
        answers.set(job, err(results));
        continue;
      }
      for (const one of job.unfit) judgeUnfit(judgement, one);
      const copied = facts.devices.get(job.by ?? "")?.copied === 1 ? { copied: true } : {};
      const at = isShown(facts, job, results) ? { at: judgement.at } : {};
      answers.set(job, ok({ epoch: ward.epoch, head: 0, saved: ward.saved, results, ...at, ...copied }));
    }
    await recordChanges(db, judgement);
    for (const job of mine) {
      const answer = answers.get(job);
      if (answer?.ok) answers.set(job, ok({ ...answer.value, head: ward.head }));
    }
  }
  return answers;
}

/** In order; what came before one of whose device too much waits already is judged all the same, and told by the next try. */
function judgeJob(
  judgement: Judgement,
  { checked, isNew, by }: Job,
): Verdict[] | "too-often" | "unknown-device" {
  const results: Verdict[] = [];
  for (const one of checked) {
    if (!one.ok) results.push({ status: "rejected", reason: one.error });
    else if (isNew && isByUsedInvite(judgement.facts, one.value))
      results.push({ status: "rejected", reason: "invite-used" });
    else if (isNew && isReplaced(judgement.facts, one.value))
      results.push({ status: "rejected", reason: "not-ward-key" });
    else {
      // Whoever runs the server by hand sees how much waits.
      const verdict = judge(judgement, one.value, by === undefined ? Infinity : MOST_HELD);
      if (verdict === "full") return "too-often";
      // Until the office has decided on its enrolment it is a stranger, and keeps what else it has.
      if (verdict.status === "held" && enrols(one.value, by) && !judgement.facts.devices.has(by ?? ""))
        return "unknown-device";
      results.push(verdict);
    }
  }
  return results;
}

/** Whether the device that pushes is in the log, or brings its enrolment along. */
function isKnownOrEnrols({ devices }: Facts, { by, checked }: Job): boolean {
  return by === undefined || devices.has(by) || checked.some((one) => one.ok && enrols(one.value, by));
}

/** Whether its signer no longer speaks for the ward. */
function isReplaced(facts: Facts, { kid }: Statement): boolean {
  return facts.devices.has(kid) && !isWardKey(facts, kid);
}

function enrols({ claims }: Statement, device: string | undefined): boolean {
  return claims.type === "device.enrolled" && claims.sub === device;
}

/** Whether it enrols a key by an invite that opened to another: two may come with one code at once, by two processes. */
function isByUsedInvite({ invitesUsed }: Facts, { claims }: Statement): boolean {
  if (claims.type !== "device.enrolled") return false;
  const user = invitesUsed.get(String(claims.body["invite"]));
  return user !== undefined && user !== claims.sub;
}

/** Whether whoever pushed need not read again what was accepted. */
function isShown(facts: Facts, { by, checked }: Job, results: readonly Verdict[]): boolean {
  const judged = checked.flatMap((one, at) => {
    const verdict = results[at];
    return one.ok && verdict ? [{ statement: one.value, verdict }] : [];
  });
  return by !== undefined && isShownAsSent(facts, by, judged);
}

const lockWard = prepared((db, slug: string) =>
  db
    .updateTable("wards")
    .set(({ ref }) => ({ head: ref("head") }))
    .where("ward", "=", slug)
    .returningAll(),
);

/** RFC 9901 §7.1 checks the signature first; the checker does, too. */
function isUnfit(checked: Result<Statement, string> | undefined): boolean {
  return checked !== undefined && !checked.ok && checked.error === "digest-does-not-fit";
}

/**
 * The keys by which a batch may be signed: those of the log, and those that the batch itself names. Whether a key named here
 * is believed, the judge tells; that it fits its name, the checker does.
 */
async function keysOf(
  findKey: FindKey,
  ward: string,
  batch: readonly Statement[],
): Promise<ReadonlyMap<string, Jwk>> {
  const keys = namedBy(batch);
  const kids = [...new Set(batch.map(({ kid }) => kid))];
  const known = await Promise.all(kids.map((kid) => findKey(ward, kid)));
  for (const [at, kid] of kids.entries()) {
    const key = known[at];
    if (key) keys.set(kid, key);
  }
  return keys;
}

/** The keys that statements of a batch name: of a device that they enrol, of a ward that describes itself. */
function namedBy(batch: readonly Statement[]): Map<string, Jwk> {
  const keys = new Map<string, Jwk>();
  for (const { claims } of batch) {
    const { key, keys: wardKeys } = claims.body as {
      readonly key?: unknown;
      readonly keys?: { readonly sign?: unknown };
    };
    if (claims.type === "device.enrolled" && isPublicKey(key)) keys.set(claims.sub, key);
    if (claims.type === "ward.described" && isPublicKey(wardKeys?.sign))
      keys.set(thumbprint(wardKeys.sign), wardKeys.sign);
  }
  return keys;
}
