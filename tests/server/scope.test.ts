import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { parseStatement, type Draft } from "../../src/domain/statement.ts";
import { must } from "../phone/test-phone.ts";
import { readingOf, type Reading } from "./reading.ts";
import { createSmallWard, enrolment, registration, type SmallWard } from "./small-ward.ts";
import { createSpeaker, newId, type Speaker } from "./speaker.ts";

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

describe("a merger within an area", () => {
  test("is told to the phones of those that were merged, at each step of their chain and of the way back", async () => {
    const [one, two] = ward.households;
    const three = newId();
    await say(registration(three, "kp1/t02", 9, "Vũ Thị Ba"));
    const [heir, viewer] = [await createSpeaker(ward.slug), await createSpeaker(ward.slug)];
    await ward.push(
      await ward.key.say(enrolment(heir, "household", [], two)),
      await ward.key.say(enrolment(viewer, "viewer", ["kp1"])),
    );
    const onward = newId();
    const steps: Draft[] = [
      { type: "household.merged", sub: one, body: { into: two } },
      { type: "household.merged", jti: onward, sub: two, body: { into: three } },
      { type: "statement.retracted", sub: onward, in: two, body: { reason: "mistake" } },
    ];
    const raised: string[][] = [];
    const devices = Object.entries({ one: ward.home, two: heir, volunteer: ward.anna, viewer });
    for (const step of steps) {
      const before = await Promise.all(devices.map(([, device]) => reading(device)));
      await say(step);
      const after = await Promise.all(devices.map(([, device]) => reading(device)));
      raised.push(devices.flatMap(([name], at) => (before[at]?.scope === after[at]?.scope ? [] : [name])));
    }
    expect(raised).toEqual([["one"], ["one", "two"], ["one", "two"]]);
  });

  test("tells a viewer of another scope only where there are opinions to read, or were", async () => {
    const [one, two, three] = ward.households;
    const viewer = await createSpeaker(ward.slug);
    await ward.push(await ward.key.say(enrolment(viewer, "viewer", ["kp1"])));
    const before = await reading(viewer);
    const opinion = await say({
      type: "opinion.given",
      sub: two,
      body: { channel: "door" },
      personal: { text: "Thiếu đèn" },
    });
    await say({ type: "household.merged", sub: one, body: { into: three } });
    expect(told(before, await reading(viewer), opinion)).toEqual({ scope: "same", read: [false, true] });
    const between = await reading(viewer);
    await say({ type: "household.merged", sub: two, body: { into: three } });
    expect(told(between, await reading(viewer), opinion)).toEqual({ scope: "new", read: [true, false] });
  });
});

test("a household that comes late into the list brings those that were merged into it before into its area", async () => {
  const [one] = ward.households;
  const late = newId();
  const merger = await say({ type: "household.merged", sub: one, body: { into: late } });
  const [anna, binh] = [await reading(ward.anna), await reading(ward.binh)];
  await say(registration(late, "kp2/t06", 9, "Vũ Thị Ba"));
  expect(told(anna, await reading(ward.anna), merger)).toEqual({ scope: "new", read: [true, false] });
  expect(told(binh, await reading(ward.binh), merger)).toEqual({ scope: "new", read: [false, true] });
});

test("what went to and fro in one push is told to nobody", async () => {
  const [one] = ward.households;
  const away = await ward.office.say({ type: "household.moved", sub: one, body: { area: "kp2/t06" } });
  const body = { reason: "mistake" };
  const back = await ward.office.say({ type: "statement.retracted", sub: jtiOf(away), in: one, body });
  const scopes = () =>
    Promise.all([ward.anna, ward.binh, ward.home].map(async (device) => (await reading(device)).scope));
  const before = await scopes();
  await ward.push(away, back);
  expect(await scopes()).toEqual(before);
});
