import { webcrypto } from "node:crypto";
import { SignJWT } from "jose";
import type { Signer } from "../../domain/jws.ts";
import { formatStatement, makeStatement, type Draft } from "../../domain/statement.ts";
import type { PublicKey } from "../../domain/ward-facts.ts";
import { sha256 } from "../check/digest.ts";
import { thumbprint } from "../check/thumbprint.ts";

/** A phone of the demo: its key is made for the past that it tells, and is gone when the demo is made. */
export interface DemoDevice {
  readonly publicKey: PublicKey;
  /** The proof that goes with an enrolment by this code (PROTOCOL.md §3). */
  readonly prove: (ward: string, code: string, seconds: number) => Promise<string>;
  /** Makes the next statement of this phone, as it is sent. */
  readonly say: (ward: string, draft: Draft & { readonly jti: string }, seconds: number) => Promise<string>;
}

/** Makes a phone with a new key. */
export async function makeDevice(random: (bytes: number) => Uint8Array): Promise<DemoDevice> {
  const pair = await webcrypto.subtle.generateKey(ECDSA, false, ["sign", "verify"]);
  const { x, y } = await webcrypto.subtle.exportKey("jwk", pair.publicKey);
  if (x === undefined || y === undefined) throw new Error("a P-256 key has two coordinates");
  const publicKey: PublicKey = { kty: "EC", crv: "P-256", x, y };
  const signer: Signer = {
    kid: thumbprint(publicKey),
    sign: async (bytes) =>
      new Uint8Array(await webcrypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, bytes)),
  };
  let last = 0;
  return {
    publicKey,
    prove: (ward, code, seconds) =>
      new SignJWT({ nonce: code })
        .setProtectedHeader({ alg: "ES256", typ: "proof+jwt" })
        .setAudience(ward)
        .setIssuedAt(seconds)
        .sign(pair.privateKey),
    async say(ward, draft, seconds) {
      last += 1;
      const making = { jti: draft.jti, n: last, iat: seconds, ward, signer, random, sha256 };
      const { jws, disclosures } = await makeStatement(draft, making);
      return formatStatement(jws, disclosures);
    },
  };
}

const ECDSA = { name: "ECDSA", namedCurve: "P-256" };
