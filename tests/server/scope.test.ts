import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { parseStatement, type Draft } from "../../src/domain/statement.ts";
import { must } from "../phone/test-phone.ts";
import { readingOf, type Reading } from "./reading.ts";
import { createSmallWard, type SmallWard } from "./small-ward.ts";
import type { Speaker } from "./speaker.ts";

// What brings earlier statements into or out of a device's sight changes its scope, and nothing else does (PROTOCOL.md §4).

let ward: SmallWard;
beforeEach(async () => {
  ward = await createSmallWard();
});
afterEach(() => ward.remove());

const reading = ({ kid }: Speaker) => readingOf(ward.store.db, ward.slug, kid);
const jtiOf = (text: string) => must(parseStatement(text)).claims.jti;

async function say(draft: Draft): Promise<string> {
  const text = await ward.office.say(draft);
  expect(await ward.push(text)).toMatchObject([{ status: "accepted" }]);
  return jtiOf(text);
}

/** What changed for a device: whether it is told another scope, and whether it reads the one statement. */
const told = (before: Reading, after: Reading, jti: string) => ({
  scope: before.scope === after.scope ? "same" : "new",
  read: [before.lines.has(jti), after.lines.has(jti)],
});

describe("what came before its target and stood with a household", () => {
  test.each(["another household", "an area"])(
    "leaves the sight of that one's volunteers for %s",
    async (of) => {
      const [one, , three] = ward.households;
      const target = await ward.binh.say({
        type: "opinion.given",
        sub: of === "an area" ? "kp2" : three,
        body: { channel: "door" },
        personal: { text: "Thiếu đèn" },
      });
      const early = await say({
        type: "opinion.answered",
        sub: jtiOf(target),
        in: one,
        body: { status: "answered" },
        personal: { answer: "Sẽ lắp" },
      });
      const [anna, binh] = [await reading(ward.anna), await reading(ward.binh)];
      await ward.push(target);
      expect(told(anna, await reading(ward.anna), early)).toEqual({ scope: "new", read: [true, false] });
      expect(told(binh, await reading(ward.binh), early)).toEqual({ scope: "new", read: [false, true] });
    },
  );

  test("takes along what spoke of it in turn", async () => {
    const [one, , three] = ward.households;
    const target = await ward.binh.say({ type: "visit.logged", sub: three, body: { outcome: "absent" } });
    const body = { reason: "mistake" };
    const back = await say({ type: "statement.retracted", sub: jtiOf(target), in: one, body });
    const decision = { decision: "accept", reason: "other" };
    const accepted = await say({ type: "statement.decided", sub: back, in: one, body: decision });
    const [anna, binh] = [await reading(ward.anna), await reading(ward.binh)];
    await ward.push(target);
    expect(told(anna, await reading(ward.anna), accepted)).toEqual({ scope: "new", read: [true, false] });
    expect(told(binh, await reading(ward.binh), accepted)).toEqual({ scope: "new", read: [false, true] });
  });
});
