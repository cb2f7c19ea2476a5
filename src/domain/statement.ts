import {
  decodeBase64url,
  decodeText,
  encodeBase64url,
  encodeText,
  type DecodeBase64url,
} from "./base64url.ts";
import { isDigest, isStatementId, isWardSlug } from "./ids.ts";
import { isRecord, readJws, signJws, type Jws, type Signer } from "./jws.ts";
import { err, ok, type Result } from "./result.ts";

/** The payload of a statement (PROTOCOL.md §2). */
export interface Claims {
  readonly jti: string;
  readonly n: number;
  /** Seconds since 1970, by the device's corrected clock. */
  readonly iat: number;
  readonly ward: string;
  readonly type: string;
  readonly v: number;
  readonly sub: string;
  readonly in?: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly _sd?: readonly string[];
}

/** One personal field: its bytes as sent, and what they say. */
export interface Disclosure {
  readonly text: string;
  readonly name: string;
  readonly value: unknown;
}

/** A statement that was read, and whose form is sound; whether it is authentic, `verifyStatement` tells. */
export interface Statement {
  /** `<header>.<payload>`: two statements are the same when this is, byte for byte. */
  readonly signed: string;
  /** The compact JWS, without disclosures. */
  readonly jws: string;
  /** Canonical base64url of 64 bytes r ‖ s. */
  readonly signature: string;
  /** The device that signed: thumbprint of its key. */
  readonly kid: string;
  readonly claims: Claims;
  readonly disclosures: readonly Disclosure[];
}

/** What somebody wants to say, before it has an id, a number and a signature. */
export interface Draft {
  /** Given where another statement of the same act names it; otherwise drawn when it is made. */
  readonly jti?: string;
  readonly type: string;
  readonly v?: number;
  readonly sub: string;
  readonly in?: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Fields that become disclosures; an absent one is left out. */
  readonly personal?: Readonly<Record<string, unknown>>;
}

/** A draft that has its id. */
export type NamedDraft = Draft & { readonly jti: string };

/** What making a statement takes from outside: identity, time, chance and the key. */
export interface Making {
  readonly jti: string;
  readonly n: number;
  readonly iat: number;
  readonly ward: string;
  readonly signer: Signer;
  readonly random: (bytes: number) => Uint8Array;
  readonly sha256: Sha256;
}

/** SHA-256 of bytes. */
export type Sha256 = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array> | Uint8Array;
/** SHA-256 of a text's UTF-8 as base64url. */
export type DigestText = (text: string) => Promise<string> | string;
/** Whether 64 bytes r ‖ s are the signature over the text, which is plain ASCII, by the key at hand. */
export type VerifySignature = (
  signature: Uint8Array<ArrayBuffer>,
  signed: string,
) => Promise<boolean> | boolean;

/** Bytes a statement may have (PROTOCOL.md §3). */
export const MOST_BYTES = 512 * 1024;

/** Makes and signs a statement: an SD-JWT (RFC 9901) with one digest for each personal field, in no telling order. */
export async function makeStatement(draft: Draft, making: Making): Promise<Statement> {
  const named = Object.entries(draft.personal ?? {}).filter(([, value]) => value !== undefined);
  const disclosures = named.map(([name, value]) => disclose(encodeBase64url(making.random(16)), name, value));
  const bytes = disclosures.map(({ text }) => making.sha256(new TextEncoder().encode(text)));
  const digests = (await Promise.all(bytes)).map(encodeBase64url);
  const claims: Claims = {
    jti: making.jti,
    n: making.n,
    iat: making.iat,
    ward: making.ward,
    type: draft.type,
    v: draft.v ?? 1,
    sub: draft.sub,
    ...(draft.in === undefined ? {} : { in: draft.in }),
    body: draft.body,
    // RFC 9901 §4.2.4.1: the order of the digests must not tell the order of the fields.
    ...(digests.length > 0 ? { _sd: [...digests].sort(), _sd_alg: "sha-256" } : {}),
  };
  const header = { alg: "ES256", typ: "statement+sd-jwt", kid: making.signer.kid };
  const jws = await signJws(header, claims, making.signer);
  const read = parseStatement(formatStatement(jws, disclosures));
  if (!read.ok) throw new Error(`a statement was made that cannot be read: ${read.error}`);
  return read.value;
}

/** Reads a statement and checks its form: header, canonical encoding, claims, disclosures. The error is a short code. */
export function parseStatement(
  text: string,
  decode: DecodeBase64url = decodeBase64url,
): Result<Statement, string> {
  const [jws = "", ...rest] = text.split("~");
  if (rest.pop() !== "") return err("no-last-tilde");
  const read = readJws(jws, decode);
  if (!read) return err("not-a-jws");
  const { header, payload, signed, signature } = read;
  const triples = rest.map((one) => readJson(one, decode));
  const parts = readParts(header, payload, triples, (at, name, value) => ({
    text: rest[at] ?? "",
    name,
    value,
  }));
  if (!parts.ok) return parts;
  const { kid, claims, disclosures } = parts.value;
  return ok({ signed, jws, signature, kid, claims, disclosures });
}

/** What the parts of a statement say. */
export interface Read<One> {
  readonly kid: string;
  readonly claims: Claims;
  readonly disclosures: readonly One[];
}

/** Checks the form of a statement by its decoded parts; each disclosure, undefined where it is no JSON, is made anew of its name and value. The error is a short code. */
export function readParts<One extends Pick<Disclosure, "name">>(
  header: Jws["header"],
  payload: Jws["payload"],
  triples: readonly unknown[],
  make: (at: number, name: string, value: unknown) => One,
): Result<Read<One>, string> {
  const kid = kidOf(header);
  if (kid === null) return err("bad-header");
  const claims = claimsOf(payload);
  if (!claims.ok) return claims;
  const disclosures = triples.map((triple, at) => {
    return isDisclosure(triple, payload) ? make(at, triple[1], triple[2]) : null;
  });
  if (!disclosures.every((disclosure) => disclosure !== null)) return err("bad-disclosure");
  if (disclosures.length > 1 && new Set(disclosures.map(({ name }) => name)).size < disclosures.length)
    return err("disclosure-twice");
  return ok({ kid, claims: claims.value, disclosures });
}

/** The same statement with these disclosures of it alone. */
export function withDisclosures(statement: Statement, disclosures: readonly Disclosure[]): Statement {
  if (disclosures === statement.disclosures) return statement;
  // One by one: a copy of all that it has would lack what is written when it is asked for (plain-form.ts).
  const { signed, jws, signature, kid, claims } = statement;
  return { signed, jws, signature, kid, claims, disclosures };
}

/** Checks signature and digests against the key of the device that the statement names. The error is a short code. */
export async function verifyStatement(
  statement: Statement,
  verify: VerifySignature,
  digest: DigestText,
): Promise<Result<Statement, string>> {
  const signature = decodeBase64url(statement.signature);
  if (!signature || !(await verify(signature, statement.signed))) return err("bad-signature");
  return matchDigests(statement, await Promise.all(statement.disclosures.map(({ text }) => digest(text))));
}

/** Whether the statement names the digests of its disclosures, which are given in their order. The error is a short code. */
export function matchDigests(statement: Statement, digests: readonly string[]): Result<Statement, string> {
  const named = new Set(statement.claims._sd);
  // `delete` tells whether the digest was still there: one digest, one disclosure.
  return digests.every((digest) => named.delete(digest)) ? ok(statement) : err("digest-does-not-fit");
}

/** The wire form: `<JWS>~<disclosure>~…~`. */
export function formatStatement(jws: string, disclosures: readonly Pick<Disclosure, "text">[]): string {
  return [jws, ...disclosures.map(({ text }) => text), ""].join("~");
}

/** The personal fields of a statement by name. */
export function personalOf(statement: Statement): Record<string, unknown> {
  return Object.fromEntries(statement.disclosures.map(({ name, value }) => [name, value]));
}

/** How many personal fields were signed but did not come along: lost on the way, or erased. */
export function missingDisclosures(statement: Statement): number {
  return (statement.claims._sd?.length ?? 0) - statement.disclosures.length;
}

const CLAIMS = new Set([
  "jti",
  "n",
  "iat",
  "ward",
  "type",
  "v",
  "sub",
  "in",
  "body",
  "_sd",
  "_sd_alg",
  "...",
]);

function disclose(salt: string, name: string, value: unknown): Disclosure {
  return { text: encodeText(JSON.stringify([salt, name, value])), name, value };
}

function readJson(segment: string, decode: DecodeBase64url): unknown {
  const text = decodeText(segment, decode);
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isDisclosure(triple: unknown, payload: Jws["payload"]): triple is [string, string, unknown] {
  if (!Array.isArray(triple) || triple.length !== 3) return false;
  const [salt, name, value] = triple as unknown[];
  if (typeof salt !== "string" || typeof name !== "string") return false;
  return !CLAIMS.has(name) && !Object.hasOwn(payload, name) && !hasHiddenParts(value);
}

function kidOf(header: Jws["header"]): string | null {
  const { alg, typ, kid } = header;
  const exact = Object.keys(header).length === 3 && alg === "ES256" && typ === "statement+sd-jwt";
  return exact && isDigest(kid) ? kid : null;
}

function claimsOf(payload: Jws["payload"]): Result<Claims, string> {
  const { jti, n, iat, ward, type, v, sub, in: place, body, _sd, _sd_alg } = payload;
  if (!isStatementId(jti)) return err("bad-jti");
  if (!isCount(n) || n < 1) return err("bad-n");
  if (!isCount(iat) || iat > 1e11) return err("bad-iat");
  if (!isWardSlug(ward)) return err("bad-ward");
  if (typeof type !== "string" || !/^[a-z][\w-]{0,40}(\.[\w-]{1,40})+$/.test(type)) return err("bad-type");
  if (!isCount(v) || v < 1) return err("bad-version");
  if (typeof sub !== "string" || sub.length < 1 || sub.length > 200) return err("bad-sub");
  if (place !== undefined && typeof place !== "string") return err("bad-in");
  if (!isRecord(body) || hasHiddenParts(body, 1)) return err("bad-body");
  if ("..." in payload || Object.keys(payload).some((name) => isHidden(name, payload[name])))
    return err("hidden-parts");
  if (_sd !== undefined && !(isDigestList(_sd) && _sd_alg === "sha-256")) return err("bad-digests");
  return ok({
    jti,
    n,
    iat,
    ward,
    type,
    v,
    sub,
    body,
    ...(place === undefined ? {} : { in: place }),
    ...(_sd === undefined ? {} : { _sd }),
  });
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isDigestList(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= 64 &&
    value.every(isDigest) &&
    value.every((one, at) => value.indexOf(one) === at)
  );
}

const LOOKED_AT = new Set(["body", "_sd", "_sd_alg"]);

function isHidden(name: string, value: unknown): boolean {
  return !LOOKED_AT.has(name) && hasHiddenParts(value, 1);
}

/** RFC 9901 would allow digests anywhere below; PROTOCOL.md §2 does not, so that one look tells what is missing. */
function hasHiddenParts(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return false;
  // Nobody nests so deep but to exhaust the stack.
  if (depth > 20 || "_sd" in value || "..." in value) return true;
  return Object.values(value).some((part) => hasHiddenParts(part, depth + 1));
}
