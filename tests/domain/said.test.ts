import { describe, expect, it, test } from "vitest";
import { erasureOf, inOrder, isCovered, joinDisclosures, keptDisclosures } from "../../src/domain/said.ts";
import { id, logged, said, unsent, without } from "./statements.ts";

const note = (jti: string, text = "ghi") =>
  said({ jti, type: "visit.logged", body: { outcome: "absent" }, personal: { note: text } });

describe("order", () => {
  it("is the log's by number, then the phone's own by its own numbers", () => {
    const entries = [
      unsent(said({ jti: id(14), type: "visit.logged", n: 9 })),
      logged(7, said({ jti: id(12), type: "visit.logged" })),
      unsent(said({ jti: id(13), type: "visit.logged", n: 8 }), "held"),
      logged(3, said({ jti: id(11), type: "visit.logged" })),
    ];
    expect(inOrder(entries).map(({ jti, standing }) => [jti, standing])).toEqual([
      [id(11), "log"],
      [id(12), "log"],
      [id(13), "held"],
      [id(14), "unsent"],
    ]);
  });

  it("leaves the list it was given as it was", () => {
    const entries = [logged(2, note(id(12))), logged(1, note(id(11)))];
    inOrder(entries);
    expect(entries.map(({ seq }) => seq)).toEqual([2, 1]);
  });
});

describe("copies", () => {
  const full = said({ jti: id(11), type: "visit.logged", personal: { note: "a", more: "b" } });

  it("of one statement are joined, whichever came first", () => {
    const copies = [logged(5, without(full, "note")), unsent(without(full, "more"))];
    for (const list of [copies, [...copies].reverse()]) {
      const [one, ...rest] = inOrder(list);
      expect(rest).toEqual([]);
      expect(one).toMatchObject({ seq: 5, standing: "log", personal: { note: "a", more: "b" }, erased: 0 });
    }
  });

  it("of two statements with one id: the log's stands, in any order of three", () => {
    const other = said({ jti: id(11), type: "visit.logged", sub: id(2), personal: { note: "x" } });
    const [one, two, three] = [
      unsent(without(full, "note")),
      unsent(other),
      logged(5, without(full, "more")),
    ];
    const orders = [
      [one, two, three],
      [one, three, two],
      [two, one, three],
      [two, three, one],
      [three, one, two],
      [three, two, one],
    ];
    for (const list of orders) {
      expect(inOrder(list)).toMatchObject([{ sub: id(1), seq: 5, personal: { note: "a", more: "b" } }]);
    }
  });

  it("with another signature over the same bytes are one statement", () => {
    const twin = { ...full, jws: `${full.signed}.other` };
    expect(inOrder([logged(5, full), unsent(twin)])).toHaveLength(1);
    expect(inOrder([unsent(full), unsent(twin)])).toEqual(inOrder([unsent(twin), unsent(full)]));
  });

  it("that carry two fields of one name keep the same one either way", () => {
    const [one, other] = [
      { text: "aaa", name: "head", value: 1 },
      { text: "bbb", name: "head", value: 2 },
    ];
    expect(joinDisclosures([one], [other])).toEqual([one]);
    expect(joinDisclosures([other], [one])).toEqual([one]);
  });
});

describe("times, in seconds", () => {
  const made = (iat: number) => said({ jti: id(11), type: "visit.logged", iat });

  it.each([
    ["made before it was received", 1000, 1_005_000, { at: 1000, approximate: false, weight: 1000 }],
    ["made long before", 1000, 90_000_000, { at: 1000, approximate: false, weight: 1000 }],
    ["a clock five minutes fast", 1300, 1_000_000, { at: 1300, approximate: false, weight: 1000 }],
    ["ten minutes fast to the second", 1600, 1_000_000, { at: 1600, approximate: false, weight: 1000 }],
    ["more than ten minutes fast", 1601, 1_000_000, { at: 1000, approximate: true, weight: 1000 }],
    [
      "more than ten minutes fast, received within the second",
      1601,
      1_000_999,
      { at: 1000, approximate: true, weight: 1000 },
    ],
  ])("%s", (_name, iat, at, expected) => {
    expect(inOrder([logged(1, made(iat), at)])).toMatchObject([expected]);
  });

  it("of what was not sent is the device's", () => {
    expect(inOrder([unsent(made(1000))])).toMatchObject([
      { at: 1000, approximate: false, weight: 1000, seq: null },
    ]);
  });
});

describe("an erasure", () => {
  const erased = (sub: string, body = {}, v = 1) => said({ jti: id(90), type: "data.erased", sub, body, v });
  const about = said({
    jti: id(12),
    type: "opinion.answered",
    sub: id(11),
    in: id(1),
    personal: { answer: "a" },
  });

  it.each([
    ["its sub", id(1), {}, note(id(11)), true],
    ["its jti", id(11), {}, note(id(11)), true],
    ["its in", id(1), {}, about, true],
    ["what it speaks of", id(11), {}, about, true],
    ["another household", id(2), {}, note(id(11)), false],
    ["a listed statement", id(1), { statements: [id(11)] }, note(id(11)), true],
    ["a statement that is not listed", id(1), { statements: [id(13)] }, note(id(11)), false],
    ["an empty list", id(1), { statements: [] }, note(id(11)), false],
    ["another erasure", id(1), {}, said({ jti: id(13), type: "data.erased" }), false],
  ])("reaches by %s: %s", (_name, sub, body, statement, covered) => {
    expect(isCovered(statement, erasureOf({ statement: erased(sub, body) }))).toBe(covered);
  });

  it("drops the names it lists and no other", () => {
    const statement = said({ jti: id(11), type: "x.y", personal: { note: "a", head: "b" } });
    const some = erasureOf({ statement: erased(id(1), { names: ["note"] }) });
    expect(keptDisclosures(statement, [some]).map(({ name }) => name)).toEqual(["head"]);
    expect(keptDisclosures(statement, [])).toBe(statement.disclosures);
  });

  it("works before its target, and says how much is gone", () => {
    expect(inOrder([logged(1, erased(id(1))), logged(2, note(id(11)))])[1]).toMatchObject({
      personal: {},
      erased: 1,
    });
  });

  it("of a version or shape that this app cannot read erases nothing", () => {
    for (const strange of [
      erased(id(1), {}, 2),
      erased(id(1), { statements: "all" }),
      erased(id(1), { names: 7 }),
    ]) {
      const visit = inOrder([logged(1, strange), logged(2, note(id(11)))])[1];
      expect(visit).toMatchObject({ personal: { note: "ghi" }, erased: 0 });
    }
  });
});

test("a disclosed name such as __proto__ is a field like any other", () => {
  const personal: unknown = JSON.parse('{"__proto__":{"polluted":1},"constructor":"c"}');
  const [one] = inOrder([
    logged(1, said({ jti: id(11), type: "visit.logged", personal: personal as Record<string, unknown> })),
  ]);
  expect(Object.keys(one?.personal ?? {}).sort()).toEqual(["__proto__", "constructor"]);
  expect(Object.getPrototypeOf(one?.personal)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});
