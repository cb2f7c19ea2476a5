import { heirOf } from "../../domain/household/mergers.ts";
import { findKind } from "../../domain/kinds/all.ts";
import { erases, erasureOf, isCovered, keptDisclosures } from "../../domain/said.ts";
import { photoNamedIn } from "../../domain/signed/photo.ts";
import type { Statement } from "../../domain/statement.ts";
import { thumbprint } from "../check/thumbprint.ts";
import { foldStanding, isOfStanding } from "../log/fold-standing.ts";
import { type Judgement } from "../log/judgement.ts";
import { placeInLog, topicInLog } from "../log/places.ts";
import {
  WARD_KEY_INVITE,
  readRow,
  storedDisclosures,
  type DeviceFact,
  type HouseholdFact,
  type LogRow,
} from "../store/rows.ts";

/** Gives an accepted statement the ward's next number, and brings the facts forward by what it says. */
export function append(judgement: Judgement, statement: Statement): number {
  const { facts, changes, at } = judgement;
  const { ward, jti, n, type, v, sub, in: inside } = statement.claims;
  const seq = (facts.ward.head += 1);
  const row: LogRow = {
    ward,
    seq,
    at,
    jti,
    n,
    type,
    sub,
    kid: statement.kid,
    inside: inside ?? null,
    place: placeInLog(facts, statement),
    topic: topicInLog(facts, statement),
    public: findKind(type, v)?.public(statement) ? 1 : 0,
    jws: statement.jws,
    disclosures: storedDisclosures(statement.disclosures),
  };
  facts.log.set(jti, row);
  changes.appended.push(row);
  notePhoto(judgement, statement);
  if (facts.held.delete(jti)) changes.held.set(jti, null);
  if (findKind(type, v)?.about === "statement" || /^(device|data)\./.test(type))
    facts.waiting.set(sub, [...(facts.waiting.get(sub) ?? []), row]);
  // First what takes it back or decides about it: with that it takes effect.
  settleWaiting(judgement, row);
  takeEffect(judgement, statement, row);
  return seq;
}

function takeEffect(judgement: Judgement, statement: Statement, row: LogRow): void {
  const { facts, changes } = judgement;
  const { type, v, sub, body } = statement.claims;
  if (!findKind(type, v)) return;
  if (type === "statement.decided") {
    const decision = { decision: String(body["decision"]), reason: String(body["reason"]) };
    facts.decisions.set(sub, decision);
    changes.decisions.set(sub, decision);
  }
  if (type === "data.erased") erase(judgement, statement, row);
  if (type === "ward.described") knowWardKey(judgement, statement, row);
  if (type.startsWith("device.")) changeDevice(judgement, statement, row);
  if (type === "household.registered" && !facts.households.has(sub))
    setHousehold(judgement, sub, { area: String(body["area"]), heir: sub });
  const history = facts.histories.get(row.place);
  if (history && isOfStanding(row)) {
    history.push(row);
    standAnew(judgement, row.place, history);
  }
}

/** Folds what the log says of where a household stands, and moves all who stand where it does along. */
function standAnew(judgement: Judgement, id: string, history: readonly LogRow[]): void {
  const { facts } = judgement;
  const { households, mergers } = facts;
  const { area, into } = foldStanding(id, history, facts.devices);
  if (into === null) mergers.delete(id);
  else mergers.set(id, into);
  setHousehold(judgement, id, { area, heir: heirOf(id, mergers) });
  for (const one of facts.histories.keys()) {
    const known = households.get(one);
    const heir = heirOf(one, mergers);
    if (known && known.heir !== heir) setHousehold(judgement, one, { ...known, heir });
  }
}

function setHousehold({ facts, changes }: Judgement, id: string, household: HouseholdFact): void {
  if (!changes.stood.has(id)) changes.stood.set(id, facts.households.get(id) ?? null);
  facts.households.set(id, household);
  changes.households.set(id, household);
}

/** What spoke of this statement before it came stands where it does from now on, and so does what spoke of that. */
function settleWaiting(judgement: Judgement, row: LogRow): void {
  const { facts } = judgement;
  for (const early of facts.waiting.get(row.jti) ?? []) {
    const known = facts.log.get(early.jti) ?? early;
    const statement = readRow(known);
    const moved = { ...known, place: placeInLog(facts, statement), topic: topicInLog(facts, statement) };
    if (moved.place === known.place && moved.topic === known.topic) continue;
    replaceRow(judgement, moved);
    if (isOfStanding(moved)) facts.histories.get(moved.place)?.push(moved);
    settleWaiting(judgement, moved);
  }
}

function erase(judgement: Judgement, statement: Statement, row: LogRow): void {
  const { facts, changes } = judgement;
  const erasure = erasureOf({ statement });
  facts.erasures.push({ ...erasure, place: row.place });
  changes.erasures.push({ seq: row.seq, ...erasure });
  for (const known of facts.log.values()) {
    const full = readRow(known);
    if (!isCovered(full, erasure)) continue;
    const kept = keptDisclosures(full, [erasure]);
    replaceRow(judgement, { ...known, disclosures: storedDisclosures(kept) });
    forgetPhoto(judgement, full, kept);
    if (erases(erasure, "household")) forgetHousehold(judgement, known);
  }
  for (const known of facts.held.values()) {
    const full = readRow(known);
    if (!isCovered(full, erasure)) continue;
    const kept = keptDisclosures(full, [erasure]);
    const bare = { ...known, disclosures: storedDisclosures(kept) };
    forgetPhoto(judgement, full, kept);
    facts.held.set(known.jti, bare);
    changes.held.set(known.jti, bare);
  }
}

/** Remembers the photo that a statement of the log, or a held one, names. */
export function notePhoto({ changes }: Judgement, { claims, disclosures }: Statement): void {
  const photo = photoNamedIn(disclosures);
  if (photo !== null) changes.photos.set(claims.jti, photo);
}

function forgetPhoto({ changes }: Judgement, before: Statement, kept: Statement["disclosures"]): void {
  if (photoNamedIn(before.disclosures) !== null && photoNamedIn(kept) === null)
    changes.photos.set(before.claims.jti, null);
}

/**
 * Whose phone a device is was told by its enrolment alone. It is nobody's now: it reads what everybody reads, and what it says
 * of a household waits for the office.
 */
function forgetHousehold(judgement: Judgement, { type, seq, sub }: LogRow): void {
  const device = judgement.facts.devices.get(sub);
  if (type !== "device.enrolled" || device?.enrolled_seq !== seq || device.household === null) return;
  setDevice(judgement, { ...device, household: null, scope: device.scope + 1 });
}

/** A row of the log as it is from now on, whether it was written before or is about to be. */
export function replaceRow({ facts, changes }: Judgement, row: LogRow): void {
  const before = facts.log.get(row.jti);
  facts.log.set(row.jti, row);
  const at = changes.appended.findIndex(({ jti }) => jti === row.jti);
  if (at >= 0) {
    changes.appended[at] = row;
    return;
  }
  changes.amended.set(row.jti, row);
  if (before && !changes.replaced.has(row.jti)) changes.replaced.set(row.jti, before);
}

/** The ward key is the ward's first device, with the rights of the office. */
function knowWardKey(judgement: Judgement, { kid, claims }: Statement, { seq }: LogRow): void {
  const { facts } = judgement;
  const key = (claims.body["keys"] as { readonly sign: { readonly x: string; readonly y: string } }).sign;
  const named = thumbprint(key);
  if (facts.devices.has(named)) return;
  const person = facts.devices.get(kid)?.person ?? claims.jti;
  setDevice(judgement, {
    ward: claims.ward,
    kid: named,
    key: JSON.stringify(key),
    role: "office",
    areas: [],
    households: [],
    person,
    household: null,
    invite: WARD_KEY_INVITE,
    enrolled_seq: seq,
    revoked_seq: null,
    scope: 0,
    copied: 0,
  });
}

function changeDevice(judgement: Judgement, statement: Statement, row: LogRow): void {
  const { facts } = judgement;
  const { seq } = row;
  const { type, sub, body, ward } = statement.claims;
  const known = facts.devices.get(sub);
  const areas = (body["areas"] ?? []) as readonly string[];
  if (type === "device.enrolled") {
    const household = statement.disclosures.find(({ name }) => name === "household")?.value;
    markUsed(judgement, String(body["invite"]), sub);
    const role = String(body["role"]);
    const own = typeof household === "string" ? household : null;
    const sight = JSON.stringify([role, areas, own]);
    const sameSight = known && sight === JSON.stringify([known.role, known.areas, known.household]);
    setDevice(judgement, {
      ward,
      kid: sub,
      key: JSON.stringify(body["key"]),
      role,
      areas,
      households: known?.households ?? [],
      person: String(body["person"]),
      household: own,
      invite: String(body["invite"]),
      enrolled_seq: seq,
      revoked_seq: known?.revoked_seq ?? null,
      scope: known ? known.scope + (sameSight ? 0 : 1) : 0,
      copied: known?.copied ?? 0,
    });
    // After a restore its revocation may have come back before its enrolment (PROTOCOL.md §3, 'The log').
    for (const early of known ? [] : (facts.waiting.get(sub) ?? []))
      if (early.type !== type) changeDevice(judgement, readRow(early), early);
  }
  if (type === "device.revoked" && known)
    setDevice(judgement, { ...known, revoked_seq: known.revoked_seq ?? seq });
  if (type === "device.assigned" && known) {
    const households = (body["households"] ?? []) as readonly string[];
    const sameSight = JSON.stringify([areas, households]) === JSON.stringify([known.areas, known.households]);
    setDevice(judgement, { ...known, areas, households, scope: known.scope + (sameSight ? 0 : 1) });
  }
}

/** An invite that has opened to a key opens to no other, whatever that key is enrolled by later. */
function markUsed({ facts, changes }: Judgement, invite: string, kid: string): void {
  if (facts.invitesUsed.has(invite)) return;
  facts.invitesUsed.set(invite, kid);
  changes.invitesUsed.set(invite, kid);
}

/** A device as it is from now on. */
export function setDevice({ facts, changes }: Judgement, device: DeviceFact): void {
  facts.devices.set(device.kid, device);
  changes.devices.set(device.kid, device);
}
