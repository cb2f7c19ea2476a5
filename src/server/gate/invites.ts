import type { Kysely } from "kysely";
import * as v from "valibot";
import { encodeBase64url } from "../../domain/base64url.ts";
import { isAreaCode, isHouseholdId } from "../../domain/ids.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import type { InviteAnswer, InviteRow } from "../../wire/answers.ts";
import { digestOfText } from "../check/digest.ts";
import { isNamelessHousehold } from "../log/nameless-households.ts";
import type { WardRow } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";

/** For how long a code may be good. */
export const MOST_HOURS = 24 * 366;

/** Who is invited to what: the body of `POST …/invites`. */
export const inviteRequest = v.pipe(
  v.object({
    role: v.picklist(["office", "volunteer", "household", "viewer"]),
    areas: v.optional(v.pipe(v.array(v.custom<string>(isAreaCode)), v.maxLength(500)), []),
    person: v.optional(v.custom<string>(isHouseholdId)),
    household: v.optional(v.custom<string>(isHouseholdId)),
    expiresInHours: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(MOST_HOURS)), 72),
  }),
  // The phone of a household belongs to one, and no other does.
  v.check(({ role, household }) => (role === "household") === (household !== undefined)),
);
export type InviteRequest = v.InferOutput<typeof inviteRequest>;

/** What making an invite takes from outside. */
interface Making {
  readonly db: Kysely<Schema>;
  readonly now: () => number;
  readonly random: (bytes: number) => Uint8Array;
  readonly origin: string;
}

/** Makes an invite with a new code of 128 random bits, of which only the digest is kept. `madeBy` is the device that asks, null for the command line. */
export async function makeInvite(
  { db, now, random, origin }: Making,
  ward: WardRow,
  request: InviteRequest,
  madeBy: string | null,
): Promise<Result<InviteAnswer, "unknown-household" | "erased-household">> {
  const { role, areas, person, household, expiresInHours } = request;
  if (household !== undefined && !(await isRegistered(db, ward.ward, household)))
    return err("unknown-household");
  if (household !== undefined && (await isNamelessHousehold(db, ward.ward, household)))
    return err("erased-household");
  const code = encodeBase64url(random(16));
  const expiresAt = Math.floor(now() / 1000 + expiresInHours * 3600);
  await db
    .insertInto("invites")
    .values({
      ward: ward.ward,
      invite: digestOfText(code),
      role,
      areas: JSON.stringify(areas),
      epoch: ward.epoch,
      person: person ?? null,
      household: household ?? null,
      expires_at: expiresAt,
      made_by: madeBy,
    })
    .execute();
  return ok({ code, url: `${origin}/vao#${ward.ward}.${code}`, expiresAt });
}

/** Whether a code opens nothing since the store was restored: who it was given to after the backup, nobody knows (PROTOCOL.md §3, 'The log'). */
export function isVoid(
  { epoch, role }: { readonly epoch: string; readonly role: string },
  present: Pick<WardRow, "epoch">,
): boolean {
  return epoch !== present.epoch && bringsInto(role);
}

/** Whether who comes in by it reads or says what is not their own household's. */
export function bringsInto(role: string): boolean {
  return role === "office" || role === "volunteer";
}

/** All invites of a ward, the newest to expire last; `usedBy` is a device. */
export async function listInvites(db: Kysely<Schema>, ward: WardRow): Promise<InviteRow[]> {
  const rows = await db
    .selectFrom("invites as i")
    .leftJoin("used_invites as d", (join) =>
      join.onRef("d.ward", "=", "i.ward").onRef("d.invite", "=", "i.invite"),
    )
    .leftJoin("statements as c", (join) =>
      join
        .onRef("c.ward", "=", "i.ward")
        .onRef("c.sub", "=", "i.invite")
        .on("c.type", "=", "invite.cancelled"),
    )
    .select(["i.invite", "i.role", "i.areas", "i.epoch", "i.expires_at", "d.kid", "c.jti"])
    .where("i.ward", "=", ward.ward)
    .orderBy("i.expires_at")
    .orderBy("i.invite")
    .execute();
  const byInvite = new Map(
    rows.map(({ invite, role, areas, epoch, expires_at, kid, jti }): [string, InviteRow] => [
      invite,
      {
        invite,
        role,
        areas: JSON.parse(areas) as string[],
        expiresAt: expires_at,
        usedBy: kid,
        cancelled: jti !== null,
        ...(kid === null && isVoid({ epoch, role }, ward) ? { void: true } : {}),
      },
    ]),
  );
  return [...byInvite.values()];
}

async function isRegistered(db: Kysely<Schema>, ward: string, household: string): Promise<boolean> {
  const all = db.selectFrom("households").select("household").where("ward", "=", ward);
  return (await all.where("household", "=", household).executeTakeFirst()) !== undefined;
}
