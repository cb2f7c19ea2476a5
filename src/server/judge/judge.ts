import { isHouseholdId } from "../../domain/ids.ts";
import { findKind } from "../../domain/kinds/all.ts";
import type { Kind } from "../../domain/kinds/kind.ts";
import { FROM_ANYONE } from "../../domain/kinds/opinion-given.ts";
import { erasureOf, isCovered, isErasure, joinDisclosures, keptDisclosures } from "../../domain/said.ts";
import { missingDisclosures, withDisclosures, type Statement } from "../../domain/statement.ts";
import type { Verdict } from "../../wire/answers.ts";
import type { Facts } from "../log/facts.ts";
import { type Judgement } from "../log/judgement.ts";
import { placeInLog, standpointOf } from "../log/places.ts";
import { WARD_KEY_INVITE, readRow, storedDisclosures, type HeldRow, type LogRow } from "../store/rows.ts";
import { append, notePhoto, replaceRow, setDevice } from "./append.ts";
import { drawNumber, drawRejected } from "./draw-number.ts";
import { revealErasures, revealToReaders } from "./reveal-erasures.ts";

/**
 * Judges one authentic statement (PROTOCOL.md §3, 'What becomes of each statement sent'), in the order that is given
 * there. Signature and digests were checked before; everything else depends on the facts alone. `full`: it would have to
 * wait, and so much of its device waits already (`mostHeld`) that it is kept nowhere.
 */
export function judge(judgement: Judgement, statement: Statement, mostHeld = Infinity): Verdict | "full" {
  const { facts } = judgement;
  const { claims } = statement;
  if (!isKnown(facts, statement)) return rejected("unknown-signer");
  if (claims.ward !== facts.ward.ward) return rejected("another-ward");
  const row = facts.log.get(claims.jti);
  if (row && isSame(row, statement)) return repeat(judgement, row, statement);
  const waiting = facts.held.get(claims.jti);
  if (row || (waiting && !isSame(waiting, statement))) return reject(judgement, statement, "id-taken");
  if (!waiting) drawNumber(judgement, statement);
  const decision = facts.decisions.get(claims.jti);
  const full = applyErasures(facts, waiting ? joined(statement, readRow(waiting)) : statement);
  const flaw = findFlaw(full, facts);
  if (flaw) return reject(judgement, statement, flaw);
  const doubt = decision?.decision === "accept" ? null : findDoubt(judgement, full);
  if (decision?.decision === "refuse" || doubt !== null) {
    if (!waiting && !decision && (facts.heldOf.get(statement.kid) ?? 0) >= mostHeld) return "full";
    if (!waiting) revealErasures(judgement, full);
    hold(judgement, full, doubt ?? "decided");
    return decision?.decision === "refuse"
      ? { status: "refused", reason: decision.reason }
      : { status: "held", reason: doubt ?? "decided" };
  }
  if (!waiting) revealErasures(judgement, full);
  const seq = append(judgement, full);
  revealToReaders(judgement, full);
  judgeWoken(judgement, full);
  return { status: "accepted", seq };
}

/** Takes down that a statement came whose signature was good and whose digests were not, unless a copy that fits is here. */
export function judgeUnfit(judgement: Judgement, statement: Statement): void {
  const { facts } = judgement;
  const kept = facts.log.get(statement.claims.jti) ?? facts.held.get(statement.claims.jti);
  if (!kept || !isSame(kept, statement)) drawRejected(judgement, statement);
}

/** A copy that carries all that either brought. */
function joined(one: Statement, other: Statement): Statement {
  return withDisclosures(one, joinDisclosures(one.disclosures, other.disclosures));
}

/** A key that a statement of the same batch names is known only once that was accepted. The first of all describes the ward and signs itself. */
function isKnown({ devices, ward }: Facts, { kid, claims }: Statement): boolean {
  return devices.has(kid) || (ward.head === 0 && claims.type === "ward.described");
}

/** The same statement, whatever copy (PROTOCOL.md §2). */
function isSame({ jws }: { readonly jws: string }, { signed }: Statement): boolean {
  return jws.startsWith(`${signed}.`);
}

/** Rejects what is authentic all the same: its number has arrived. */
function reject(judgement: Judgement, statement: Statement, reason: string): Verdict {
  drawRejected(judgement, statement);
  return rejected(reason);
}

function rejected(reason: string): Verdict {
  return { status: "rejected", reason };
}

/** A repeat takes nothing away; one that is fuller than what is kept adds what no erasure covers. */
function repeat(judgement: Judgement, row: LogRow, statement: Statement): Verdict {
  const kept = readRow(row);
  const full = applyErasures(judgement.facts, joined(kept, statement));
  if (full.disclosures.length > kept.disclosures.length) fill(judgement, row, full);
  return { status: "duplicate", seq: row.seq };
}

/** What the office accepted incomplete has come whole: it is told to those who read the part. */
function fill(judgement: Judgement, row: LogRow, full: Statement): void {
  const { facts, changes } = judgement;
  const fuller = { ...row, disclosures: storedDisclosures(full.disclosures) };
  replaceRow(judgement, fuller);
  notePhoto(judgement, full);
  if (changes.amended.has(row.jti)) changes.filled.push(fuller);
  const device = facts.devices.get(row.sub);
  if (row.type !== "device.enrolled" || device?.enrolled_seq !== row.seq) return;
  const household = full.disclosures.find(({ name }) => name === "household")?.value;
  if (typeof household === "string" && household !== device.household)
    setDevice(judgement, { ...device, household, scope: device.scope + 1 });
}

function applyErasures(facts: Facts, statement: Statement): Statement {
  return withDisclosures(statement, keptDisclosures(statement, facts.erasures));
}

/** What no decision can mend: a broken schema, or a key that may not say such a thing at all. */
function findFlaw(statement: Statement, facts: Facts): string | null {
  const { type, v, sub } = statement.claims;
  const kind = findKind(type, v);
  if (!kind) return null;
  const flaw = kind.check(statement);
  if (flaw !== null) return flaw;
  if (kind.wardKeyOnly && !isWardKey(facts, statement.kid) && !wasWardKey(facts, statement))
    return "not-ward-key";
  // It would be a device like any other, and nobody could speak for the ward.
  return type === "device.enrolled" && isWardKey(facts, sub) ? "ward-key" : null;
}

/**
 * Whom a former key enrolled, which is told only now, nobody can tell from whom a thief of that key enrols: the office can.
 * Of two keys that one names in its place the first holds, whoever was the thief.
 */
function wasWardKey({ devices }: Facts, { kid, claims }: Statement): boolean {
  return claims.type !== "ward.described" && devices.get(kid)?.invite === WARD_KEY_INVITE;
}

/** Only the newest key of the ward speaks for it. */
export function isWardKey({ devices, ward }: Facts, kid: string): boolean {
  if (ward.head === 0) return true;
  const keys = [...devices.values()].filter(({ invite }) => invite === WARD_KEY_INVITE);
  const newest = keys.reduce(
    (best, key) => (key.enrolled_seq > best.enrolled_seq ? key : best),
    keys[0] ?? NO_KEY,
  );
  return newest.kid === kid;
}

const NO_KEY = { kid: "", enrolled_seq: -1 };

/** Why an authentic and well-formed statement has to wait, or null. */
function findDoubt(judgement: Judgement, statement: Statement): string | null {
  const { facts } = judgement;
  const { type, v } = statement.claims;
  const kind = findKind(type, v);
  if (!kind) return findKind(type, 1) ? "unknown-version" : "unknown-type";
  if (missingDisclosures(statement) > erasedFields(statement, facts)) return "incomplete";
  // The ward key only writes down what anybody may send; whether it belongs in the log, the office says.
  if (
    type === "opinion.given" &&
    statement.claims.body["from"] === FROM_ANYONE &&
    isWardKey(facts, statement.kid)
  )
    return FROM_ANYONE;
  const device = facts.devices.get(statement.kid);
  // Without its key a ward enrols nobody and publishes nothing: a log that says it revoked goes on with it all the same.
  // What only the ward key may say, a former one may not, whether or not it was revoked.
  if (device && (device.revoked_seq !== null || kind.wardKeyOnly) && !isWardKey(facts, device.kid))
    return "device-revoked";
  if (judgement.foreign.has(statement.claims.jti)) return "foreign-key";
  if (!device || device.role === "office") {
    if (type === "device.revoked" && isWardKey(facts, statement.claims.sub)) return "ward-key";
    return findUnknownHousehold(facts, kind, statement);
  }
  const rule =
    device.role === "volunteer"
      ? kind.may.volunteer
      : device.role === "household"
        ? kind.may.household
        : undefined;
  if (!rule) return "beyond-role";
  const unknown = findUnknownHousehold(facts, kind, statement);
  if (unknown) return unknown;
  const target = facts.log.get(statement.claims.sub);
  const author = kind.about === "statement" && target ? facts.devices.get(target.kid)?.person : undefined;
  const act = {
    sub: statement.claims.sub,
    body: statement.claims.body,
    author: author ?? null,
    ...standpointOf(facts, placeInLog(facts, statement), statement),
  };
  return rule(device, act) ? null : "beyond-area";
}

/** How many missing disclosures the erasures explain: all, or one for each name that they list and that did not come. */
function erasedFields(statement: Statement, { erasures }: Facts): number {
  const covering = erasures.filter((erasure) => isCovered(statement, erasure));
  if (covering.some(({ names }) => names === null)) return Infinity;
  const listed = new Set(covering.flatMap(({ names }) => names ?? []));
  for (const { name } of statement.disclosures) listed.delete(name);
  return listed.size;
}

function findUnknownHousehold(
  { households }: Facts,
  { about, type }: Kind,
  { claims }: Statement,
): string | null {
  if (about !== "household" && about !== "household-or-area") return null;
  const unknown = type !== "household.registered" && isHouseholdId(claims.sub) && !households.has(claims.sub);
  return unknown ? "unknown-household" : null;
}

function hold(judgement: Judgement, statement: Statement, reason: string): void {
  const { facts, changes, at } = judgement;
  const { ward, jti, sub } = statement.claims;
  const before = facts.held.get(jti);
  if (!before) facts.heldOf.set(statement.kid, (facts.heldOf.get(statement.kid) ?? 0) + 1);
  const row: HeldRow = {
    ward,
    jti,
    sub,
    reason,
    kid: statement.kid,
    n: statement.claims.n,
    at: before?.at ?? at,
    jws: before?.jws ?? statement.jws,
    disclosures: storedDisclosures(statement.disclosures),
  };
  facts.held.set(jti, row);
  changes.held.set(jti, row);
  notePhoto(judgement, statement);
}

/** What waited for this very statement is judged again, right after it. */
function judgeWoken(judgement: Judgement, statement: Statement): void {
  for (const row of findWoken(judgement.facts, statement)) judge(judgement, readRow(row));
}

function findWoken({ held }: Facts, statement: Statement): readonly HeldRow[] {
  const { type, sub } = statement.claims;
  const all = [...held.values()];
  if (type === "statement.decided") return all.filter(({ jti }) => jti === sub);
  if (type === "household.registered")
    return all.filter((row) => row.sub === sub && row.reason === "unknown-household");
  // Whoever was given another area or role had the right to it all along, as whoever gave it sees it.
  if (type === "device.assigned" || type === "device.enrolled")
    return all.filter(({ kid, reason }) => kid === sub && /^beyond-(area|role)$/.test(reason));
  if (!isErasure({ statement })) return [];
  return all.filter(
    (row) => row.reason === "incomplete" && isCovered(readRow(row), erasureOf({ statement })),
  );
}
