import { decodeJwt, decodeProtectedHeader, errors, jwtVerify } from "jose";
import type { Kysely, Selectable } from "kysely";
import * as v from "valibot";
import { isAreaCode, isDigest, isHouseholdId, isStatementId, timeOf } from "../../domain/ids.ts";
import { inArea } from "../../domain/kinds/rules.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import { MOST_INVITE_SECONDS } from "../../domain/signed/signed-invite.ts";
import type { PublicKey } from "../../domain/ward-facts.ts";
import { wholeNumber } from "../../domain/words/whole-number.ts";
import type { DeviceFact, WardRow } from "../store/rows.ts";
import type { InviteTable, Schema } from "../store/schema.ts";
import { findDevice } from "./gate.ts";
import { bringsInto } from "./invites.ts";
import { importKey } from "./token.ts";

/** An invite that a device has signed itself, without coverage (PROTOCOL.md §3, `invite+jwt`). */
export interface SignedInvite {
  /** As a row of the invites given out by the ward: its `invite` is the JWT's `jti`. */
  readonly invite: Selectable<InviteTable>;
  readonly signer: DeviceFact;
}

/** Whether an enrolment's `invite` is a signed one; a code of the ward has no dots. */
export function isSignedInvite(text: string): boolean {
  return text.includes(".");
}

/** Reads a signed invite whose signature is that of a device of the ward; null for anything else. Whether it opens something, `refuseSigned` tells. */
export async function readSignedInvite(
  db: Kysely<Schema>,
  ward: WardRow,
  text: string,
): Promise<SignedInvite | null> {
  try {
    const { kid } = decodeProtectedHeader(text);
    const signer = isDigest(kid) ? await findDevice(db, ward.ward, kid) : undefined;
    if (!signer) return null;
    const { exp = 0 } = decodeJwt(text);
    const { payload } = await jwtVerify(text, await importKey(JSON.parse(signer.key) as PublicKey), {
      algorithms: ["ES256"],
      typ: "invite+jwt",
      audience: ward.ward,
      // Whether its time is over is another question: the same key with the same invite gets the same answer for ever.
      currentDate: new Date((exp - 1) * 1000),
    });
    const claims = v.safeParse(inviteClaims, payload);
    if (!claims.success) return null;
    const { jti, role, areas, person, household } = claims.output;
    const invite = {
      ward: ward.ward,
      invite: jti,
      role,
      areas: JSON.stringify(areas),
      person: person ?? null,
      household: household ?? null,
      expires_at: claims.output.exp,
      epoch: ward.epoch,
      made_by: signer.kid,
    };
    return { invite, signer };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof DOMException)
      return null;
    throw error;
  }
}

/** Why a signed invite opens nothing; null where it opens what it says. Whether it was used, the caller has asked. */
export async function refuseSigned(
  db: Kysely<Schema>,
  ward: WardRow,
  { invite, signer }: SignedInvite,
  now: number,
): Promise<Result<null, "invite-unknown" | "invite-expired" | "forbidden">> {
  if (invite.expires_at < now) return err("invite-expired");
  // A clock that is off by an hour is no forgery.
  if (invite.expires_at > now + MOST_INVITE_SECONDS + 3600) return err("invite-unknown");
  // As with a code: whether somebody used it after the backup that was restored, the log has lost.
  if (bringsInto(invite.role) && timeOf(invite.invite) < ward.epoch_began) return err("invite-expired");
  // What a lost phone signs after its loss, or signed before, brings nobody in any more.
  if (signer.revoked_seq !== null || (await isCalledBack(db, invite.invite, signer))) {
    return err("invite-expired");
  }
  if (invite.household !== null) {
    const place = await placeOfHousehold(db, invite.ward, invite.household);
    if (!place) return err("invite-unknown");
    const act = { sub: invite.household, body: {}, author: null, ...place };
    if (signer.role === "volunteer" && inArea(signer, act)) return ok(null);
  }
  return signer.role === "office" ? ok(null) : err("forbidden");
}

const inviteClaims = v.pipe(
  v.looseObject({
    aud: v.string(),
    jti: v.custom<string>(isStatementId),
    role: v.picklist(["office", "volunteer", "household", "viewer"]),
    exp: wholeNumber,
    household: v.optional(v.custom<string>(isHouseholdId)),
    areas: v.optional(v.pipe(v.array(v.custom<string>(isAreaCode)), v.maxLength(500)), []),
    person: v.optional(v.custom<string>(isHouseholdId)),
  }),
  // The phone of a household belongs to one, and no other does. It is nobody's further phone: who is named speaks for whoever
  // has that name.
  v.check(({ role, household, person, areas }) =>
    role === "household"
      ? household !== undefined && person === undefined && areas.length === 0
      : household === undefined,
  ),
);

/** Taken back by whoever signed it, by another phone of theirs, or by the office. Of any other it would be a nuisance, and does nothing. */
async function isCalledBack(db: Kysely<Schema>, jti: string, signer: DeviceFact): Promise<boolean> {
  const by = await db
    .selectFrom("statements as s")
    .innerJoin("devices as d", (join) => join.onRef("d.ward", "=", "s.ward").onRef("d.kid", "=", "s.kid"))
    .select(["d.person", "d.role"])
    .where("s.ward", "=", signer.ward)
    .where("s.type", "=", "invite.cancelled")
    .where("s.sub", "=", jti)
    .execute();
  return by.some(({ person, role }) => person === signer.person || role === "office");
}

async function placeOfHousehold(db: Kysely<Schema>, ward: string, id: string) {
  const all = db.selectFrom("households").where("ward", "=", ward);
  const own = await all.select(["heir", "area"]).where("household", "=", id).executeTakeFirst();
  if (!own) return null;
  const heir = await all.select("area").where("household", "=", own.heir).executeTakeFirst();
  return { household: own.heir, area: heir?.area ?? own.area };
}
