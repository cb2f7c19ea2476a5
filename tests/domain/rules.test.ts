import { describe, expect, it } from "vitest";
import { findKind, KINDS } from "../../src/domain/kinds/all.ts";
import type { Act, Actor } from "../../src/domain/kinds/rules.ts";
import { id, kid, said } from "./statements.ts";

const HOUSEHOLD = id(1);
const ME = id(102);
const volunteer: Actor = {
  kid: kid(2),
  role: "volunteer",
  person: ME,
  areas: ["kp2/t07"],
  households: [],
  household: null,
};
const resident: Actor = {
  kid: kid(3),
  role: "household",
  person: id(103),
  areas: [],
  households: [],
  household: HOUSEHOLD,
};

const act = (more: Partial<Act>): Act => ({
  sub: HOUSEHOLD,
  body: {},
  household: null,
  area: null,
  author: null,
  ...more,
});
const body = { area: "kp2/t07", medium: "link" };
const atHome = act({ household: HOUSEHOLD, area: "kp2/t07", body });
const elsewhere = act({ household: HOUSEHOLD, area: "kp2/t08", body: { ...body, area: "kp2/t08" } });
const nowhere = act({ household: HOUSEHOLD, area: null, body });
const ofArea = act({ sub: "kp2/t07", area: "kp2/t07", body });
const ofWholeNeighbourhood = act({ sub: "kp2", area: "kp2", body });
const ofWard = act({ sub: "phuong-3", body });
const own = act({ sub: id(11), author: ME });
const anothers = act({ sub: id(11), author: id(999) });
const nobodys = act({ sub: id(11), author: null });

// PROTOCOL.md §5, the column 'says', of volunteers.
const THERE = {
  households: [
    "household.registered",
    "household.changed",
    "consent.given",
    "consent.withdrawn",
    "handbook.delivered",
    "visit.logged",
    "pledge.signed",
    "pledge.withdrawn",
    "pledge.preferred",
    "meeting.attended",
    "request.made",
    "indicator.observed",
  ],
  both: ["opinion.given", "meeting.held", "contribution.recorded", "commendation.proposed"],
  own: ["invite.cancelled", "statement.retracted"],
};
// Of households, about themselves.
const ITSELF = new Set([
  "consent.given",
  "consent.withdrawn",
  "pledge.signed",
  "pledge.withdrawn",
  "opinion.given",
  "request.made",
]);

const types = KINDS.map(({ type }) => type);
const mayVolunteer = (type: string, one: Act, actor = volunteer) =>
  findKind(type, 1)?.may.volunteer?.(actor, one) ?? false;
const mayHousehold = (type: string, one: Act, actor = resident) =>
  findKind(type, 1)?.may.household?.(actor, one) ?? false;

describe("a volunteer", () => {
  it.each(types)("%s", (type) => {
    const household = THERE.households.includes(type);
    const both = THERE.both.includes(type);
    const mine = type === "statement.retracted";
    // Goes by an id, as a household does: nobody but who signed it knows it before it is used.
    const invite = type === "invite.cancelled";
    expect({
      there: mayVolunteer(type, atHome),
      elsewhere: mayVolunteer(type, elsewhere),
      nowhere: mayVolunteer(type, nowhere),
      ofArea: mayVolunteer(type, ofArea),
      ofWholeNeighbourhood: mayVolunteer(type, ofWholeNeighbourhood),
      ofWard: mayVolunteer(type, ofWard),
      own: mayVolunteer(type, own),
      anothers: mayVolunteer(type, anothers),
    }).toEqual({
      there: household || both || mine || invite,
      elsewhere: mine || invite,
      nowhere: mine || invite,
      ofArea: both || mine,
      ofWholeNeighbourhood: mine,
      ofWard: mine,
      own: THERE.own.includes(type),
      anothers: false,
    });
  });

  it("works for a household assigned to it alone, wherever that is", () => {
    const assigned = { ...volunteer, areas: [], households: [HOUSEHOLD] };
    expect(mayVolunteer("visit.logged", elsewhere, assigned)).toBe(true);
    expect(mayVolunteer("visit.logged", { ...elsewhere, household: id(2) }, assigned)).toBe(false);
  });

  it("compares whole steps: kp1 does not contain kp10", () => {
    const actor = { ...volunteer, areas: ["kp1"] };
    expect(mayVolunteer("visit.logged", { ...atHome, area: "kp1/t01" }, actor)).toBe(true);
    expect(mayVolunteer("visit.logged", { ...atHome, area: "kp10/t01" }, actor)).toBe(false);
  });

  it("registers by where the household stands, whatever area is named once more", () => {
    const named = (area: string, stands: string) =>
      act({ household: HOUSEHOLD, area: stands, body: { area } });
    expect(mayVolunteer("household.registered", named("kp2/t07", "kp2/t08"))).toBe(false);
    expect(mayVolunteer("household.registered", named("kp2/t08", "kp2/t07"))).toBe(true);
  });

  it("takes back what has not come yet, and calls back an invite that a phone has signed, but no code", () => {
    expect(mayVolunteer("statement.retracted", nobodys)).toBe(true);
    expect(mayVolunteer("invite.cancelled", { ...nobodys, sub: id(9) })).toBe(true);
    expect(mayVolunteer("invite.cancelled", { ...nobodys, sub: "A".repeat(43) })).toBe(false);
  });
});

describe("a household", () => {
  it.each(types)("%s", (type) => {
    const itself = ITSELF.has(type);
    const mine = type === "statement.retracted";
    expect({
      itself: mayHousehold(type, atHome),
      another: mayHousehold(type, { ...atHome, sub: id(2) }),
      ofArea: mayHousehold(type, ofArea),
      own: mayHousehold(type, { ...own, author: resident.person }),
      anothers: mayHousehold(type, anothers),
    }).toEqual({ itself: itself || mine, another: mine, ofArea: mine, own: mine, anothers: false });
  });

  it("signs by link only", () => {
    for (const medium of ["screen", "paper", undefined]) {
      expect(mayHousehold("pledge.signed", { ...atHome, body: { medium } })).toBe(false);
    }
  });

  it("that is none says nothing", () => {
    const nobody = { ...resident, household: null };
    expect(mayHousehold("consent.given", atHome, nobody)).toBe(false);
  });
});

it("lets only the ward key enrol devices and describe the ward", () => {
  expect(KINDS.filter(({ wardKeyOnly }) => wardKeyOnly).map(({ type }) => type)).toEqual([
    "ward.described",
    "device.enrolled",
  ]);
});

// PROTOCOL.md §3, `GET /api/wards/{ward}/public`, and docs/protocol-additions.md, 'Contributions and spending' and 'Changes'.
const ALWAYS_PUBLIC = new Set([
  "amendment.opened",
  "amendment.stepped",
  "ward.described",
  "covenant.decided",
  "covenant.published",
  "handbook.published",
  "campaign.opened",
  "campaign.closed",
  "indicator.defined",
  "meeting.held",
  "meeting.matched",
]);
const PUBLIC_OF_AREAS = new Set([
  "indicator.observed",
  "contribution.recorded",
  "spending.recorded",
  "commendation.granted",
]);

it.each(KINDS)("$type is public only as far as the protocol says", ({ type, public: isPublic }) => {
  const always = ALWAYS_PUBLIC.has(type);
  const area = always || PUBLIC_OF_AREAS.has(type);
  expect(isPublic(said({ jti: id(11), type, sub: "kp2/t07" }))).toBe(area);
  expect(isPublic(said({ jti: id(11), type, sub: HOUSEHOLD }))).toBe(always);
  const printed = { public: { question: "Hỏi?", answer: "Đáp." } };
  expect(isPublic(said({ jti: id(11), type, sub: HOUSEHOLD, body: printed }))).toBe(
    always || type === "opinion.answered",
  );
  expect(isPublic(said({ jti: id(11), type, sub: HOUSEHOLD, body: { public: true } }))).toBe(always);
});

it("shows a household no visit, no round and no meeting of its own", () => {
  const hidden = KINDS.filter(({ about, forHousehold }) => about.startsWith("household") && !forHousehold);
  const names = ["round.assigned", "visit.logged", "meeting.attended", "indicator.observed"];
  expect(hidden.map(({ type }) => type).sort()).toEqual([...names].sort());
});

it("knows each type of PROTOCOL.md and its additions once, in version 1", () => {
  expect(new Set(types).size).toBe(44);
  expect(KINDS.every(({ v }) => v === 1)).toBe(true);
  expect(findKind("visit.logged", 2)).toBeUndefined();
  expect(findKind("constructor", 1)).toBeUndefined();
});
