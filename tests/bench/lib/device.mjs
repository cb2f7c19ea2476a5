import { createHash, randomBytes, webcrypto } from "node:crypto";

import { exportJWK, generateKeyPair, SignJWT } from "jose";

/**
 * A device enrolled over HTTP by a link, which signs as PROTOCOL.md §2 says: nothing of the project's own code.
 * `address` is where it seems to ask from.
 * @returns {Promise<{ kid: string, jwk: object, say: (draft: object) => Promise<string>, token: () => Promise<string> }>}
 */
export async function enrolDevice(origin, link, address) {
  const [, ward, code] = /#([^.]+)\.(.+)$/.exec(link);
  const { publicKey, privateKey } = await generateKeyPair("ES256", { extractable: true });
  const { x, y } = await exportJWK(publicKey);
  const jwk = { crv: "P-256", kty: "EC", x, y };
  const kid = createHash("sha256").update(JSON.stringify(jwk)).digest("base64url");
  const jwt = (typ, claims) =>
    new SignJWT({ aud: ward, iat: seconds(), ...claims })
      .setProtectedHeader({ alg: "ES256", typ, ...(typ === "device+jwt" ? { kid } : {}) })
      .sign(privateKey);
  const answer = await fetch(`${origin}/api/wards/${ward}/devices`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(address ? { "x-forwarded-for": address } : {}) },
    body: JSON.stringify({
      invite: code,
      publicKey: jwk,
      name: "Máy đo",
      proof: await jwt("proof+jwt", { nonce: code }),
    }),
  });
  if (answer.status !== 201) throw new Error(`enrolment: ${answer.status} ${await answer.text()}`);
  let n = 0;
  return {
    kid,
    jwk,
    say: ({ personal = {}, jti = newId(), ...draft }) => {
      n += 1;
      return sign({ jti, n, iat: seconds(), ward, v: 1, ...draft }, personal, { kid, privateKey });
    },
    token: () => jwt("device+jwt", { exp: seconds() + 290, jti: newId() }),
  };
}

/** A new UUIDv7. */
export function newId() {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes[6] = 0x70 | (bytes[6] & 0x0f);
  bytes[8] = 0x80 | (bytes[8] & 0x3f);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

async function sign(claims, personal, { kid, privateKey }) {
  const disclosures = Object.entries(personal).map(([name, value]) =>
    encode([randomBytes(16).toString("base64url"), name, value]),
  );
  const digests = disclosures.map((text) => createHash("sha256").update(text).digest("base64url"));
  const payload = digests.length > 0 ? { ...claims, _sd: digests.toSorted(), _sd_alg: "sha-256" } : claims;
  const signed = `${encode({ alg: "ES256", typ: "statement+sd-jwt", kid })}.${encode(payload)}`;
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  const signature = await webcrypto.subtle.sign(algorithm, privateKey, Buffer.from(signed));
  return [`${signed}.${Buffer.from(signature).toString("base64url")}`, ...disclosures, ""].join("~");
}

function encode(value) {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function seconds() {
  return Math.floor(Date.now() / 1000);
}
