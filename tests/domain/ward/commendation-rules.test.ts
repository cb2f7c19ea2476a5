import { expect, test } from "vitest";
import { findKind } from "../../../src/domain/kinds/all.ts";
import type { Draft } from "../../../src/domain/statement.ts";
import { foldWard } from "../../../src/domain/ward.ts";
import {
  asksSomething,
  candidatesFor,
  ruleDraft,
  rulesIn,
  type NewRule,
  type RuleFacts,
} from "../../../src/domain/ward/commendation-rules.ts";
import { commendationsIn, proposalDraft } from "../../../src/domain/ward/commendations.ts";
import { id, logged, said } from "../statements.ts";

const YEAR = Date.parse("2026-11-10T09:00+07:00") / 1000;
let last = 100;

/** A draft as it would stand in the log. */
function spoken({ type, sub, body, personal = {} }: Draft, iat = YEAR, jti = id((last += 1))) {
  const known = Object.fromEntries(Object.entries(personal).filter(([, value]) => value !== undefined));
  return said({ jti, type, sub, body, personal: known, iat });
}

const wardOf = (...all: ReturnType<typeof said>[]) =>
  foldWard(
    "phuong-3",
    all.map((one, at) => logged(at + 1, one)),
  );
const RULE: NewRule = {
  place: "phuong-3",
  name: "Gia đình tiêu biểu",
  level: "phuong",
  period: "2026",
  of: "household",
  pledged: true,
  meetings: 2,
  gave: true,
  indicators: ["rac"],
  share: 0,
};

function ruleOf(rule: NewRule) {
  const [read] = rulesIn(wardOf(spoken(ruleDraft(rule))).records);
  if (!read) throw new Error("the rule is not read");
  return read;
}

/** A household of tổ 7 that fulfils every condition of `RULE`, but for what is said otherwise. */
function household(
  number: number,
  {
    word = "signed" as const,
    meetings = [id(1), id(2)],
    gaveOn = "2026-03-01",
    met = 1,
    area = "kp2/t07",
  }: {
    word?: "signed" | "none";
    meetings?: string[];
    gaveOn?: string;
    met?: number;
    area?: string;
  } = {},
) {
  const record = (type: string, body: Record<string, unknown>) => ({
    jti: id((last += 1)),
    kid: "k",
    at: YEAR,
    seq: 1,
    type,
    sub: id(number),
    body,
    personal: {},
  });
  const records = [
    ...meetings.map((meeting) => record("meeting.attended", { meeting, present: true })),
    record("meeting.attended", { meeting: id(9), present: false }),
    record("contribution.recorded", { kind: "cash", quantity: 1, unit: "đồng", for: "Đèn", on: gaveOn }),
    record("indicator.observed", { indicator: "rac", period: "2026", numerator: met, denominator: 1 }),
  ];
  return { id: id(number), area, status: { word }, records };
}

const FACTS: RuleFacts = {
  ward: "phuong-3",
  areas: ["kp2", "kp2/t07", "kp2/t08"].map((code) => ({ code, name: code, kind: "to" })),
  indicators: { rac: { id: "rac", name: "Gom rác", unit: "hộ", better: "up" } },
  observations: [],
  households: [],
  meetings: [],
  records: [],
};

test("a rule is read back as it was set, and has the shape of its kind", () => {
  expect(findKind("commendation.proposed", 1)?.check(spoken(ruleDraft(RULE)))).toBeNull();
  expect(ruleOf(RULE)).toMatchObject(RULE);
  const group = { ...RULE, of: "group" as const, pledged: false, meetings: 0, share: 90 };
  expect(ruleOf(group)).toMatchObject(group);
});

test("a household is put forward that fulfils all that the rule asks, and no other", () => {
  const households = [
    household(1),
    household(2, { word: "none" }),
    // One meeting twice is one.
    household(3, { meetings: [id(1), id(1)] }),
    household(4, { gaveOn: "2025-12-31" }),
    household(5, { met: 0 }),
    household(6, { area: "kp3/t01" }),
  ];
  const found = candidatesFor(ruleOf({ ...RULE, place: "kp2" }), { ...FACTS, households }, []);
  expect(found).toEqual([
    { place: id(1), pledged: true, meetings: 2, gifts: 1, indicators: ["rac"], share: 0 },
  ]);
  // Two that the office joined are one, by whichever of them attendance names it.
  const meetings = [{ id: id(1), names: [id(1), id(2)] }];
  expect(candidatesFor(ruleOf({ ...RULE, place: "kp2" }), { ...FACTS, households, meetings }, [])).toEqual(
    [],
  );
  const some = { ...RULE, meetings: 0, gave: false, indicators: [] };
  expect(candidatesFor(ruleOf(some), { ...FACTS, households }, [])).toHaveLength(5);
});

test("nobody is put forward whose data were erased: no one knows whom to praise", () => {
  const [one, other] = [household(1), household(2)];
  const households = [one, { ...other, erased: true }];
  const found = candidatesFor(ruleOf(RULE), { ...FACTS, households }, []);
  expect(found.map(({ place }) => place)).toEqual([one.id]);
});

test("who was put forward or praised already is not put forward again", () => {
  const facts = { ...FACTS, households: [household(1), household(2)] };
  const known = spoken(
    proposalDraft({
      place: id(1),
      level: "phuong",
      period: "2026",
      group: undefined,
      reason: undefined,
      byRule: undefined,
    }),
  );
  const records = [{ ...known.claims, kid: "k", at: YEAR, seq: 1, body: known.claims.body, personal: {} }];
  const all = commendationsIn([], [{ id: id(1), records }]);
  const places = (rule: NewRule) => candidatesFor(ruleOf(rule), facts, all).map(({ place }) => place);
  expect(places(RULE)).toEqual([id(2)]);
  expect(places({ ...RULE, level: "khuPho" })).toEqual([id(1), id(2)]);
});

test("an indicator is met wholly, whichever way is better", () => {
  const asks = ruleOf({ ...RULE, pledged: false, meetings: 0, gave: false });
  const facts = (better: "up" | "down", met: number) => ({
    ...FACTS,
    indicators: { rac: { id: "rac", name: "Gom rác", unit: "hộ", better } },
    households: [household(1, { met })],
  });
  const count = (better: "up" | "down", met: number) => candidatesFor(asks, facts(better, met), []).length;
  expect([count("up", 1), count("up", 0), count("down", 0), count("down", 1)]).toEqual([1, 0, 1, 0]);
  expect(candidatesFor(asks, { ...facts("up", 1), indicators: {} }, [])).toEqual([]);
});

test("a tổ is put forward by the share of its households, which is not rounded up", () => {
  const households = [
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => household(number)),
    household(9, { word: "none" }),
    household(10, { area: "kp2/t08" }),
  ];
  const rule = (share: number) =>
    ruleOf({ ...RULE, of: "group", pledged: false, meetings: 0, indicators: [], gave: false, share });
  const places = (share: number) =>
    candidatesFor(rule(share), { ...FACTS, households }, []).map((one) => [one.place, one.share]);
  expect(places(88)).toEqual([
    ["kp2/t07", 88],
    ["kp2/t08", 100],
  ]);
  expect(places(89)).toEqual([["kp2/t08", 100]]);
  // A tổ without a household fulfils nothing.
  expect(candidatesFor(rule(0), { ...FACTS, households: [] }, [])).toEqual([]);
});

test("a rule that asks for nothing is told", () => {
  const nothing = { ...RULE, pledged: false, meetings: 0, gave: false, indicators: [] };
  expect(asksSomething(nothing)).toBe(false);
  expect(asksSomething({ ...nothing, share: 90 })).toBe(false);
  expect(asksSomething({ ...nothing, of: "group", share: 90 })).toBe(true);
  expect(asksSomething({ ...nothing, gave: true })).toBe(true);
});
