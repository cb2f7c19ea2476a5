import { describe, expect, it } from "vitest";
import {
  emptyHousehold,
  type Delivery,
  type Household,
  type Pledge,
  type Visit,
} from "../../../src/domain/household-facts.ts";
import { copiesOf, isDelivered, startOfDay, statusOf } from "../../../src/domain/household/status.ts";
import type { Campaign } from "../../../src/domain/ward-facts.ts";
import { id, kid } from "../statements.ts";

const campaign: Campaign = {
  jti: id(50),
  kid: kid(1),
  at: 0,
  seq: 1,
  id: "2026",
  title: "Cam kết 2026",
  from: "2026-10-01",
  to: "2026-12-31",
  editions: {},
  items: [],
  consent: {
    version: 1,
    purposes: [],
  },
  closed: false,
};
const start = startOfDay("2026-10-01");
const fact = (at: number, number = at) => ({ jti: id(number), kid: kid(1), at, seq: number });
const visit = (at: number, outcome: Visit["outcome"], appointment?: number): Visit => ({
  ...fact(at),
  outcome,
  appointment,
  note: undefined,
});
const delivery = (at: number, more: Partial<Delivery> = {}): Delivery => ({
  ...fact(at),
  edition: 4,
  how: "hand",
  ...more,
});
const pledge = (at: number, more: Partial<Pledge> = {}): Pledge => ({
  ...fact(at),
  campaign: "2026",
  edition: 4,
  agreed: [],
  declined: [],
  medium: "screen",
  consent: id(77),
  signer: undefined,
  relation: undefined,
  strokes: undefined,
  typed: false,
  photo: undefined,
  withdrawn: false,
  ...more,
});
const household = (facts: Partial<Household>): Household => ({ ...emptyHousehold(id(1)), ...facts });

it("begins the day at midnight in Việt Nam", () => {
  expect(start).toBe(Date.UTC(2026, 8, 30, 17) / 1000);
});

describe("a household whose data were erased", () => {
  const asked = household({ erased: true });
  const twice = [start + 5, start + 6].map((at) => pledge(at));

  it("waits for nobody: neither a promise nor an empty house brings anybody there", () => {
    const visits = [visit(start, "comeBack", start + 9), visit(start + 1, "absent")];
    expect(statusOf({ ...asked, visits }, campaign)).toEqual({
      word: "none",
      at: null,
      appointment: null,
      conflict: false,
      absences: 0,
    });
    const refused = [visit(start, "refused"), ...visits];
    expect(statusOf({ ...asked, visits: refused }, campaign).word).toBe("refused");
    // As long as a name or a house is known somebody can go there.
    expect(statusOf({ ...asked, head: "Bảy", visits }, campaign).word).toBe("again");
  });

  it("has what it pledged counted, and nobody is to choose between two or to meet it", () => {
    const pledges = twice.map((one) => ({ ...one, medium: "link" as const }));
    const status = statusOf({ ...asked, pledges }, campaign);
    expect(status).toMatchObject({ word: "signed", conflict: false });
    expect(status.unmet).toBeUndefined();
  });
});

describe("one word", () => {
  it.each<[string, Partial<Household>, object]>([
    ["nothing yet", {}, { word: "none", at: null, absences: 0 }],
    [
      "nobody at home, twice",
      { visits: [visit(start, "absent"), visit(start + 9, "absent")] },
      { word: "none", absences: 2, missedAt: [start, start + 9] },
    ],
    ["delivered", { deliveries: [delivery(start)] }, { word: "given", at: start, absences: 0 }],
    [
      "delivered before the campaign",
      { deliveries: [delivery(start - 1)], visits: [visit(start - 1, "refused")] },
      { word: "none", absences: 0 },
    ],
    [
      "to come back, then absent",
      { visits: [visit(start + 9, "absent"), visit(start + 5, "comeBack", start + 99)] },
      { word: "again", at: start + 5, appointment: start + 99, absences: 1, missedAt: [start + 9] },
    ],
    [
      "to come back, then delivered",
      { visits: [visit(start, "comeBack", start + 99)], deliveries: [delivery(start + 1)] },
      { word: "given", appointment: null },
    ],
    [
      "did not agree",
      { visits: [visit(start, "refused")], deliveries: [delivery(start - 1)] },
      { word: "refused" },
    ],
    [
      "signed",
      { pledges: [pledge(start)], visits: [visit(start + 9, "absent")] },
      { word: "signed", at: start, absences: 0 },
    ],
    [
      "withdrew",
      { pledges: [pledge(start, { withdrawn: true })], deliveries: [delivery(start)] },
      { word: "given" },
    ],
    ["signed for another campaign", { pledges: [pledge(start, { campaign: "2025" })] }, { word: "none" }],
  ])("%s", (_name, facts, expected) => {
    expect(statusOf(household(facts), campaign)).toMatchObject({ conflict: false, ...expected });
  });

  it("counts everything since ever without a campaign", () => {
    const facts = household({ pledges: [pledge(5, { campaign: "2025" }), pledge(7, { campaign: "2025" })] });
    expect(statusOf(facts, undefined)).toMatchObject({ word: "signed", at: 7, conflict: false });
  });
});

describe("two pledges", () => {
  const [one, two] = [pledge(start + 1), pledge(start + 2)];

  it("are a conflict until one of them is preferred", () => {
    expect(statusOf(household({ pledges: [one, two] }), campaign)).toMatchObject({
      conflict: true,
      at: start + 1,
    });
    const settled = household({ pledges: [one, two], preferred: { 2026: two.jti } });
    expect(statusOf(settled, campaign)).toMatchObject({ conflict: false, at: start + 2 });
  });

  it("are one again where the preferred is no more among them", () => {
    const three = pledge(start + 3, { withdrawn: true });
    const open = household({ pledges: [one, two, three], preferred: { 2026: three.jti } });
    expect(statusOf(open, campaign)).toMatchObject({ conflict: true, at: start + 1 });
    expect(statusOf(household({ pledges: [one, three] }), campaign).conflict).toBe(false);
  });

  it("are one also for a campaign named like a part of every object", () => {
    const strange = { ...campaign, id: "constructor" };
    const pledges = [pledge(start, { campaign: "constructor" }), pledge(start, { campaign: "constructor" })];
    expect(statusOf(household({ pledges }), strange).conflict).toBe(true);
  });
});

it("tells whether the handbook of this campaign was delivered", () => {
  expect(isDelivered(household({ deliveries: [delivery(start - 1)] }), campaign)).toBe(false);
  expect(isDelivered(household({ deliveries: [delivery(start)] }), campaign)).toBe(true);
  expect(isDelivered(household({ deliveries: [delivery(1)] }), undefined)).toBe(true);
});

describe("the handbook of the running campaign", () => {
  const before = start - 1;
  const again: Campaign = { ...campaign, editions: { kp2: 4, "kp2/t08": 5 } };
  const at = (area: string, ...deliveries: Delivery[]): Household => ({
    ...emptyHousehold(id(9)),
    area,
    deliveries,
  });

  it("is there where the same edition was handed over in an earlier campaign", () => {
    const old = at("kp2/t07", delivery(before));
    expect(isDelivered(old, again)).toBe(true);
    // It has not been met in this one.
    expect(statusOf(old, again).word).toBe("none");
    expect(isDelivered(at("kp2/t07", delivery(before, { edition: "4" })), again)).toBe(true);
  });

  it.each([
    ["another edition, though around it that one is handed out", at("kp2/t08", delivery(before))],
    ["one of an area that the campaign does not name", at("kp1/t01", delivery(before))],
  ])("is not by %s of before", (_what, old) => {
    expect(isDelivered(old, again)).toBe(false);
  });
});

describe("the copies that a household was handed", () => {
  const copies = (...deliveries: Delivery[]) => copiesOf({ ...emptyHousehold(id(9)), deliveries });
  const [mine, theirs] = [{ kid: kid(1) }, { kid: kid(2) }];

  it("are one where two phones recorded it, whenever they did", () => {
    expect(copies(delivery(1, mine), delivery(2, theirs))).toEqual([4]);
    expect(copies(delivery(1, mine), delivery(9e5, { ...theirs, edition: "4" }))).toHaveLength(1);
  });

  it("are more where a phone that knew of one recorded another", () => {
    expect(copies(delivery(1, mine), delivery(2, { ...theirs, another: true }))).toEqual([4, 4]);
    // In whatever order they came into the log.
    expect(copies(delivery(2, { ...theirs, another: true }), delivery(1, mine))).toEqual([4, 4]);
  });

  it("are of each edition, and none is one that was read by a link", () => {
    expect(copies(delivery(1, mine), delivery(2, { ...theirs, edition: 5 }))).toEqual([4, 5]);
    expect(copies(delivery(1, { how: "link" }), delivery(2, theirs))).toEqual([4]);
  });
});
