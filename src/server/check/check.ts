import { createPublicKey, type KeyObject } from "node:crypto";
import { isDigest } from "../../domain/ids.ts";
import { isRecord } from "../../domain/jws.ts";
import { err, type Result } from "../../domain/result.ts";
import { MOST_BYTES, matchDigests, parseStatement, type Statement } from "../../domain/statement.ts";
import { decodeByBuffer } from "./base64url.ts";
import { digestOfText } from "./digest.ts";
import { thumbprint } from "./thumbprint.ts";
import { createVerifiers } from "./verifiers.ts";

/** A public key as a JWK. */
export interface Jwk {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y: string;
}

/** The keys that may have signed, by device; undefined for a stranger. */
export type Keys = ReadonlyMap<string, Jwk>;

/** A statement as it was read, or why it could not be. */
export type Read = Result<Statement, string>;

/** What checks statements; keys that were read once are kept, since the name of a key is its thumbprint. */
export interface Checker {
  /** Signatures, in threads beside this one, and digests of those that could be read; in order. The error is a short code. */
  readonly check: (read: readonly Read[], keys: Keys) => Promise<readonly Read[]>;
  /** Ends the threads; the next check starts new ones. */
  readonly rest: () => Promise<void>;
}

const MOST_KEYS = 10_000;

/** Makes a checker with its own store of imported keys. */
export function createChecker(): Checker {
  const imported = new Map<string, KeyObject>();
  const verifiers = createVerifiers();

  function find(kid: string, keys: Keys): KeyObject | null {
    const jwk = keys.get(kid);
    const known = imported.get(kid);
    if (!jwk || known) return (jwk && known) ?? null;
    if (!isPublicKey(jwk) || thumbprint(jwk) !== kid) return null;
    const key = importKey(jwk);
    if (key === null) return null;
    if (imported.size >= MOST_KEYS) imported.clear();
    imported.set(kid, key);
    return key;
  }

  return {
    async check(read, keys) {
      const known = read.map((one) => (one.ok ? find(one.value.kid, keys) : null));
      const signed = read.flatMap((one, at) => {
        const key = known[at];
        return one.ok && key ? [{ key, jws: one.value.jws }] : [];
      });
      const fits = (await verifiers.verify(signed)).values();
      return read.map((one, at) => {
        if (!one.ok) return one;
        if (!known[at]) return err("unknown-signer");
        if (fits.next().value !== true) return err("bad-signature");
        return matchDigests(
          one.value,
          one.value.disclosures.map(({ text }) => digestOfText(text)),
        );
      });
    },
    rest: verifiers.rest,
  };
}

/** Reads a statement that is no larger than PROTOCOL.md §3 lets one be, and whose names a store can keep and find again. */
export function readStatement(text: string): Read {
  if (Buffer.byteLength(text) > MOST_BYTES) return err("too-large");
  const read = parseStatement(text, decodeByBuffer);
  if (!read.ok) return read;
  const { sub, in: place = "" } = read.value.claims;
  if (UNKEPT.test(sub)) return err("bad-sub");
  return UNKEPT.test(place) ? err("bad-in") : read;
}

/** Control characters, of which PostgreSQL takes no zero, and halves of a pair, which UTF-8 has no bytes for. */
const UNKEPT = /[\p{Cc}\p{Cs}]/u;

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

/** Null for a point that is not on the curve. */
function importKey({ x, y }: Jwk): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  } catch {
    return null;
  }
}
