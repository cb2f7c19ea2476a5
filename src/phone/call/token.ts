import { encodeBase64url } from "../../domain/base64url.ts";
import { signJws, type Signer } from "../../domain/jws.ts";

/** Seconds a token is good for; PROTOCOL.md §3 allows 300. */
const LIFE = 240;

/** A token by which a ward knows this device: `iat` in seconds by the corrected clock. */
export function makeToken(
  signer: Signer,
  ward: string,
  iat: number,
  random: (bytes: number) => Uint8Array,
): Promise<string> {
  const header = { alg: "ES256", typ: "device+jwt", kid: signer.kid };
  return signJws(header, { aud: ward, iat, exp: iat + LIFE, jti: encodeBase64url(random(16)) }, signer);
}

/** Shows that whoever redeems a code holds the key (PROTOCOL.md §3, `POST …/devices`). */
export function makeProof(signer: Signer, ward: string, code: string, iat: number): Promise<string> {
  return signJws({ alg: "ES256", typ: "proof+jwt" }, { aud: ward, nonce: code, iat }, signer);
}
