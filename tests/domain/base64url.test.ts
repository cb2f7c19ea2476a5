import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { decodeText, encodeText } from "../../src/domain/base64url.ts";

/** As browsers have it by now (ES2026), and Node 20 not yet. */
function toBase64(this: Uint8Array): string {
  return Buffer.from(this).toString("base64url");
}
const platform = Uint8Array.prototype as { toBase64?: typeof toBase64 };

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme", minLength: 1300, maxLength: 1500, size: "max" }),
);

describe.each([
  ["where the browser writes base64url itself", toBase64],
  ["where it does not", undefined],
])("a text as base64url of its UTF-8, %s", (_where, given) => {
  afterEach(() => delete platform.toBase64);

  test("is what Node's own makes of it, one after the other, long and short", () => {
    if (given) platform.toBase64 = given;
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        const wanted = texts.map((one) => Buffer.from(one).toString("base64url"));
        expect(texts.map(encodeText)).toEqual(wanted);
        expect(wanted.map((one) => decodeText(one))).toEqual(texts.map((one) => one.toWellFormed()));
      }),
    );
  });
});
