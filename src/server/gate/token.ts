import { decodeJwt, decodeProtectedHeader, errors, importJWK, jwtVerify, type CryptoKey } from "jose";
import { isDigest } from "../../domain/ids.ts";
import { err, ok, type Result } from "../../domain/result.ts";
import type { PublicKey } from "../../domain/ward-facts.ts";
import { thumbprint } from "../check/thumbprint.ts";

/** Why a token opens nothing. `clock-skew` is told only of one whose signature is right. */
export type TokenError = "no-token" | "bad-token" | "clock-skew";

/** The token of an `Authorization` header as it came, and the device that it names; nothing of it is proved yet. */
export interface Token {
  readonly text: string;
  readonly kid: string;
}

/** Reads the header `Authorization: Bearer <JWT>`; anything that is not the token of a device is refused. */
export function readToken(header: string | undefined): Result<Token, TokenError> {
  if (header === undefined) return err("no-token");
  const [, text, head = ""] = /^Bearer (([\w-]+)\.[\w-]+\.[\w-]+)$/i.exec(header) ?? [];
  if (text === undefined || text.length > 4096) return err("bad-token");
  const kid = readHead(head);
  return kid === null ? err("bad-token") : ok({ text, kid });
}

/** The device that the first part of a token names; null where it is no such part. It is the same in all tokens of a device. */
function readHead(head: string): string | null {
  const known = heads.get(head);
  if (known !== undefined) return known;
  try {
    const { alg, typ, kid } = decodeProtectedHeader(`${head}..`);
    if (alg !== "ES256" || typ !== "device+jwt" || !isDigest(kid)) return null;
    if (heads.size >= MOST_KNOWN) heads.clear();
    heads.set(head, kid);
    return kid;
  } catch {
    return null;
  }
}

const heads = new Map<string, string>();

/** Checks tokens. */
export type VerifyToken = typeof verifyToken;

/**
 * Checks a token against the key that its device has, for one ward and one time in seconds (PROTOCOL.md §3, 'Who asks').
 * Time comes last, so that a wrong clock is told only to whom it concerns.
 */
export async function verifyToken(
  token: Token,
  key: PublicKey,
  ward: string,
  now: number,
): Promise<Result<null, TokenError>> {
  const proved = await proveToken(token, key, ward);
  return proved.ok ? judgeTime(proved.value, now) : proved;
}

/** `verifyToken` that remembers what it proved: a token is good for any number of calls, and its signature the dearest part of each. */
export function createTokenVerifier(): VerifyToken {
  const known = new Map<string, Life & { readonly ward: string }>();
  return async (token, key, ward, now) => {
    const before = known.get(token.text);
    // The token's own text names its key by a thumbprint, so that the same text cannot be good for another.
    if (before?.ward === ward) return judgeTime(before, now);
    const proved = await proveToken(token, key, ward);
    if (!proved.ok) return proved;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(token.text, { ...proved.value, ward });
    return judgeTime(proved.value, now);
  };
}

/** Seconds between which a token is good. */
interface Life {
  readonly from: number;
  readonly to: number;
}

function judgeTime({ from, to }: Life, now: number): Result<null, TokenError> {
  return now >= from && now <= to ? ok(null) : err("clock-skew");
}

/** Everything about a token but whether it is its time. */
async function proveToken(token: Token, key: PublicKey, ward: string): Promise<Result<Life, TokenError>> {
  if (thumbprint(key) !== token.kid) return err("bad-token");
  try {
    const { iat } = decodeJwt(token.text);
    const { payload } = await jwtVerify(token.text, await importKey(key), {
      algorithms: ["ES256"],
      typ: "device+jwt",
      audience: ward,
      requiredClaims: ["iat", "exp", "jti"],
      // Judged at its own time first: its length and its signature must be right whatever the clocks say.
      currentDate: new Date((iat ?? 0) * 1000),
    });
    const { aud, jti, exp } = payload;
    if (typeof aud !== "string" || typeof jti !== "string" || iat === undefined || exp === undefined)
      return err("bad-token");
    if (exp > iat + MOST_SECONDS) return err("bad-token");
    return ok({ from: iat - EARLY_SECONDS, to: exp });
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof DOMException)
      return err("bad-token");
    throw error;
  }
}

/** Imports a P-256 key; throws a `DOMException` or a `JOSEError` where it is no point of the curve. */
export async function importKey({ kty, crv, x, y }: PublicKey): Promise<CryptoKey> {
  return (await importJWK({ kty, crv, x, y }, "ES256")) as CryptoKey;
}

/** Tokens, and first parts of them, that are remembered: some megabytes at most. */
const MOST_KNOWN = 10_000;
const MOST_SECONDS = 300;
const EARLY_SECONDS = 60;
