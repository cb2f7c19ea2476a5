import { generateKeyPairSync, sign } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeBase64url, encodeBase64url } from "../../src/domain/base64url.ts";
import { isStatementId, uuidV7 } from "../../src/domain/ids.ts";
import {
  formatStatement,
  makeStatement,
  missingDisclosures,
  parseStatement,
  personalOf,
  verifyStatement,
  type Statement,
} from "../../src/domain/statement.ts";
import { digestText, sha256, verifierOf } from "../domain/crypto.ts";
import { id, kid, WARD } from "../domain/statements.ts";
import { RUNS } from "./runs.ts";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const verify = await verifierOf(publicKey.export({ format: "jwk" }));

const CLAIMS = new Set([
  "jti",
  "n",
  "iat",
  "ward",
  "type",
  "v",
  "sub",
  "in",
  "body",
  "_sd",
  "_sd_alg",
  "...",
]);
const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => !/"(_sd|\.\.\.)":/.test(JSON.stringify(value)));
const name = fc.string({ unit: "grapheme", maxLength: 12 }).filter((one) => !CLAIMS.has(one));
const personal = fc.dictionary(name, json, { maxKeys: 5, noNullPrototype: true });
const body = fc.dictionary(name, json, { maxKeys: 5, noNullPrototype: true });

it("is read as it was made, whatever it says", async () => {
  await fc.assert(
    fc.asyncProperty(body, personal, fc.nat(255), async (said, fields, keep) => {
      const made = await make(said, fields);
      const text = formatStatement(made.jws, made.disclosures);
      const read = valueOf(text);
      expect((await verifyStatement(read, verify, digestText)).ok).toBe(true);
      expect(JSON.stringify(read.claims.body)).toBe(JSON.stringify(said));
      expect(JSON.stringify(personalOf(read))).toBe(JSON.stringify(fields));
      expect(formatStatement(read.jws, read.disclosures)).toBe(text);
      const some = made.disclosures.filter((_one, at) => (keep >> at) % 2 === 0);
      const part = valueOf(formatStatement(made.jws, some));
      expect((await verifyStatement(part, verify, digestText)).ok).toBe(true);
      expect(missingDisclosures(part)).toBe(made.disclosures.length - some.length);
    }),
    RUNS,
  );
});

it("is authentic in no other form: each letter counts", async () => {
  const made = await make({ outcome: "absent" }, { note: "Ban ngày bán ở chợ", more: 1 });
  const text = formatStatement(made.jws, made.disclosures);
  const letters = fc.constantFrom(
    ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_~.= \n",
  );
  const change = fc.record({
    at: fc.nat(text.length - 1),
    letter: letters,
    how: fc.constantFrom("put", "add", "drop"),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ at, letter, how }) => {
      const changed =
        text.slice(0, at) + (how === "drop" ? "" : letter) + text.slice(how === "add" ? at : at + 1);
      fc.pre(changed !== text);
      const read = parseStatement(changed);
      const authentic = read.ok && (await verifyStatement(read.value, verify, digestText)).ok;
      expect(authentic).toBe(false);
    }),
    RUNS,
  );
});

it("never throws, whatever text comes", () => {
  const segment = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.jsonValue().map((value) => encodeBase64url(new TextEncoder().encode(JSON.stringify(value)))),
    fc.uint8Array({ minLength: 64, maxLength: 64 }).map(encodeBase64url),
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.tuple(fc.array(segment), fc.array(segment)).map(join),
  );
  fc.assert(
    fc.property(text, (one) => {
      expect(typeof parseStatement(one).ok).toBe("boolean");
    }),
    RUNS,
  );
});

it("has one text for the same bytes in base64url", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.string({ maxLength: 8 }), (bytes, text) => {
      expect(decodeBase64url(encodeBase64url(bytes))).toEqual(Uint8Array.from(bytes));
      const read = decodeBase64url(text);
      expect(read === null || encodeBase64url(read) === text).toBe(true);
    }),
    RUNS,
  );
});

it("has ids that are UUIDv7 and sort by time", () => {
  const random = fc.uint8Array({ minLength: 10, maxLength: 10 });
  const time = fc.nat({ max: 2 ** 48 - 1 });
  fc.assert(
    fc.property(time, time, random, random, (one, other, r1, r2) => {
      const [a, b] = [uuidV7(one, r1), uuidV7(other, r2)];
      expect([a, b].every(isStatementId)).toBe(true);
      expect(one === other || one < other === a < b).toBe(true);
    }),
    RUNS,
  );
});

function make(said: Record<string, unknown>, fields: Record<string, unknown>): Promise<Statement> {
  let salts = 0;
  return makeStatement(
    { type: "visit.logged", sub: id(1), body: said, personal: fields },
    {
      jti: id(11),
      n: 1,
      iat: 1_795_430_000,
      ward: WARD,
      sha256,
      signer: {
        kid: kid(1),
        sign: (bytes) =>
          Promise.resolve(sign("sha256", bytes, { key: privateKey, dsaEncoding: "ieee-p1363" })),
      },
      random: (size) => sha256(`salt ${(salts += 1)}`).subarray(0, size),
    },
  );
}

function valueOf(text: string): Statement {
  const read = parseStatement(text);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

function join([jws, disclosures]: [string[], string[]]): string {
  return `${[jws.join("."), ...disclosures].join("~")}~`;
}
