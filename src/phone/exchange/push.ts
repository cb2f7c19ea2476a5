import { ok } from "../../domain/result.ts";
import { sentText } from "../../domain/signed/plain-form.ts";
import { pushAnswer, type PushAnswer } from "../../wire/answers.ts";
import { append } from "../append/append.ts";
import { ask } from "../call/ask.ts";
import { failed, LONG, reachedTheWard, readJson, type Called } from "../call/call.ts";
import { serverVersion } from "../call/server-version.ts";
import { tellIfSlow } from "../call/tell-if-slow.ts";
import type { Judged, Sent } from "../log/change.ts";
import { heard, readAlong } from "../log/log-state.ts";
import { turnOf } from "../log/turn.ts";
import type { PhoneDatabase } from "../store/database.ts";
import type { Parts } from "../store/parts.ts";
import { note } from "../store/progress.ts";
import type { StatementRow } from "../store/rows.ts";
import { open } from "../store/seal.ts";
import { bytesAfter, bytesAfterLoss, FIRST } from "./batch-bytes.ts";

const MOST_STATEMENTS = 200;

/**
 * Sends what the ward has not got: the unsent first, then what is held, asked again, and, once the server's version has
 * changed, what it rejected. What each became is kept before the next batch goes. The first batch is small, the next one as
 * large as the way allows, so that a window of coverage that is short or thin lets some of it through.
 */
export async function push(parts: Parts, ward: string): Promise<Called<null>> {
  const { env } = parts;
  const waiting = await findWaiting(parts, ward);
  const of = waiting.rows.length;
  if (of === 0) return ok(null);
  let sent = 0;
  let { bytes } = waiting;
  let passed = 0;
  const teller = tellIfSlow(env, () => note(env, ward, { busy: { sent, of } }));
  try {
    for (let most = MOST_STATEMENTS; sent < of;) {
      const batch = nextBatch(waiting.rows.slice(sent, sent + most), bytes);
      const { rows, size } = batch;
      const start = env.now();
      const answer = await sendBatch(parts, ward, batch.texts);
      const took = env.now() - start;
      if (answer.ok) {
        bytes = bytesAfter(bytes, size, took);
        passed = size;
        await keepVerdicts(parts, ward, { ...waiting, rows }, answer.value, Math.min(bytes, FIRST));
      } else if (!reachedTheWard(answer.error.error)) {
        await rememberBytes(parts, ward, bytesAfterLoss(Math.min(bytes, FIRST), size, took, passed));
        return answer;
      } else if (answer.error.error !== "too-large") return answer;
      else if (rows.length > 1) {
        most = Math.ceil(rows.length / 2);
        continue;
      } else await setAside(parts, ward, rows);
      sent += rows.length;
      teller.next();
    }
    return ok(null);
  } finally {
    if (await teller.end()) await note(env, ward, { busy: null });
  }
}

/** What waits, and how many bytes of it to send first. */
interface Waiting extends Sent {
  readonly bytes: number;
}

/** The order of sending: what makes this phone known, then what decides about others, then the rest as it was said. */
async function findWaiting(parts: Parts, ward: string): Promise<Waiting> {
  const { db } = parts.env;
  const [membership, unsent, held, rejected] = await db.transaction("r", db.memberships, db.statements, () =>
    Promise.all([
      db.memberships.get(ward),
      pendingRows(db, ward, "unsent"),
      pendingRows(db, ward, "held"),
      pendingRows(db, ward, "rejected"),
    ]),
  );
  const turn = turnOf(membership);
  const waiting = unsent.length + held.length;
  if (!membership) return { turn, rows: [], waiting, bytes: FIRST };
  const isOffered = rejected.length > 0 && (await isServerNew(parts, ward, membership.rejectedBy));
  const rows = [...inOrderOfSending(unsent, membership.device), ...held, ...(isOffered ? rejected : [])];
  return { turn, rows, waiting, bytes: membership.batch ?? FIRST };
}

function pendingRows(db: PhoneDatabase, ward: string, standing: string): Promise<StatementRow[]> {
  return db.statements.where("[ward+pending]").equals([ward, standing]).toArray();
}

function inOrderOfSending(rows: readonly StatementRow[], device: string | null): StatementRow[] {
  const rank = ({ type, sub, kid, formerSeq }: StatementRow) => {
    if (type === "device.enrolled" && sub === device) return 0;
    if (type.startsWith("ward.") || type.startsWith("device.")) return 1;
    if (type === "data.erased" || type === "statement.decided") return 2;
    if (formerSeq !== undefined) return 3;
    return kid === device ? 4 : 5;
  };
  // What a log has lost goes as it stood there: a later one may have had its right by an earlier one.
  const former = ({ formerSeq }: StatementRow) => formerSeq ?? Number.MAX_SAFE_INTEGER;
  // This phone's own as they were said, whatever its clock did meanwhile.
  const time = ({ kid, iat }: StatementRow) => (kid === device ? 0 : iat);
  return [...rows].sort(
    (a, b) => rank(a) - rank(b) || former(a) - former(b) || time(a) - time(b) || a.n - b.n,
  );
}

async function isServerNew(parts: Parts, ward: string, rejectedBy: string | null): Promise<boolean> {
  const version = await serverVersion(parts);
  if (version === null || version === rejectedBy) return false;
  if (rejectedBy !== null) return true;
  // Nobody could tell who rejected it: the one that is there now, then.
  await parts.env.db.memberships.update(ward, { rejectedBy: version });
  return false;
}

interface Batch {
  readonly rows: readonly StatementRow[];
  readonly texts: readonly string[];
  /** Bytes. */
  readonly size: number;
}

function nextBatch(waiting: readonly StatementRow[], most: number): Batch {
  const texts: string[] = [];
  let size = 0;
  for (const row of waiting) {
    const text = sentText(open(row.sealed));
    if (texts.length > 0 && size + text.length > most) break;
    texts.push(text);
    size += text.length;
  }
  return { rows: waiting.slice(0, texts.length), texts, size };
}

async function sendBatch(parts: Parts, ward: string, texts: readonly string[]): Promise<Called<PushAnswer>> {
  const answer = await post(parts, ward, texts);
  if (answer.ok || answer.error.error !== "unknown-device") return answer;
  // A store of before this phone's time learns of it from what the ward key said.
  const enrolled = await ownEnrolment(parts.env.db, ward);
  if (enrolled === null) return answer;
  const again = await post(parts, ward, [enrolled, ...texts]);
  return again.ok ? ok({ ...again.value, results: again.value.results.slice(1) }) : again;
}

async function post(parts: Parts, ward: string, statements: readonly string[]): Promise<Called<PushAnswer>> {
  const answer = await ask(parts, { ward, path: "/statements", body: { statements }, timeout: LONG });
  if (!answer.ok) return answer;
  const read = readJson(pushAnswer, answer.value);
  return read.ok && read.value.results.length !== statements.length ? failed("bad-answer") : read;
}

/** Makes this phone known to a store that has lost it; the answer tells which log that is. */
export async function introduce(parts: Parts, ward: string): Promise<Called<PushAnswer>> {
  const enrolled = await ownEnrolment(parts.env.db, ward);
  return enrolled === null ? failed("unknown-device") : post(parts, ward, [enrolled]);
}

async function ownEnrolment(db: PhoneDatabase, ward: string): Promise<string | null> {
  const membership = await db.memberships.get(ward);
  const rows = await db.statements.where("places").equals(`${ward}|`).toArray();
  const own = rows.findLast(({ type, sub }) => type === "device.enrolled" && sub === membership?.device);
  return own ? sentText(open(own.sealed)) : null;
}

async function keepVerdicts(
  parts: Parts,
  ward: string,
  sent: Sent,
  answer: PushAnswer,
  bytes: number,
): Promise<void> {
  const verdicts = sent.rows.flatMap(({ jti }, at): Judged[] => {
    const verdict = answer.results[at];
    return verdict ? [{ jti, verdict, at: answer.at ?? null }] : [];
  });
  if (verdicts.some(({ verdict }) => verdict.status === "rejected")) await rememberVersion(parts, ward);
  await append(parts.env.db, {
    ward,
    verdicts,
    sent,
    membership: (now) => (now ? { ...readAlong(heard(now, answer), answer), batch: bytes } : null),
  });
}

/** A disk that is full must not hide why nothing was sent. */
async function rememberBytes({ env }: Parts, ward: string, batch: number): Promise<void> {
  await env.db.memberships.update(ward, { batch }).catch(() => 0);
}

async function rememberVersion(parts: Parts, ward: string): Promise<void> {
  const version = await serverVersion(parts);
  if (version !== null) await parts.env.db.memberships.update(ward, { rejectedBy: version });
}

/** One that no batch is small enough for must not stop the others. */
async function setAside(parts: Parts, ward: string, batch: readonly StatementRow[]): Promise<void> {
  const verdicts = batch.map(({ jti }): Judged => ({
    jti,
    verdict: { status: "rejected", reason: "too-large" },
  }));
  await rememberVersion(parts, ward);
  await append(parts.env.db, { ward, verdicts, membership: (now) => now ?? null });
}
