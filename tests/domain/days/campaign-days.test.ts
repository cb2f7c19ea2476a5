import { expect, test } from "vitest";
import { campaignCurve, comparedCampaigns, reachedBy } from "../../../src/domain/campaign/campaign-curves.ts";
import { dateOf, dayAt, dayOf, daysOf } from "../../../src/domain/days/campaign-days.ts";
import { foldHousehold } from "../../../src/domain/household.ts";
import type { Campaign } from "../../../src/domain/ward-facts.ts";
import { id, logged, said, type Said } from "../statements.ts";

const campaign = (name: string, from: string, to: string, closed = false): Campaign => ({
  jti: id(1),
  kid: "k",
  at: 0,
  seq: 1,
  id: name,
  title: name,
  from,
  to,
  editions: {},
  items: [],
  consent: { version: 1, purposes: [] },
  closed,
});
const THIS = campaign("2026", "2026-10-01", "2026-12-31");
const LAST = campaign("2025", "2025-10-01", "2025-12-31", true);

let last = 100;
/** Something said of a household at an hour of Việt Nam. */
const at = (hour: string, type: string, body: object, more: Partial<Said> = {}) =>
  said({
    jti: id((last += 1)),
    type,
    iat: Date.parse(`${hour}+07:00`) / 1000,
    body: body as Record<string, unknown>,
    ...more,
  });
const pledge = (hour: string, name: string, medium = "screen", more: Partial<Said> = {}) =>
  at(
    hour,
    "pledge.signed",
    {
      campaign: name,
      edition: 4,
      agreed: [],
      declined: [],
      medium,
      consent: id(9),
    },
    { personal: { signer: "Người Thử", strokes: "M0 0 L1 1" }, ...more },
  );
const daysOfAll = (...statements: ReturnType<typeof said>[]) =>
  daysOf(
    foldHousehold(
      id(1),
      statements.map((one, seq) => logged(seq + 1, one)),
      () => undefined,
    ),
    [THIS, LAST],
  );

test("the campaign that runs is compared with the one before it", () => {
  const old = campaign("2024", "2024-10-01", "2024-12-31", true);
  expect(comparedCampaigns({ campaigns: [LAST, THIS, old] }).map(({ id: name }) => name)).toEqual([
    "2026",
    "2025",
  ]);
  // Between two campaigns the last one is shown.
  expect(comparedCampaigns({ campaigns: [old, LAST] }).map(({ id: name }) => name)).toEqual(["2025", "2024"]);
  expect(comparedCampaigns({ campaigns: [] })).toEqual([]);
});

test("the first visit, handbook and pledge of each campaign count, by the day in Việt Nam", () => {
  const days = daysOfAll(
    at("2025-10-05T09:00", "visit.logged", { outcome: "absent" }),
    at("2025-11-01T09:00", "handbook.delivered", { edition: 3, how: "hand" }),
    pledge("2025-11-02T09:00", "2025"),
    // Half past midnight there is still the day before in Greenwich.
    at("2026-10-03T00:30", "visit.logged", { outcome: "absent" }),
    at("2026-10-04T18:00", "handbook.delivered", { edition: 4, how: "hand" }),
    at("2026-10-05T18:00", "handbook.delivered", { edition: 4, how: "hand" }),
  );
  expect(days).toEqual([
    {
      campaign: "2026",
      visited: dayOf("2026-10-03"),
      met: dayOf("2026-10-04"),
      delivered: dayOf("2026-10-04"),
    },
    {
      campaign: "2025",
      visited: dayOf("2025-10-05"),
      met: dayOf("2025-11-01"),
      delivered: dayOf("2025-11-01"),
      pledged: dayOf("2025-11-02"),
    },
  ]);
  expect(dateOf(dayAt(Date.parse("2026-10-03T00:30+07:00") / 1000))).toBe("2026-10-03");
});

test("a pledge alone is a visit too, a pledge withdrawn is none, and who was never met has no days", () => {
  expect(daysOfAll(pledge("2026-10-09T10:00", "2026"))).toEqual([
    {
      campaign: "2026",
      visited: dayOf("2026-10-09"),
      met: dayOf("2026-10-09"),
      pledged: dayOf("2026-10-09"),
    },
  ]);
  expect(
    daysOfAll(
      pledge("2026-10-09T10:00", "2026"),
      at("2026-10-10T10:00", "pledge.withdrawn", { campaign: "2026" }),
    ),
  ).toEqual([]);
  expect(daysOfAll()).toEqual([]);
});

test("a household is met where somebody was at home, and not by a shut door, nor by a link that nobody has asked about", () => {
  const met = (...statements: ReturnType<typeof said>[]) => daysOfAll(...statements).map((one) => one.met);
  const shut = at("2026-10-03T09:00", "visit.logged", { outcome: "absent" });
  expect(met(shut)).toEqual([undefined]);
  expect(met(shut, at("2026-10-05T09:00", "visit.logged", { outcome: "refused" }))).toEqual([
    dayOf("2026-10-05"),
  ]);
  expect(met(at("2026-10-05T09:00", "visit.logged", { outcome: "comeBack", at: 1_796_000_000 }))).toEqual([
    dayOf("2026-10-05"),
  ]);
  const delivered = (how: string) => at("2026-10-06T09:00", "handbook.delivered", { edition: 4, how });
  expect(met(delivered("link"))).toEqual([undefined]);
  expect(met(delivered("meeting"))).toEqual([dayOf("2026-10-06")]);
  const jti = id(90);
  const signed = pledge("2026-10-07T09:00", "2026", "link", { jti });
  expect(met(signed)).toEqual([undefined]);
  const theirs = at("2026-10-09T09:00", "pledge.preferred", { campaign: "2026", pledge: jti });
  expect(met(signed, theirs)).toEqual([dayOf("2026-10-07")]);
});

test("a curve grows day by day, from the first day to today and no further than the last", () => {
  const household = (visited: string, pledged?: string) => ({
    area: "kp1/t01",
    days: [
      {
        campaign: "2026",
        visited: dayOf(visited),
        ...(pledged === undefined ? {} : { pledged: dayOf(pledged) }),
      },
    ],
  });
  const some = [
    household("2026-10-01", "2026-10-03"),
    household("2026-10-02"),
    // Signed before the first day: there from the beginning.
    household("2026-09-29", "2026-09-29"),
    { area: "kp1/t01" },
  ];
  expect(campaignCurve(some, THIS, "2026-10-03")).toEqual([
    { day: 1, date: "2026-10-01", visited: 2, delivered: 0, pledged: 1 },
    { day: 2, date: "2026-10-02", visited: 3, delivered: 0, pledged: 1 },
    { day: 3, date: "2026-10-03", visited: 3, delivered: 0, pledged: 2 },
  ]);
  expect(campaignCurve(some, THIS, "2027-03-01")).toHaveLength(92);
  expect(campaignCurve(some, THIS, "2026-09-30")).toEqual([]);
  expect(campaignCurve(some, LAST, "2026-10-03").at(-1)).toMatchObject({ day: 92, visited: 0 });
  expect(reachedBy(some, THIS, 2)).toEqual({ visited: 3, delivered: 0, pledged: 1 });
});
