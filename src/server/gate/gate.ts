import type { Kysely } from "kysely";
import { err, ok, type Result } from "../../domain/result.ts";
import { parseStatement } from "../../domain/statement.ts";
import type { PublicKey } from "../../domain/ward-facts.ts";
import { isPublicKey, type Jwk } from "../check/check.ts";
import { thumbprint } from "../check/thumbprint.ts";
import { isOneOf, prepared } from "../store/prepared.ts";
import { toDevice, type DeviceFact } from "../store/rows.ts";
import type { Schema } from "../store/schema.ts";
import { together } from "../turns/together.ts";
import { readToken, type Token, type TokenError, type VerifyToken } from "./token.ts";

/** What the gate needs: the log's devices, the time in milliseconds, and what checks tokens. */
interface Parts {
  readonly db: Kysely<Schema>;
  readonly now: () => number;
  readonly verifyToken: VerifyToken;
}

/** Finds the key of a device of a ward; undefined for a stranger. */
export type FindKey = (ward: string, kid: string) => Promise<Jwk | undefined>;

/** A device of the ward whose token is good. Whether it was revoked is for the call to judge. */
export async function openGate(
  { db, now, verifyToken }: Parts,
  ward: string,
  authorization: string | undefined,
): Promise<Result<DeviceFact, TokenError | "unknown-device">> {
  const token = readToken(authorization);
  if (!token.ok) return token;
  const device = await findDevice(db, ward, token.value.kid);
  if (!device) return err("unknown-device");
  const good = await verifyToken(token.value, JSON.parse(device.key) as PublicKey, ward, now() / 1000);
  return good.ok ? ok(device) : good;
}

/** The same for a push, which the transaction looks at the log for once more: by keys that are remembered. */
export async function openGateToPush(
  { now, verifyToken, findKey }: Omit<Parts, "db"> & { readonly findKey: FindKey },
  ward: string,
  authorization: string | undefined,
): Promise<Result<Token, TokenError | "unknown-device">> {
  const token = readToken(authorization);
  if (!token.ok) return token;
  const key = await findKey(ward, token.value.kid);
  if (!key) return err("unknown-device");
  const good = await verifyToken(token.value, { ...key, kty: "EC", crv: "P-256" }, ward, now() / 1000);
  return good.ok ? token : good;
}

/**
 * The device of a key that the store does not know and that brings its own enrolment along as its first statement
 * (PROTOCOL.md §3): its token is good for the key that the enrolment names. Whether the ward key signed that, the judge tells.
 */
export async function openGateByEnrolment(
  { now, verifyToken }: Parts,
  ward: string,
  authorization: string | undefined,
  first: string | undefined,
): Promise<Result<{ readonly kid: string }, TokenError | "unknown-device">> {
  const token = readToken(authorization);
  if (!token.ok) return token;
  const read = parseStatement(first ?? "");
  const claims = read.ok ? read.value.claims : undefined;
  const key = claims?.body["key"];
  if (claims?.type !== "device.enrolled" || claims.sub !== token.value.kid || !isPublicKey(key))
    return err("unknown-device");
  const publicKey: PublicKey = { kty: "EC", crv: "P-256", x: key.x, y: key.y };
  if (thumbprint(publicKey) !== token.value.kid) return err("unknown-device");
  const good = await verifyToken(token.value, publicKey, ward, now() / 1000);
  return good.ok ? ok({ kid: token.value.kid }) : good;
}

/** A device by its id, as the log knows it now. */
export async function findDevice(
  db: Kysely<Schema>,
  ward: string,
  kid: string,
): Promise<DeviceFact | undefined> {
  return await findNamed(db, nameOf({ ward, kid }));
}

const findNamed = together(async (db, names) => {
  const pairs = names.map((name) => name.split(" "));
  const rows = await devicesNamed(
    db,
    [...new Set(pairs.map(([ward = ""]) => ward))],
    pairs.map(([, kid = ""]) => kid),
  );
  return new Map(rows.map((row) => [nameOf(row), toDevice(row)]));
});

function nameOf({ ward, kid }: { readonly ward: string; readonly kid: string }): string {
  return `${ward} ${kid}`;
}

const devicesNamed = prepared((db, wards: readonly string[], kids: readonly string[]) =>
  db
    .selectFrom("devices")
    .selectAll()
    .where(isOneOf(db, "ward", wards))
    .where(isOneOf(db, "kid", kids)),
);
