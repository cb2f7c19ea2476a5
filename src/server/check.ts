import { createHash, webcrypto } from "node:crypto";
import { isDigest } from "../domain/ids.ts";
import { isRecord } from "../domain/jws.ts";
import { err, type Result } from "../domain/result.ts";
import { MOST_BYTES, parseStatement, verifyStatement, type Statement } from "../domain/statement.ts";
import { thumbprint } from "./thumbprint.ts";

/** A public key as a JWK. */
export interface Jwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
}

/** The keys that may sign in a ward, by device; the answer is null for a stranger. */
export type FindKey = (kid: string) => Promise<Jwk | null>;

/** What checks statements one by one; keys that were read once are kept, since the name of a key is its thumbprint. */
export interface Checker {
  /** Form, signature and digests, in the thread pool. The error is a short code. */
  readonly check: (text: string, findKey: FindKey) => Promise<Result<Statement, string>>;
}

const MOST_KEYS = 10_000;

/** Makes a checker with its own store of imported keys. */
export function createChecker(): Checker {
  const keys = new Map<string, webcrypto.CryptoKey>();

  async function find(kid: string, findKey: FindKey): Promise<webcrypto.CryptoKey | null> {
    const jwk = await findKey(kid);
    if (!jwk || !isPublicKey(jwk) || thumbprint(jwk) !== kid) return null;
    const known = keys.get(kid) ?? (await importKey(jwk));
    if (!known) return null;
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(kid, known);
    return known;
  }

  return {
    async check(text, findKey) {
      if (Buffer.byteLength(text) > MOST_BYTES) return err("too-large");
      const read = parseStatement(text);
      if (!read.ok) return read;
      const key = await find(read.value.kid, findKey);
      if (!key) return err("unknown-signer");
      const verify = (signature: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>) =>
        webcrypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, signature, bytes);
      return verifyStatement(read.value, verify, sha256);
    },
  };
}

/** Whether something is a P-256 public key in the form of PROTOCOL.md. */
export function isPublicKey(value: unknown): value is Jwk {
  return (
    isRecord(value) &&
    value["kty"] === "EC" &&
    value["crv"] === "P-256" &&
    isDigest(value["x"]) &&
    isDigest(value["y"])
  );
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

/** Null for a point that is not on the curve. */
async function importKey({ x, y }: Jwk): Promise<webcrypto.CryptoKey | null> {
  const jwk = { kty: "EC", crv: "P-256", x, y };
  try {
    return await webcrypto.subtle.importKey("jwk", jwk, { name: "ECDSA", namedCurve: "P-256" }, true, [
      "verify",
    ]);
  } catch {
    return null;
  }
}
