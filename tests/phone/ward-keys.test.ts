import { webcrypto } from "node:crypto";
import { describe, expect, test } from "vitest";

import { parseStatement } from "../../src/domain/statement.ts";
import { trust } from "../../src/phone/trust/trust.ts";
import { describeWard } from "../server/small-ward.ts";
import { createSpeaker, type Speaker } from "../server/speaker.ts";
import { must } from "./test-phone.ts";

// PROTOCOL.md §2, 'Whom to believe': a new ward key counts only in a `ward.described` signed by the one before.

const WARD = "phuong-thu";
const [first, second, third] = await Promise.all([1, 2, 3].map(() => createSpeaker(WARD)));

async function said(by: Speaker, of: Speaker) {
  return { statement: must(parseStatement(await by.say(describeWard(WARD, of)))) };
}

async function pinned(...chain: (readonly [by: Speaker, of: Speaker])[]) {
  const items = await Promise.all(chain.map(([by, of]) => said(by, of)));
  const trusted = await trust(webcrypto.subtle as SubtleCrypto, items, [], () => undefined);
  return trusted.ok ? trusted.value.pins.map(({ kid }) => kid) : trusted.error;
}

describe("a new ward key", () => {
  test("is believed when the newest names it, and the newest alone", async () => {
    const kids = [first!.kid, second!.kid, third!.kid];
    expect(await pinned([first!, first!], [first!, second!], [second!, third!])).toEqual(kids);
    expect(await pinned([first!, first!], [first!, second!], [first!, third!])).toBe("wrong-ward-key");
  });

  test("takes nothing from what the ward said before", async () => {
    expect(await pinned([first!, first!], [first!, second!], [first!, first!], [first!, second!])).toEqual([
      first!.kid,
      second!.kid,
    ]);
  });

  test("of a stranger is none", async () => {
    expect(await pinned([first!, first!], [second!, second!])).toBe("wrong-ward-key");
  });
});
