import { ok, err, type Result } from "../../domain/result.ts";
import { parseStatement, type Statement } from "../../domain/statement.ts";
import { enrolAnswer, type EnrolAnswer } from "../../wire/answers.ts";
import type { EnrolError, Membership } from "../api/phone.ts";
import { append, appendTables } from "../append/append.ts";
import { call, readJson, type Called } from "../call/call.ts";
import { makeProof } from "../call/token.ts";
import type { Change } from "../log/change.ts";
import { digestText, newKey, signerOf } from "../store/keys.ts";
import { membershipOf } from "../store/membership-of.ts";
import { newMembership } from "../store/new-membership.ts";
import type { Parts } from "../store/parts.ts";
import type { KeyRow, MembershipRow, WardKey } from "../store/rows.ts";
import { joinPins } from "../trust/join-pins.ts";
import { pin, type Pinned } from "../trust/pin.ts";
import { isAuthentic } from "../trust/trust.ts";

export interface EnrolRequest {
  readonly ward: string;
  readonly code: string;
  readonly deviceName: string;
  readonly personName?: string;
}

/**
 * Makes this phone a device of a ward. The ward's key is pinned before the code is shown to anyone, and this phone's key is
 * kept before it is sent, so that a lost answer is made good by asking again. The code goes in a body, never in an address.
 */
export async function enrol(parts: Parts, request: EnrolRequest): Promise<Result<Membership, EnrolError>> {
  const { db } = parts.env;
  try {
    const { ward } = request;
    const before = await db.memberships.get(ward);
    const pinned = await pin(parts, ward, before?.pins ?? []);
    if (!pinned.ok) return err(pinned.error.error);
    let key = await keyFor(parts, request, before);
    let answer = await redeem(parts, request, key);
    if (!answer.ok && answer.error.error === "device-revoked" && key.kid !== before?.device) {
      // The attempt that nobody knew the end of had reached the ward, which has revoked it since: that key is of no use.
      await db.keys.delete(key.kid);
      key = await keyFor(parts, request, before);
      answer = await redeem(parts, request, key);
    }
    if (!answer.ok) return err(answer.error.error);
    const enrolled = await checkEnrolled(parts, answer.value, key, pinned.value.pins);
    if (!enrolled) return err("wrong-ward-key");
    const membership = await keep(parts, answer.value, pinned.value, key, enrolled);
    return membership ? ok(membershipOf(membership)) : err("wrong-ward-key");
  } catch {
    // What asks and what reads answer by values: only the storage throws here.
    return err("storage");
  }
}

/** The key that this code was tried with; else the one of an attempt that nobody knows the end of; else a new one. */
async function keyFor(
  { env }: Parts,
  { ward, code }: EnrolRequest,
  before: MembershipRow | undefined,
): Promise<KeyRow> {
  const { db, subtle } = env;
  const invite = await digestText(subtle, code);
  // Made before the transaction, which WebCrypto would end; two taps or two tabs must come to the same key.
  const fresh = await newKey(subtle, ward, invite);
  return db.transaction("rw", db.keys, async () => {
    const keys = await db.keys.where("ward").equals(ward).toArray();
    const unused = keys.filter(({ kid }) => kid !== before?.device);
    const key = keys.find((one) => one.invite === invite) ?? unused.at(-1) ?? fresh;
    const renamed = { ...key, invite };
    await db.keys.put(renamed);
    return renamed;
  });
}

async function redeem(
  { env, clock }: Parts,
  request: EnrolRequest,
  key: KeyRow,
): Promise<Called<EnrolAnswer>> {
  const { ward, code, deviceName, personName } = request;
  const proof = await makeProof(signerOf(env.subtle, key), ward, code, clock.seconds(ward));
  const person = personName === undefined ? {} : { personName };
  const body = { invite: code, publicKey: key.key, name: deviceName, ...person, proof };
  const answer = await call(env, clock, { ward, path: "/devices", body });
  return answer.ok ? readJson(enrolAnswer, answer.value) : answer;
}

/** The ward key must have said so itself, and of this very key. */
async function checkEnrolled(
  { env }: Parts,
  { ward, device, enrolled }: EnrolAnswer,
  key: KeyRow,
  pins: readonly WardKey[],
): Promise<Statement | null> {
  const read = parseStatement(enrolled);
  if (!read.ok || device !== key.kid) return null;
  const { kid, claims } = read.value;
  const signer = pins.find((one) => one.kid === kid);
  if (!signer || claims.ward !== ward || claims.type !== "device.enrolled" || claims.sub !== device)
    return null;
  return (await isAuthentic(env.subtle, read.value, signer.key)) ? read.value : null;
}

/** Null where another ward under this name was pinned meanwhile. */
async function keep(
  { env, clock }: Parts,
  { ward, device, role, areas }: EnrolAnswer,
  { arrivals, pins }: Pinned,
  key: KeyRow,
  enrolled: Statement,
): Promise<MembershipRow | null> {
  const { db } = env;
  const told = { ward, device, role, areas, revoked: false, etag: null };
  const clockOffset = clock.offset(ward);
  const lastUsed = clock.seconds(ward);
  const change: Change = {
    ward,
    // The ward has it, under a number that the first pull will tell.
    arrivals: [...arrivals, { statement: enrolled, seq: null, at: null, standing: "log" }],
    membership: (now = newMembership(ward)) => {
      const joined = joinPins(now.pins, pins);
      if (!joined) return null;
      const news = { ...told, pins: joined };
      if (now.device === device) return { ...now, ...news, clockOffset, lastUsed };
      // Another device sees other things: what a former one was shown is read again.
      const reading = { after: 0, epoch: null, scope: null, lost: now.reading?.lost ?? false };
      const anew = now.device === null ? {} : { scope: null, reading };
      return { ...now, ...news, n: 0, copied: false, whole: false, clockOffset, lastUsed, ...anew };
    },
  };
  const { keys } = db;
  // In one transaction: a former device's key that outlived it would be taken for an attempt, and its numbers begin anew.
  const isKept = await db.transaction("rw", [...appendTables(db), keys], async () => {
    const kept = await append(db, change);
    if (!kept.ok) return false;
    // Keys of attempts that came to nothing; a former device's statements are signed already.
    const others = (await keys.where("ward").equals(ward).primaryKeys()).filter((kid) => kid !== key.kid);
    await keys.bulkDelete(others);
    return true;
  });
  return isKept ? ((await db.memberships.get(ward)) ?? null) : null;
}
