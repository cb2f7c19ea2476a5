import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { createVerifiers, type Verifiers } from "../../../src/server/check/verifiers.ts";

const ours = generateKeyPairSync("ec", { namedCurve: "P-256" });
const theirs = generateKeyPairSync("ec", { namedCurve: "P-256" });
// Asked for ECDSA by a key of another kind, Node's crypto throws: so a thread dies at its work.
const deadly = generateKeyPairSync("ed25519").publicKey;

function signed(text: string, { privateKey } = ours): string {
  const signature = sign("sha256", Buffer.from(text), { key: privateKey, dsaEncoding: "ieee-p1363" });
  return `${text}.${signature.toString("base64url")}`;
}

let verifiers: Verifiers;

async function verify(key: KeyObject, jws: string): Promise<boolean | undefined> {
  return (await verifiers.verify([{ key, jws }]))[0];
}

beforeEach(() => {
  verifiers = createVerifiers(2);
});
afterEach(() => verifiers.rest());

// A handful stays in Node's own pool; the others go to threads, in one parcel or in several.
describe.each([1, 20, 300])("of %d at once", (count) => {
  test("each is judged by its own key, in its own place", async () => {
    const texts = Array.from({ length: count }, (_, i) => `head.body-${i}`);
    const good = await Promise.all(texts.map((text) => verify(ours.publicKey, signed(text))));
    expect(good).toEqual(texts.map(() => true));
    const mixed = texts.map((text, i) =>
      i % 3 === 0
        ? verify(theirs.publicKey, signed(text, theirs))
        : i % 3 === 1
          ? verify(theirs.publicKey, signed(text))
          : verify(ours.publicKey, signed(text).replace("body", "bode")),
    );
    expect(await Promise.all(mixed)).toEqual(texts.map((_, i) => i % 3 === 0));
  });

  test("those that a key breaks on fail whoever asked, and the next ones are judged as ever", async () => {
    const texts = Array.from({ length: count }, (_, i) => signed(`head.${i}`));
    const broken = await Promise.allSettled(texts.map((jws) => verify(deadly, jws)));
    expect(broken.map(({ status }) => status)).toEqual(texts.map(() => "rejected"));
    const after = await Promise.all(texts.map((jws) => verify(ours.publicKey, jws)));
    expect(after).toEqual(texts.map(() => true));
  });
});

// More than a parcel goes to threads that run before all of it was asked for.
test.each([0, 2, 5, 40, 500])("%d asked for in one call are answered in order", async (count) => {
  for (let round = 0; round < 2; round += 1) {
    const asked = Array.from({ length: count }, (_, i) => {
      const by = i % 3 === 1 ? theirs : ours;
      return { key: ours.publicKey, jws: signed(`head.body-${i}`, by) };
    });
    expect(await verifiers.verify(asked)).toEqual(asked.map((_, i) => i % 3 !== 1));
  }
});

test("after a rest it starts anew", async () => {
  const texts = Array.from({ length: 20 }, (_, i) => signed(`head.${i}`));
  const all = () => Promise.all(texts.map((jws) => verify(ours.publicKey, jws)));
  expect(await all()).toEqual(texts.map(() => true));
  await verifiers.rest();
  expect(await all()).toEqual(texts.map(() => true));
});

test("a thread that has had as many keys as it keeps begins anew, and takes none for another", async () => {
  const few = createVerifiers(1, 2);
  const people = Array.from({ length: 3 }, () => generateKeyPairSync("ec", { namedCurve: "P-256" }));
  for (let round = 0; round < 4; round += 1) {
    const asked = Array.from({ length: 12 }, (_, i) => {
      const [signer, named] = [people[(i + round) % 2], people[i % 3]];
      if (!signer || !named) throw new Error("nobody signs");
      return { fits: signer === named, key: named.publicKey, jws: signed(`head.${i}`, signer) };
    });
    expect(await few.verify(asked)).toEqual(asked.map(({ fits }) => fits));
  }
  await few.rest();
});
