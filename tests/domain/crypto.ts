import { createHash, webcrypto } from "node:crypto";
import type { VerifySignature } from "../../src/domain/statement.ts";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };

/** SHA-256 by Node's own crypto. */
export function sha256(bytes: Uint8Array | string): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

/** SHA-256 of a text, base64url. */
export function digestText(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** Checks signatures by one public key. */
export async function verifierOf(jwk: webcrypto.JsonWebKey): Promise<VerifySignature> {
  const key = await webcrypto.subtle.importKey("jwk", jwk, algorithm, false, ["verify"]);
  return (signature, signed) =>
    webcrypto.subtle.verify(algorithm, key, signature, new TextEncoder().encode(signed));
}
