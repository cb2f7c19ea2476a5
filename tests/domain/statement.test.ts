import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { describe, expect, it, test } from "vitest";
import { decodeBase64url, decodeText, encodeBase64url, encodeText } from "../../src/domain/base64url.ts";
import { findKind } from "../../src/domain/kinds/all.ts";
import {
  formatStatement,
  makeStatement,
  missingDisclosures,
  parseStatement,
  personalOf,
  verifyStatement,
  type Draft,
  type Statement,
} from "../../src/domain/statement.ts";
import { digestText, sha256, verifierOf } from "./crypto.ts";
import { id, kid, WARD } from "./statements.ts";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const verify = await verifierOf(publicKey.export({ format: "jwk" }));

function signWith(key: KeyObject, bytes: Uint8Array): Uint8Array {
  return sign("sha256", bytes, { key, dsaEncoding: "ieee-p1363" });
}

function make(draft: Partial<Draft> = {}, n = 1): Promise<Statement> {
  let salts = 0;
  return makeStatement(
    { type: "visit.logged", sub: id(1), body: { outcome: "absent" }, ...draft },
    {
      jti: draft.jti ?? id(11),
      n,
      iat: 179543e4,
      ward: WARD,
      sha256,
      signer: {
        kid: kid(1),
        sign: (bytes) => Promise.resolve(signWith(privateKey, bytes)),
      },
      random: (size) => sha256(`salt ${(salts += 1)}`).subarray(0, size),
    },
  );
}

function written({ jws, disclosures }: Statement): string {
  return formatStatement(jws, disclosures);
}

describe("a statement made here", () => {
  const personal = { note: "Ban ngày bán ở chợ", ghi: null, số: 12, danh: ["a", { b: true }] };

  it("reads the same, and is authentic", async () => {
    const made = await make({ personal });
    const read = parseStatement(written(made));
    if (!read.ok) throw new Error(read.error);
    expect(read.value).toEqual(made);
    expect(await verifyStatement(read.value, verify, digestText)).toEqual(read);
    expect(personalOf(read.value)).toEqual(personal);
    expect(missingDisclosures(read.value)).toBe(0);
  });

  it("leaves absent fields out, and without any has no digests", async () => {
    const made = await make({ personal: { note: undefined } });
    expect(written(made).split("~")).toHaveLength(2);
    expect(made.claims).not.toHaveProperty("_sd");
  });

  it("tells by no order of digests which field is which, and carries no name in its payload", async () => {
    const made = await make({ personal });
    const digests = made.claims._sd ?? [];
    expect([...digests].sort()).toEqual(digests);
    const payload = decodeText(made.signed.split(".")[1] ?? "");
    expect(payload).not.toMatch(/note|chợ|danh/);
  });

  it("has salts of 128 bits, one for each field", async () => {
    const { disclosures } = await make({ personal });
    const salts = disclosures.map(({ text }) => (JSON.parse(decodeText(text) ?? "[]") as string[])[0] ?? "");
    expect(new Set(salts).size).toBe(4);
    expect(salts.map((salt) => decodeBase64url(salt)?.length)).toEqual([16, 16, 16, 16]);
  });

  it("is not made where it could not be read", async () => {
    await expect(make({ sub: "" })).rejects.toThrow("bad-sub");
    await expect(make({ personal: { iat: 1 } })).rejects.toThrow("bad-disclosure");
    await expect(make({ body: { _sd: [] } })).rejects.toThrow("bad-body");
  });

  it("is not authentic under another key, nor with another's disclosure", async () => {
    const made = await make({ personal: { note: "a" } });
    const stranger = await verifierOf(
      generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" }),
    );
    expect(await verifyStatement(made, stranger, digestText)).toEqual({ ok: false, error: "bad-signature" });
    const other = await make({ personal: { note: "b" } });
    const swapped = { ...made, disclosures: other.disclosures };
    expect(await verifyStatement(swapped, verify, digestText)).toEqual({
      ok: false,
      error: "digest-does-not-fit",
    });
  });

  it("stays authentic without some of its disclosures", async () => {
    const made = await make({ personal });
    const bare = parseStatement(formatStatement(made.jws, made.disclosures.slice(1, 3)));
    if (!bare.ok) throw new Error(bare.error);
    expect((await verifyStatement(bare.value, verify, digestText)).ok).toBe(true);
    expect(missingDisclosures(bare.value)).toBe(2);
    expect(findKind("visit.logged", 1)?.check(bare.value)).toBeNull();
  });
});

describe("base64url", () => {
  it.each(["", "A", "Ax", "Axy", "Axyz", "Nguyễn Thị Ánh", "\u0000", "𝄞"])(
    "%j goes there and back",
    (text) => {
      expect(decodeText(encodeText(text))).toBe(text);
    },
  );

  it("takes more bytes than a call takes arguments", () => {
    const bytes = new Uint8Array(300_000).fill(255);
    expect(decodeBase64url(encodeBase64url(bytes))).toEqual(bytes);
  });

  it.each([
    "=",
    "QQ==",
    "QQ=",
    "Q",
    "QUJDRA=",
    "Q Q",
    "Q\n",
    "Q+",
    "Q/",
    "QR",
    "QUJ",
    "QUF",
    "Ạ",
    "QQ\u0000",
  ])("%j is none", (text) => {
    expect(decodeBase64url(text)).toBeNull();
  });

  it("is no text where it is no UTF-8, and keeps a byte order mark as it is", () => {
    expect(decodeText(encodeBase64url(Uint8Array.of(0xff)))).toBeNull();
    expect(decodeText(encodeBase64url(Uint8Array.of(0xed, 0xa0, 0x80)))).toBeNull();
    expect(decodeText(encodeBase64url(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41)))).toBe("\ufeffA");
  });
});

describe("whatever comes", () => {
  it.each([
    "",
    "~",
    "~~~",
    ".",
    "..",
    "..~",
    "a.b.c~",
    "xin chào",
    "\u0000",
    "~".repeat(100_000),
    ".".repeat(100_000),
    "A".repeat(400_000),
  ])("%# is refused and throws nothing", (text) => {
    expect(parseStatement(text).ok).toBe(false);
  });

  it("is refused at any depth: 200,000 levels in header, payload and disclosure", async () => {
    const deep = encodeText(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    const object = encodeText(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`);
    const [head = "", body = "", end = ""] = (await make()).jws.split(".");
    for (const part of [deep, object]) {
      for (const text of [
        `${part}.${body}.${end}~`,
        `${head}.${part}.${end}~`,
        `${head}.${body}.${end}~${part}~`,
      ]) {
        expect(parseStatement(text).ok).toBe(false);
      }
    }
  });

  test("a claim named __proto__ changes nothing", async () => {
    const { signed, claims } = await make();
    const payload = JSON.stringify(claims).replace("{", '{"__proto__":{"polluted":1,"in":"kp2"},');
    const input = `${signed.split(".")[0] ?? ""}.${encodeText(payload)}`;
    const jws = `${input}.${encodeBase64url(signWith(privateKey, new TextEncoder().encode(input)))}`;
    const read = parseStatement(`${jws}~`);
    if (!read.ok) throw new Error(read.error);
    expect(read.value.claims.in).toBeUndefined();
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });
});

describe("one field too much or too little", () => {
  const pledge = {
    type: "pledge.signed",
    body: { campaign: "2026", edition: 4, agreed: [], declined: [], medium: "screen", consent: id(77) },
  };
  const strokes = { signer: "A", relation: "head", strokes: "M1 1l9 9" };
  const digest = encodeBase64url(sha256("photo"));
  const check = async (draft: Partial<Draft>, keep?: readonly string[]) => {
    const made = await make(draft);
    const disclosures = made.disclosures.filter(({ name }) => keep?.includes(name) ?? true);
    return findKind(made.claims.type, 1)?.check({ ...made, disclosures });
  };

  it.each([
    ["whole", { ...pledge, personal: strokes }, null],
    [
      "by link with strokes",
      { ...pledge, body: { ...pledge.body, medium: "link" }, personal: strokes },
      null,
    ],
    [
      "with strokes at their most",
      { ...pledge, personal: { ...strokes, strokes: `M${"1".repeat(8191)}` } },
      null,
    ],
    [
      "with one byte more",
      { ...pledge, personal: { ...strokes, strokes: `M${"1".repeat(8192)}` } },
      "bad-personal-field",
    ],
    [
      "with spaces of three bytes each, at their most",
      { ...pledge, personal: { ...strokes, strokes: `M1${"\u2003".repeat(2730)}` } },
      null,
    ],
    [
      "with one of them more",
      { ...pledge, personal: { ...strokes, strokes: `M1${"\u2003".repeat(2731)}` } },
      "bad-personal-field",
    ],
    ["a move and nothing drawn", { ...pledge, personal: { ...strokes, strokes: "M" } }, "bad-personal-field"],
    [
      "without a signer",
      { ...pledge, personal: { relation: "head", strokes: "M1 1l9 9" } },
      "bad-personal-field",
    ],
    [
      "on paper with neither photo nor strokes",
      { ...pledge, body: { ...pledge.body, medium: "paper" }, personal: { ...strokes, strokes: undefined } },
      "bad-combination",
    ],
    [
      "with a photo that is no digest",
      { ...pledge, personal: { ...strokes, photo: "x" } },
      "bad-personal-field",
    ],
    ["with both", { ...pledge, personal: { ...strokes, photo: digest } }, null],
    [
      "with relation in the body",
      { ...pledge, body: { ...pledge.body, relation: "head" }, personal: strokes },
      "personal-field-in-body",
    ],
    [
      "with an unknown field in each",
      { ...pledge, body: { ...pledge.body, z: 1 }, personal: { ...strokes, z: 1 } },
      null,
    ],
    [
      "a number in the list that is a fraction",
      { ...pledge, body: { ...pledge.body, edition: 1.5 }, personal: strokes },
      "bad-body",
    ],
  ])("a pledge %s", async (_name, draft, flaw) => {
    expect(await check(draft)).toBe(flaw);
  });

  it("misses nothing where an erasure took it", async () => {
    for (const keep of [[], ["signer"], ["strokes", "relation"]]) {
      expect(await check({ ...pledge, personal: strokes }, keep)).toBeNull();
    }
    expect(await check({ ...pledge, personal: { ...strokes, strokes: "" } }, ["strokes"])).toBe(
      "bad-personal-field",
    );
  });
});
