import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { SDJwtInstance } from "@sd-jwt/core";
import { compactVerify, importJWK } from "jose";
import { describe, expect, it, test } from "vitest";
import { findKind, KINDS } from "../../src/domain/kinds/all.ts";
import type { Result } from "../../src/domain/result.ts";
import { placeOf } from "../../src/domain/signed/place.ts";
import {
  formatStatement,
  missingDisclosures,
  parseStatement,
  personalOf,
  verifyStatement,
  type Statement,
} from "../../src/domain/statement.ts";
import { digestText, sha256, verifierOf } from "./crypto.ts";

interface Vectors {
  readonly ward: string;
  readonly kid: string;
  readonly publicKey: { readonly kty: string; readonly crv: string; readonly x: string; readonly y: string };
  readonly statements: readonly Vector[];
}

interface Vector {
  readonly name: string;
  readonly statement: string;
  readonly verdict: "authentic" | "incomplete" | "broken" | "refused";
  /** The code that says why not, where the vectors freeze it. */
  readonly reason?: string;
  readonly body?: Record<string, unknown>;
  readonly personal?: Record<string, unknown>;
  readonly place?: string;
}

const [own, independent] = ["own", "independent"].map(readVectors) as [Vectors, Vectors];

describe.each([
  ["own", own],
  ["independent", independent],
])("%s vectors", (_name, { ward, kid, publicKey, statements }) => {
  const named = (...verdicts: Vector["verdict"][]) =>
    statements.filter(({ verdict }) => verdicts.includes(verdict));

  it("are signed by the key they carry", () => {
    const { crv, kty, x, y } = publicKey;
    expect(createHash("sha256").update(JSON.stringify({ crv, kty, x, y })).digest("base64url")).toBe(kid);
  });

  it.each(named("authentic"))("$name: authentic", async ({ statement, body, personal, place }) => {
    const read = valueOf(await verified(statement, publicKey));
    expect(read).toMatchObject({ kid, claims: { ward } });
    expect(formatStatement(read.jws, read.disclosures)).toBe(statement);
    expect(missingDisclosures(read)).toBe(0);
    expect(findKind(read.claims.type, read.claims.v)?.check(read) ?? null).toBeNull();
    // The independent ones freeze no more than their verdict.
    expect(read.claims.body).toEqual(body ?? read.claims.body);
    expect(personalOf(read)).toEqual(personal ?? personalOf(read));
    expect(placeOf(read)).toBe(place ?? placeOf(read));
  });

  it.each(named("incomplete"))("$name: incomplete", async ({ statement }) => {
    const read = valueOf(await verified(statement, publicKey));
    expect(missingDisclosures(read)).toBe(2);
    // What an erasure explains is no flaw of the schema.
    expect(findKind(read.claims.type, read.claims.v)?.check(read)).toBeNull();
  });

  it.each(named("broken"))("$name: broken", async ({ statement, reason }) => {
    const read = valueOf(await verified(statement, publicKey));
    expect(findKind(read.claims.type, read.claims.v)?.check(read)).toBe(reason);
  });

  it.each(named("refused"))("$name: refused", async ({ statement, reason }) => {
    const read = await verified(statement, publicKey);
    const flaw = read.ok ? null : read.error;
    expect([typeof flaw, flaw]).toEqual(["string", reason ?? flaw]);
  });

  it.each(named("authentic", "broken"))(
    "$name: jose and @sd-jwt/core say the same",
    async ({ statement }) => {
      const read = valueOf(await verified(statement, publicKey));
      const key = await importJWK(publicKey, "ES256");
      const { payload, protectedHeader } = await compactVerify(read.jws, key);
      expect(protectedHeader).toEqual({ alg: "ES256", typ: "statement+sd-jwt", kid });
      expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ ...read.claims });
      const { _sd: _digests, ...plain } = read.claims;
      expect(await claimsBySdJwt(statement, publicKey)).toEqual({ ...plain, ...personalOf(read) });
    },
  );
});

it("has a vector of each version of each type", () => {
  const there = new Set(own.statements.filter(({ verdict }) => verdict === "authentic").map(kindOf));
  expect(KINDS.map(({ type, v }) => `${type}/${v}`).filter((kind) => !there.has(kind))).toEqual([]);
});

it("has ids of its own for each sound statement", () => {
  const sound = own.statements.filter(({ verdict }) => verdict === "authentic");
  const ids = sound.map(({ statement }) => valueOf(parseStatement(statement)).claims.jti);
  expect(new Set(ids).size).toBe(sound.length);
});

test("what later days add is kept, byte for byte, and ignored", async () => {
  const later = own.statements.filter(({ name }) => /later days|: of an unknown (type|version)/.test(name));
  expect(later.map(({ verdict }) => verdict)).toEqual(["authentic", "authentic", "authentic"]);
  for (const { statement, body, personal } of later) {
    const read = valueOf(await verified(statement, own.publicKey));
    expect([read.claims.body, personalOf(read)]).toEqual([body, personal]);
    expect(formatStatement(read.jws, read.disclosures)).toBe(statement);
  }
  expect(later.map(kindOf)).toEqual(["visit.logged/1", "garden.blessed/1", "visit.logged/2"]);
});

function readVectors(name: string): Vectors {
  return JSON.parse(readFileSync(`${import.meta.dirname}/../vectors/${name}.json`, "utf8")) as Vectors;
}

async function verified(text: string, key: Vectors["publicKey"]): Promise<Result<Statement, string>> {
  const read = parseStatement(text);
  return read.ok ? verifyStatement(read.value, await verifierOf(key), digestText) : read;
}

/** The payload with the disclosures in their places, as an implementation of RFC 9901 by others reads it. */
async function claimsBySdJwt(text: string, key: Vectors["publicKey"]): Promise<unknown> {
  const verify = await verifierOf(key);
  const reader = new SDJwtInstance({
    hasher: (data) => sha256(typeof data === "string" ? data : new Uint8Array(data)),
    hashAlg: "sha-256",
    verifier: (data, signature) => verify(Uint8Array.from(Buffer.from(signature, "base64url")), data),
  });
  // The statements are of November 2026, whatever the clock of this machine says.
  const { payload } = await reader.verify(text, { currentDate: 1_800_000_000 });
  return payload;
}

function kindOf({ statement }: Vector): string {
  const { type, v } = valueOf(parseStatement(statement)).claims;
  return `${type}/${v}`;
}

function valueOf<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}
