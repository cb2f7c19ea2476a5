import { generateKeyPairSync, sign, verify } from "node:crypto";
import { describe, expect, test } from "vitest";

import { signatureDer } from "../../../src/server/check/signature-der.ts";

/** 32 bytes of which the last ones are given. */
function number(...last: number[]): number[] {
  return [...Array.from({ length: 32 - last.length }, () => 0), ...last];
}

function full(first: number): number[] {
  return [first, ...Array.from({ length: 31 }, () => 0xaa)];
}

describe("a signature as DER", () => {
  test.each([
    ["small numbers", number(1), number(0x7f), [0x30, 6, 2, 1, 1, 2, 1, 0x7f]],
    // X.690 §8.3: the first bit says that a number is negative.
    ["a high first bit", number(0x80), number(0xff, 0), [0x30, 9, 2, 2, 0, 0x80, 2, 3, 0, 0xff, 0]],
    ["zero", number(), number(), [0x30, 6, 2, 1, 0, 2, 1, 0]],
    ["all bytes", full(0x11), full(0x91), [0x30, 69, 2, 32, ...full(0x11), 2, 33, 0, ...full(0x91)]],
    ["the longest", full(0x80), full(0xff), [0x30, 70, 2, 33, 0, ...full(0x80), 2, 33, 0, ...full(0xff)]],
  ])("of %s", (_, r, s, der) => {
    expect([...signatureDer(Buffer.from([...r, ...s]))]).toEqual(der);
  });

  test("is what OpenSSL checks, whatever it begins with", () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const begins = new Set<string>();
    // One in 256 begins with a zero byte, each half for itself.
    for (let i = 0; begins.size < 6 && i < 20_000; i += 1) {
      const text = Buffer.from(String(i));
      const signature = sign("sha256", text, { key: privateKey, dsaEncoding: "ieee-p1363" });
      begins.add(`r ${beginning(signature[0])}`).add(`s ${beginning(signature[32])}`);
      const der = signatureDer(signature);
      if (!verify("sha256", text, publicKey, der)) throw new Error(signature.toString("hex"));
      der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
      expect(verify("sha256", text, publicKey, der)).toBe(false);
    }
    expect([...begins].sort()).toEqual(["r high", "r low", "r zero", "s high", "s low", "s zero"]);
  });
});

function beginning(byte = 0): string {
  return byte === 0 ? "zero" : byte < 0x80 ? "low" : "high";
}
