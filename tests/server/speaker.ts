import { createHash, randomBytes, webcrypto } from "node:crypto";

import { uuidV7 } from "../../src/domain/ids.ts";
import type { Signer } from "../../src/domain/jws.ts";
import { formatStatement, makeStatement, type Draft } from "../../src/domain/statement.ts";
import { thumbprint } from "../../src/server/check/thumbprint.ts";

/** Somebody with a key, who makes signed statements. */
export interface Speaker {
  readonly kid: string;
  readonly key: { readonly kty: "EC"; readonly crv: "P-256"; readonly x: string; readonly y: string };
  readonly person: string;
  readonly signer: Signer;
  /** A statement as text; the next `n` is drawn. */
  readonly say: (
    draft: Draft,
    over?: { readonly ward?: string; readonly iat?: number; readonly n?: number },
  ) => Promise<string>;
}

export const newId = () => uuidV7(Date.now(), randomBytes(10));

/** Makes a speaker with a new key. */
export async function createSpeaker(ward: string, now: () => number = Date.now): Promise<Speaker> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const pair = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const { x = "", y = "" } = await webcrypto.subtle.exportKey("jwk", pair.publicKey);
  const kid = thumbprint({ x, y });
  const sign = async (bytes: Uint8Array<ArrayBuffer>) =>
    new Uint8Array(await webcrypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, bytes));
  let n = 0;
  return {
    kid,
    key: { kty: "EC", crv: "P-256", x, y },
    person: newId(),
    signer: { kid, sign },
    async say(draft, over = {}) {
      n += 1;
      const made = await makeStatement(draft, {
        jti: draft.jti ?? newId(),
        n: over.n ?? n,
        iat: over.iat ?? Math.floor(now() / 1000),
        ward: over.ward ?? ward,
        signer: { kid, sign },
        random: (size) => randomBytes(size),
        sha256: (bytes) => createHash("sha256").update(bytes).digest(),
      });
      return formatStatement(made.jws, made.disclosures);
    },
  };
}
