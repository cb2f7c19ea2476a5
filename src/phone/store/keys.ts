import { encodeBase64url } from "../../domain/base64url.ts";
import type { Signer } from "../../domain/jws.ts";
import type { PublicKey } from "../../domain/ward-facts.ts";
import type { KeyRow } from "./rows.ts";

const P256 = { name: "ECDSA", namedCurve: "P-256" };
const ES256 = { name: "ECDSA", hash: "SHA-256" };

/** A new key for a ward, whose private half nothing can read out, this app included. */
export async function newKey(subtle: SubtleCrypto, ward: string, invite: string): Promise<KeyRow> {
  const pair = await subtle.generateKey(P256, false, ["sign", "verify"]);
  const { x = "", y = "" } = await subtle.exportKey("jwk", pair.publicKey);
  const key: PublicKey = { kty: "EC", crv: "P-256", x, y };
  return { kid: await thumbprint(subtle, key), ward, invite, pair, key };
}

/** What signs for this phone. */
export function signerOf(subtle: SubtleCrypto, { kid, pair }: KeyRow): Signer {
  return { kid, sign: async (bytes) => new Uint8Array(await subtle.sign(ES256, pair.privateKey, bytes)) };
}

/** RFC 7638 §3: SHA-256 over the required members in the order of their names. */
export async function thumbprint(subtle: SubtleCrypto, { crv, kty, x, y }: PublicKey): Promise<string> {
  return digestText(subtle, JSON.stringify({ crv, kty, x, y }));
}

/** SHA-256 of a text's UTF-8, base64url. */
export async function digestText(subtle: SubtleCrypto, text: string): Promise<string> {
  return encodeBase64url(await sha256(subtle)(new TextEncoder().encode(text)));
}

/** SHA-256 by the browser. */
export function sha256(subtle: SubtleCrypto) {
  return async (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(await subtle.digest("SHA-256", bytes));
}

/** Whether bytes were signed by a key; false, too, for a point that is not on the curve. */
export async function isSignedBy(
  subtle: SubtleCrypto,
  key: PublicKey,
  signature: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    const { kty, crv, x, y } = key;
    const imported = await subtle.importKey("jwk", { kty, crv, x, y }, P256, true, ["verify"]);
    return await subtle.verify(ES256, imported, signature, bytes);
  } catch {
    return false;
  }
}
