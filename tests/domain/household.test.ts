import { describe, expect, it, test } from "vitest";
import { countingPledge, type Household } from "../../src/domain/household-facts.ts";
import { foldHousehold } from "../../src/domain/household.ts";
import { heirOf, mergedInto } from "../../src/domain/household/mergers.ts";
import type { Entry } from "../../src/domain/said.ts";
import { id, kid, logged, said, unsent, type Said } from "./statements.ts";

const HOUSEHOLD = id(1);
const fold = (...entries: Entry[]): Household =>
  foldHousehold(HOUSEHOLD, entries, (device) => ({
    person: device,
    role: device === kid(9) ? "office" : "volunteer",
  }));

let last = 100;
const make = (type: string, iat: number, more: Partial<Said> = {}) =>
  said({ jti: id((last += 1)), type, iat, ...more });
const registered = (iat: number, more: Partial<Said> = {}) =>
  make("household.registered", iat, {
    body: { area: "kp2/t07", members: 4 },
    personal: { number: 18, head: "Nguyễn Thị Ánh", address: "12/4 Lê Lợi" },
    ...more,
  });
const pledged = (iat: number, campaign = "2026", more: Partial<Said> = {}) =>
  make("pledge.signed", iat, {
    body: { campaign, edition: 4, agreed: ["flag"], declined: [], medium: "screen", consent: id(77) },
    personal: { signer: "Nguyễn Thị Ánh", relation: "head", strokes: "M1 1l9 9" },
    ...more,
  });
const consent = (iat: number, ...purposes: string[]) =>
  make("consent.given", iat, { body: { purposes, version: 1, at: iat }, personal: { by: "Nguyễn Thị Ánh" } });
const noConsent = (iat: number, ...purposes: string[]) =>
  make("consent.withdrawn", iat, { body: { purposes } });
const opinion = (iat: number) =>
  make("opinion.given", iat, { body: { channel: "door" }, personal: { text: "Đèn hẻm 4 tắt" } });
const answered = (iat: number, jti: string, status: string) =>
  make("opinion.answered", iat, { sub: jti, in: HOUSEHOLD, body: { status }, personal: { answer: status } });

describe("fields", () => {
  it("come from the registration", () => {
    const personal = { number: 18, head: "Nguyễn Thị Ánh", address: "12/4 Lê Lợi" };
    expect(fold(logged(1, registered(10)))).toMatchObject({
      id: HOUSEHOLD,
      area: "kp2/t07",
      members: 4,
      ...personal,
    });
  });

  it("take the latest word, not the last to arrive", () => {
    const changed = make("household.changed", 20, { body: { members: 5 }, personal: { head: "Lê Văn Hai" } });
    const late = make("household.changed", 15, { body: { members: 9 }, personal: { phone: "0900000000" } });
    const household = fold(logged(1, registered(10)), logged(2, changed), logged(3, late));
    expect(household).toMatchObject({ members: 5, head: "Lê Văn Hai", phone: "0900000000", number: 18 });
    expect(household.diary).toHaveLength(3);
  });

  it("measure a fast clock by the time of receipt", () => {
    const fast = make("household.changed", 9000, { body: { members: 8 } });
    const later = make("household.changed", 30, { body: { members: 5 } });
    expect(fold(logged(1, registered(10)), logged(2, fast, 20_000), logged(3, later)).members).toBe(5);
  });

  it("said twice in one second take the higher number", () => {
    const [one, two] = [5, 6].map((members) => make("household.changed", 20, { body: { members } }));
    if (!one || !two) throw new Error("two were made");
    expect(fold(logged(1, registered(10)), logged(2, one), logged(3, two)).members).toBe(6);
    expect(fold(logged(1, registered(10)), logged(3, one), logged(2, two)).members).toBe(5);
  });

  it("change no area by a second registration, even a later one", () => {
    const again = registered(20, { body: { area: "kp9/t01", members: 1 } });
    expect(fold(logged(1, registered(10)), logged(2, again))).toMatchObject({ area: "kp2/t07", members: 1 });
    const moved = make("household.moved", 15, { body: { area: "kp3/t01" }, personal: { number: "7A" } });
    expect(fold(logged(1, registered(10)), logged(2, moved), logged(3, again))).toMatchObject({
      area: "kp3/t01",
    });
  });
});

describe("consent", () => {
  it("is kept for each purpose by itself", () => {
    const household = fold(logged(1, consent(10, "record", "photo")), logged(2, noConsent(20, "photo")));
    expect(household.purposes).toEqual(["record"]);
    expect(household.consents).toMatchObject([{ purposes: ["record", "photo"], by: "Nguyễn Thị Ánh" }]);
  });

  it("that arrives late does not undo a withdrawal made after it", () => {
    expect(fold(logged(1, noConsent(20, "record")), logged(2, consent(10, "record"))).purposes).toEqual([]);
    expect(fold(logged(1, consent(30, "record")), logged(2, noConsent(20, "record"))).purposes).toEqual([
      "record",
    ]);
  });

  it("for a purpose named like a part of every object is one like any other", () => {
    expect(fold(logged(1, consent(10, "__proto__", "constructor"))).purposes).toEqual([
      "__proto__",
      "constructor",
    ]);
  });
});

describe("pledges", () => {
  it("of two, the first in the log counts until another is preferred", () => {
    const [one, two] = [pledged(20), pledged(10)];
    const both = [logged(1, one), logged(2, two)];
    expect(fold(...both).pledges).toHaveLength(2);
    expect(countingPledge(fold(...both), "2026")?.jti).toBe(one.claims.jti);
    const preferred = make("pledge.preferred", 30, { body: { campaign: "2026", pledge: two.claims.jti } });
    expect(countingPledge(fold(...both, logged(3, preferred)), "2026")?.jti).toBe(two.claims.jti);
    const late = make("pledge.preferred", 25, { body: { campaign: "2026", pledge: one.claims.jti } });
    expect(countingPledge(fold(...both, logged(3, preferred), logged(4, late)), "2026")?.jti).toBe(
      two.claims.jti,
    );
  });

  it("that this phone has not sent counts after the ward's", () => {
    const [own, wards] = [pledged(10), pledged(20)];
    const household = fold(unsent(own), logged(5, wards));
    expect(household.pledges.map(({ seq }) => seq)).toEqual([5, null]);
    expect(countingPledge(household, "2026")?.jti).toBe(wards.claims.jti);
  });

  it("are withdrawn up to the time of the withdrawal, whichever arrived first", () => {
    const gone = make("pledge.withdrawn", 20, { body: { campaign: "2026" } });
    const [before, after] = [logged(5, pledged(10)), logged(1, pledged(30))];
    for (const seq of [2, 9]) {
      const household = fold(before, after, logged(seq, gone));
      expect(household.pledges.map(({ at, withdrawn }) => [at, withdrawn])).toEqual([
        [30, false],
        [10, true],
      ]);
    }
    expect(fold(logged(1, pledged(10, "2025")), logged(2, gone)).pledges).toMatchObject([
      { withdrawn: false },
    ]);
  });

  it("for a campaign named like a part of every object are pledges like any other", () => {
    for (const campaign of ["__proto__", "constructor"]) {
      const [one, two] = [pledged(10, campaign), pledged(20, campaign)];
      const preferred = make("pledge.preferred", 30, { body: { campaign, pledge: two.claims.jti } });
      const both = [logged(1, one), logged(2, two)];
      expect(countingPledge(fold(...both), campaign)?.jti).toBe(one.claims.jti);
      expect(countingPledge(fold(...both, logged(3, preferred)), campaign)?.jti).toBe(two.claims.jti);
    }
  });
});

describe("opinions", () => {
  it("carry their latest answer, also one with a lower number", () => {
    const asked = opinion(10);
    const { jti } = asked.claims;
    const done = answered(30, jti, "done");
    const forwarded = make("opinion.forwarded", 20, {
      sub: jti,
      in: HOUSEHOLD,
      body: { to: "UBND", on: "2026-11-20" },
    });
    for (const numbers of [[1, 2, 3] as const, [3, 2, 1] as const, [2, 3, 1] as const]) {
      const [a, b, c] = numbers;
      expect(fold(logged(a, asked), logged(b, forwarded), logged(c, done)).opinions).toMatchObject([
        { status: "done", answer: "done", text: "Đèn hẻm 4 tắt", forwarded: { to: "UBND" } },
      ]);
    }
  });
});

describe("the diary", () => {
  it("keeps what was taken back, struck through, but no slip of the thumb", () => {
    const visit = (jti: string) => said({ jti, type: "visit.logged", iat: 100, body: { outcome: "absent" } });
    const back = (jti: string, iat: number) =>
      make("statement.retracted", iat, { sub: jti, in: HOUSEHOLD, body: { reason: "mistake" } });
    const later = fold(logged(1, visit(id(11))), logged(2, back(id(11), 500)));
    expect(later.diary).toMatchObject([{ jti: id(11), retracted: true }]);
    expect(later.visits).toEqual([]);
    expect(fold(logged(1, visit(id(11))), logged(2, back(id(11), 105))).diary).toEqual([]);
  });

  it("shows what this version does not know, newest first", () => {
    const blessed = make("garden.blessed", 50, { body: { trees: 1 } });
    const again = registered(60, { v: 2 });
    const back = make("statement.retracted", 70, { v: 2, sub: blessed.claims.jti, in: HOUSEHOLD });
    const { diary, area } = fold(logged(1, blessed), logged(2, again), logged(3, back));
    expect(area).toBeNull();
    expect(diary.map(({ type, known, retracted }) => [type, known, retracted])).toEqual([
      ["statement.retracted", false, false],
      ["household.registered", false, false],
      ["garden.blessed", false, false],
    ]);
  });

  it("marks what the ward has not got, and times that are about right", () => {
    const fast = make("visit.logged", 9000, { body: { outcome: "absent" } });
    const { diary } = fold(
      logged(1, fast, 100_000),
      unsent(make("visit.logged", 50, { n: 2, body: { outcome: "absent" } })),
      unsent(make("visit.logged", 40, { n: 1, body: { outcome: "refused" } }), "held"),
    );
    expect(diary.map(({ standing, at, approximate }) => [standing, at, approximate])).toEqual([
      ["log", 100, true],
      ["unsent", 50, false],
      ["held", 40, false],
    ]);
  });

  it("keeps with each fact that its time is only about right", () => {
    const visit = (iat: number) => make("visit.logged", iat, { body: { outcome: "absent" } });
    const { visits } = fold(logged(1, visit(9000), 100_000), logged(2, visit(100), 200_000));
    expect(visits.map(({ at, approximate = false }) => [at, approximate])).toEqual([
      [100, true],
      [100, false],
    ]);
  });
});

describe("mergers", () => {
  const other = id(2);
  const merged = (iat: number, into: string, sub = HOUSEHOLD) =>
    make("household.merged", iat, { sub, body: { into } });

  it("let acts count for the heir, but not the name of who was merged", () => {
    const household = fold(
      logged(1, registered(10)),
      logged(2, registered(20, { sub: other, personal: { number: 19, head: "Trần Văn Ba", address: "" } })),
      logged(3, pledged(30, "2026", { sub: other })),
      logged(4, merged(40, HOUSEHOLD, other)),
      logged(5, make("household.closed", 50, { sub: other, body: { reason: "other" } })),
    );
    expect(household).toMatchObject({ head: "Nguyễn Thị Ánh", number: 18, ended: null });
    expect(household.pledges).toHaveLength(1);
    expect(household.diary).toHaveLength(5);
  });

  it("of a household into itself leave it where it is", () => {
    expect(fold(logged(1, registered(10)), logged(2, merged(20, HOUSEHOLD))).ended).toBeNull();
  });

  it("hold against a closing that was said before them and arrived after", () => {
    const closed = make("household.closed", 20, { body: { reason: "other" } });
    const household = fold(logged(1, registered(10)), logged(2, merged(30, other)), logged(3, closed));
    expect(mergedInto(household)).toBe(other);
    expect(mergedInto(fold(logged(1, registered(10)), logged(2, closed)))).toBeNull();
    expect(mergedInto(fold(logged(1, registered(10))))).toBeNull();
  });

  it("can be taken back", () => {
    const merger = merged(20, other);
    const back = make("statement.retracted", 900, {
      sub: merger.claims.jti,
      in: HOUSEHOLD,
      kid: kid(9),
      body: { reason: "mistake" },
    });
    expect(fold(logged(1, registered(10)), logged(2, merger), logged(3, back)).ended).toBeNull();
  });

  it("lead to the end of the chain, and a ring to nobody", () => {
    const chain = new Map([
      ["a", "b"],
      ["b", "c"],
      ["x", "y"],
      ["y", "z"],
      ["z", "y"],
      ["s", "s"],
    ]);
    expect(["a", "b", "c", "x", "y", "z", "s", "q"].map((one) => heirOf(one, chain))).toEqual([
      ..."cccxyzsq",
    ]);
  });
});

test("a split household goes on only if it is among its parts", () => {
  const split = (...into: string[]) => make("household.split", 20, { body: { into } });
  expect(fold(logged(1, split(id(2), id(3)))).ended).toEqual({ how: "split", into: [id(2), id(3)] });
  expect(fold(logged(1, split(HOUSEHOLD, id(3)))).ended).toBeNull();
});

test("an erased household keeps its place and its pledge, without names", () => {
  const erasure = make("data.erased", 50);
  const household = fold(logged(1, erasure), logged(2, registered(10)), logged(3, pledged(20)));
  expect(household).toMatchObject({
    area: "kp2/t07",
    members: 4,
    head: undefined,
    number: undefined,
    erased: true,
  });
  expect(household.pledges).toMatchObject([{ campaign: "2026", signer: undefined, strokes: undefined }]);
});

test("unknown fields do no harm to what is known", () => {
  const strange: unknown = JSON.parse(
    '{"outcome":"absent","jti":"x","at":1,"seq":7,"__proto__":{"polluted":1}}',
  );
  const { visits } = fold(logged(4, make("visit.logged", 30, { body: strange as Record<string, unknown> })));
  expect(visits).toMatchObject([{ outcome: "absent", at: 30, seq: 4 }]);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test("5,000 entries of one household are folded well within a test's time", () => {
  const entries = Array.from({ length: 5000 }, (_, i) => {
    const asked = opinion(i);
    const erasure = make("data.erased", i, { sub: id(9) });
    return logged(i + 1, [asked, pledged(i), answered(i, asked.claims.jti, "done"), erasure][i % 4] ?? asked);
  });
  expect(fold(...entries).diary).toHaveLength(5000);
});
