import { errors, jwtVerify } from "jose";
import type { Kysely, Selectable } from "kysely";
import * as v from "valibot";
import { uuidV7 } from "../domain/ids.ts";
import { err, ok, type Result } from "../domain/result.ts";
import type { Draft } from "../domain/statement.ts";
import type { PublicKey } from "../domain/ward-facts.ts";
import type { EnrolAnswer } from "../wire/answers.ts";
import type { ProblemSlug } from "../wire/problem.ts";
import type { Acceptor } from "./accept.ts";
import { isPublicKey } from "./check/check.ts";
import { digestOfText } from "./check/digest.ts";
import { thumbprint } from "./check/thumbprint.ts";
import { findDevice } from "./gate/gate.ts";
import { isVoid } from "./gate/invites.ts";
import { isSignedInvite, readSignedInvite, refuseSigned, type SignedInvite } from "./gate/signed-invites.ts";
import { importKey } from "./gate/token.ts";
import type { KeyRing } from "./keys/keys.ts";
import { say } from "./keys/say.ts";
import { isNamelessHousehold } from "./log/nameless-households.ts";
import type { DeviceFact, WardRow } from "./store/rows.ts";
import type { InviteTable, Schema } from "./store/schema.ts";

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));

/** The body of `POST …/devices`. */
export const enrolRequest = v.object({
  invite: v.pipe(v.string(), v.minLength(1), v.maxLength(4096)),
  publicKey: v.custom<PublicKey>(isPublicKey),
  name,
  personName: v.optional(name),
  proof: v.pipe(v.string(), v.maxLength(4096)),
});
export type EnrolRequest = v.InferOutput<typeof enrolRequest>;

interface Parts {
  readonly db: Kysely<Schema>;
  readonly acceptor: Acceptor;
  readonly keys: KeyRing;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
}

/**
 * Enrols a key by a code or a signed invite (PROTOCOL.md §3, `POST …/devices`): the ward key says `device.enrolled`. The same key with the same
 * code gets the same answer again. Requests must come one after another, see `createTurns`.
 */
export async function enrol(
  parts: Parts,
  ward: WardRow,
  request: EnrolRequest,
): Promise<Result<EnrolAnswer, ProblemSlug>> {
  const { db, keys, now } = parts;
  const kid = thumbprint(request.publicKey);
  if (!(await isProof(request, ward.ward))) return err("bad-proof");
  const signed = isSignedInvite(request.invite) ? await readSignedInvite(db, ward, request.invite) : null;
  const invite = signed?.invite ?? (await findInvite(db, ward.ward, digestOfText(request.invite)));
  if (!invite) return err("invite-unknown");
  const known = await findDevice(db, ward.ward, kid);
  if (known && known.revoked_seq !== null) return err("device-revoked");
  const again = await answerAgain(db, ward, invite.invite, kid);
  if (again) return ok(again);
  const refusal = await findRefusal(db, ward, { invite, signed }, now() / 1000);
  // Another process may have enrolled this very key between the two looks: that is no other's use of the code.
  const meanwhile = refusal === "invite-used" ? await answerAgain(db, ward, invite.invite, kid) : null;
  if (meanwhile) return ok(meanwhile);
  if (refusal) return err(refusal);
  const wardKeys = await keys.find(ward.ward);
  if (!wardKeys) return err("unavailable");
  const draft = draftOf(parts, request, invite, kid, known);
  const told = await say(parts, ward.ward, wardKeys, [draft]);
  if (!told.ok) return err(told.error);
  const [enrolled] = told.value;
  if (enrolled?.verdict.status === "rejected" && enrolled.verdict.reason === "invite-used")
    return err("invite-used");
  // Another process has given the ward a new key, into a folder that is not this one's.
  if (enrolled?.verdict.status === "rejected" && enrolled.verdict.reason === "not-ward-key")
    return err("unavailable");
  if (enrolled?.verdict.status !== "accepted")
    throw new Error(`the ward's own enrolment was ${enrolled?.verdict.status}`);
  // Another process may have been asked at the same time: what came first into the log is the answer of both.
  const first = await answerAgain(db, ward, invite.invite, kid);
  if (!first) throw new Error("the ward's own enrolment is not in its log");
  return ok(first);
}

/** Lets works with the same name run one after another. */
export function createTurns(): <T>(name: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (turn, work) => {
    const mine = (last.get(turn) ?? Promise.resolve()).then(work, work);
    last.set(turn, mine);
    try {
      return await mine;
    } finally {
      if (last.get(turn) === mine) last.delete(turn);
    }
  };
}

async function isProof({ publicKey, proof, invite }: EnrolRequest, ward: string): Promise<boolean> {
  try {
    const options = { algorithms: ["ES256"], typ: "proof+jwt", audience: ward, requiredClaims: ["nonce"] };
    const { payload } = await jwtVerify(proof, await importKey(publicKey), options);
    return payload["nonce"] === invite && typeof payload.aud === "string";
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof DOMException)
      return false;
    throw error;
  }
}

type Invite = Selectable<InviteTable>;

async function findInvite(db: Kysely<Schema>, ward: string, digest: string): Promise<Invite | undefined> {
  const all = db.selectFrom("invites").selectAll().where("ward", "=", ward);
  return await all.where("invite", "=", digest).executeTakeFirst();
}

/** The answer to the same key and code once more, read off the log, so that it is the same in every word. */
async function answerAgain(
  db: Kysely<Schema>,
  ward: WardRow,
  invite: string,
  kid: string,
): Promise<EnrolAnswer | null> {
  const rows = await db
    .selectFrom("statements")
    .select(["jws", "disclosures"])
    .where("ward", "=", ward.ward)
    .where("sub", "=", kid)
    .where("type", "=", "device.enrolled")
    .orderBy("seq")
    .execute();
  for (const { jws, disclosures } of rows) {
    const body = bodyOf(jws);
    if (body.invite !== invite) continue;
    const { role, areas } = body;
    return {
      device: kid,
      ward: ward.ward,
      role,
      areas,
      epoch: ward.epoch,
      enrolled: `${jws}~${disclosures}`,
    };
  }
  return null;
}

function bodyOf(jws: string): {
  readonly invite: string;
  readonly role: EnrolAnswer["role"];
  readonly areas: string[];
} {
  const payload = Buffer.from(jws.split(".")[1] ?? "", "base64url").toString();
  return (JSON.parse(payload) as { readonly body: ReturnType<typeof bodyOf> }).body;
}

/** Why a code opens nothing any more; the log says whether it was used, or cancelled. */
async function findRefusal(
  db: Kysely<Schema>,
  ward: WardRow,
  { invite, signed }: { readonly invite: Invite; readonly signed: SignedInvite | null },
  now: number,
): Promise<ProblemSlug | null> {
  const used = db.selectFrom("used_invites").select("kid").where("ward", "=", ward.ward);
  if (await used.where("invite", "=", invite.invite).executeTakeFirst()) return "invite-used";
  // Nothing is left there to read, and what would be said there would be erased, too.
  if (invite.household !== null && (await isNamelessHousehold(db, ward.ward, invite.household)))
    return "invite-expired";
  if (signed) {
    const judged = await refuseSigned(db, ward, signed, now);
    return judged.ok ? null : judged.error;
  }
  // One used after the backup that was restored would look unused; the log that knew it is gone (PROTOCOL.md §3, 'The log').
  if (isVoid(invite, ward)) return "invite-expired";
  if (invite.expires_at < now) return "invite-expired";
  const said = db
    .selectFrom("statements")
    .select("seq")
    .where("ward", "=", ward.ward)
    .where("sub", "=", invite.invite);
  return (await said.where("type", "=", "invite.cancelled").executeTakeFirst()) ? "invite-expired" : null;
}

function draftOf(
  { now, random }: Parts,
  request: EnrolRequest,
  invite: Invite,
  kid: string,
  known: DeviceFact | undefined,
): Draft {
  const { kty, crv, x, y } = request.publicKey;
  // A new phone of the same person goes on as the same person; so does a key that gets another role.
  const person = invite.person ?? known?.person ?? uuidV7(now(), random(10));
  const { role, areas } = invite;
  return {
    type: "device.enrolled",
    sub: kid,
    body: {
      key: { kty, crv, x, y },
      role,
      areas: JSON.parse(areas) as string[],
      person,
      invite: invite.invite,
    },
    personal: {
      deviceName: request.name,
      personName: request.personName,
      household: invite.household ?? undefined,
    },
  };
}
