import fc from "fast-check";
import { expect, it } from "vitest";

import { decodeBase64url, encodeBase64url } from "../../../src/domain/base64url.ts";
import { decodeByBuffer } from "../../../src/server/check/base64url.ts";

const letters = fc.string({ unit: fc.constantFrom(..."AQRgwxyz019-_+/= \n.éŁ"), maxLength: 12 });

it("reads and refuses what the portable decoder does", () => {
  fc.assert(
    fc.property(fc.oneof(letters, fc.string(), fc.uint8Array().map(encodeBase64url)), (text) => {
      const [one, other] = [decodeByBuffer(text), decodeBase64url(text)];
      expect(one && [...one]).toEqual(other && [...other]);
    }),
    { numRuns: 2000 },
  );
});
