import { createHash, createPublicKey, verify } from "node:crypto";

import { SDJwtInstance } from "@sd-jwt/core";
import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK, type JWK } from "jose";

/**
 * Whether a statement is what it says, by `jose` and `@sd-jwt/core` alone: nothing of the project's own code. Null where it
 * holds, otherwise why it does not.
 */
export async function refusalOf(
  text: string,
  keys: ReadonlyMap<string, JWK>,
  ward: string,
): Promise<string | null> {
  try {
    const [jws = "", ...rest] = text.split("~");
    const { alg, typ, kid, ...more } = decodeProtectedHeader(jws);
    if (alg !== "ES256" || typ !== "statement+sd-jwt" || Object.keys(more).length > 0) return "header";
    const key = keys.get(kid ?? "");
    if (!key || (await calculateJwkThumbprint(key)) !== kid) return "no such device";
    await compactVerify(jws, await importJWK(key, "ES256"), { algorithms: ["ES256"] });
    if (rest.pop() !== "") return "no last tilde";
    const publicKey = createPublicKey({ key, format: "jwk" });
    const reader = new SDJwtInstance({
      hasher: sha256,
      hashAlg: "sha-256",
      verifier: (data, signature) =>
        verify(
          "sha256",
          Buffer.from(data),
          { key: publicKey, dsaEncoding: "ieee-p1363" },
          Buffer.from(signature, "base64url"),
        ),
    });
    // Whether a disclosure fits, it tells; that none is left over, nobody but the digests.
    const { payload } = await reader.verify(text);
    const digests = new Set(listIn(jws));
    if (rest.some((one) => !digests.delete(sha256(one).toString("base64url")))) return "digests";
    return isWard(payload, ward) ? null : "another ward";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function listIn(jws: string): string[] {
  const payload = JSON.parse(Buffer.from(jws.split(".")[1] ?? "", "base64url").toString()) as {
    _sd?: string[];
  };
  return payload._sd ?? [];
}

function isWard(payload: unknown, ward: string): boolean {
  return typeof payload === "object" && payload !== null && "ward" in payload && payload.ward === ward;
}

function sha256(data: string | ArrayBuffer): Buffer {
  return createHash("sha256")
    .update(typeof data === "string" ? data : new Uint8Array(data))
    .digest();
}
