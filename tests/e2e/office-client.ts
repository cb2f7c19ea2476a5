import { createHash } from "node:crypto";
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from "jose";

import { parseStatement, personalOf, type Claims } from "../../src/domain/statement.ts";

/** A statement of the log, read. */
export interface Line {
  readonly seq: number;
  readonly kid: string;
  readonly jws: string;
  /** With its disclosures, as it came. */
  readonly text: string;
  readonly claims: Claims;
  readonly personal: Readonly<Record<string, unknown>>;
}

/** An office that asks the ward over HTTP, with `jose` for keys and tokens: nothing of the phone's own code. */
export interface OfficeClient {
  readonly kid: string;
  readonly wardKid: string;
  /** The whole log. */
  readonly pull: () => Promise<readonly Line[]>;
  /** A photo by its name; null where the ward has not got it. */
  readonly photo: (sha256: string) => Promise<Buffer | null>;
}

/** Enrols by a link. */
export async function createOfficeClient(origin: string, ward: string, link: string): Promise<OfficeClient> {
  const code = link.split(`#${ward}.`)[1] ?? "";
  const pair = await generateKeyPair("ES256", { extractable: true });
  const { x = "", y = "" } = await exportJWK(pair.publicKey);
  const publicKey = { kty: "EC", crv: "P-256", x, y };
  const kid = createHash("sha256")
    .update(JSON.stringify({ crv: "P-256", kty: "EC", x, y }))
    .digest("base64url");
  const proof = await new SignJWT({ nonce: code })
    .setProtectedHeader({ alg: "ES256", typ: "proof+jwt" })
    .setAudience(ward)
    .setIssuedAt()
    .sign(pair.privateKey);
  const answer = await fetch(`${origin}/api/wards/${ward}/devices`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ invite: code, publicKey, name: "Văn phòng thử", proof }),
  });
  if (answer.status !== 201) throw new Error(`enrolment: ${answer.status}`);
  const get = async (path: string) => {
    const authorization = `Bearer ${await tokenOf(ward, kid, pair.privateKey)}`;
    return fetch(`${origin}/api/wards/${ward}${path}`, { headers: { authorization } });
  };
  const pull = () => pullAll(get);
  const [first] = await pull();
  return {
    kid,
    wardKid: first?.kid ?? "",
    pull,
    async photo(sha256) {
      const sent = await get(`/attachments/${sha256}`);
      return sent.ok ? Buffer.from(await sent.arrayBuffer()) : null;
    },
  };
}

function tokenOf(ward: string, kid: string, key: CryptoKey): Promise<string> {
  return new SignJWT({ jti: crypto.randomUUID() })
    .setProtectedHeader({ alg: "ES256", typ: "device+jwt", kid })
    .setAudience(ward)
    .setIssuedAt()
    .setExpirationTime("200s")
    .sign(key);
}

async function pullAll(get: (path: string) => Promise<Response>): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (let after = 0, head = 1; after < head;) {
    const answer = await get(`/statements?after=${after}&limit=5000`);
    const rows = (await answer.text()).trimEnd().split("\n");
    ({ next: after, head } = JSON.parse(rows.pop() ?? "") as { next: number; head: number });
    lines.push(...rows.map(readLine));
  }
  return lines;
}

function readLine(row: string): Line {
  const { seq, s } = JSON.parse(row) as { seq: number; s: string };
  const read = parseStatement(s);
  if (!read.ok) throw new Error(read.error);
  const { kid, jws, claims } = read.value;
  return { seq, kid, jws, text: s, claims, personal: personalOf(read.value) };
}
