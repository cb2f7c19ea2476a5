import { describe, expect, test } from "vitest";
import { refusalsOf } from "../../../src/domain/amendment/check-step.ts";
import { stateOf } from "../../../src/domain/amendment/count.ts";
import { legalDays, addMonths, daysLate } from "../../../src/domain/amendment/deadlines.ts";
import { after, OVER_TET, step } from "./steps.ts";

// Worked out by hand on a calendar of 2026: Tết is off from Monday 16 to Friday 20 February.
describe("a change with Tết in between", () => {
  test("is whole, and each step has the days that the law leaves it", () => {
    const whole = after(OVER_TET);
    expect(whole.disputed).toEqual([]);
    expect(stateOf(whole)).toBe("inForce");
    const upTo = (count: number) => after(OVER_TET.slice(0, count));
    const table = [
      // Posted on 12 January: 30 days are over on 11 February.
      ["opinions", legalDays(upTo(2), "opinions").earliest, "2026-02-11"],
      ["meeting", legalDays(upTo(4), "meeting").earliest, "2026-02-12"],
      // Adopted on Thursday 12 February: 13, then 23, 24, 25, 26.
      ["request", legalDays(upTo(7), "request").latest?.date, "2026-02-26"],
      // Sent on Thursday 26 February: 27, then 2, 3, 4, 5 March.
      ["decision", legalDays(upTo(8), "decision").latest?.date, "2026-03-05"],
      // Decided on Thursday 5 March: 6, 9.
      ["force", legalDays(upTo(9), "force").latest?.date, "2026-03-09"],
    ];
    for (const [name, found, byHand] of table) expect([name, found]).toEqual([name, byHand]);
  });

  test.each([
    ["request", 7, "2026-02-26", 0],
    ["request", 7, "2026-02-27", 1],
    ["decision", 8, "2026-03-05", 0],
    ["decision", 8, "2026-03-06", 1],
    ["force", 9, "2026-03-09", 0],
    ["force", 9, "2026-03-12", 3],
  ] as const)("its %s (after %i steps) on %s is %i days late", (name, count, date, late) => {
    expect(daysLate(after(OVER_TET.slice(0, count)), name, date)).toBe(late);
  });

  test("a request in the same days of another year, without Tết, is due a week sooner", () => {
    const later = OVER_TET.slice(0, 7).map(({ figures, ...one }) => ({
      ...one,
      date: one.date.replace("2026-01", "2026-05").replace("2026-02", "2026-06"),
      figures: "meetingDate" in figures ? { ...figures, meetingDate: "2026-06-12" } : figures,
    }));
    // Friday 12 June: 15 to 19.
    expect(legalDays(after(later), "request").latest?.date).toBe("2026-06-19");
  });

  test("says where days are provisional, and where a year is not known", () => {
    const at = (from: string, meeting: string) =>
      legalDays(
        after([
          step("proposal", from, { by: "head" }),
          step("posting", from, { house: true }),
          step("notice", from, { meetingDate: meeting }),
          step("meeting", meeting, { households: 10, present: 10 }),
          step("result", meeting, { agreed: 10, outcome: "adopted" }),
        ]),
        "request",
      ).latest;
    expect(at("2026-12-20", "2027-02-03")).toMatchObject({ date: "2027-02-17", provisional: true });
    expect(at("2027-11-20", "2027-12-29")).toMatchObject({ unknownYears: [2028] });
  });
});

test.each([
  ["2026-01-12", "2026-02-10", false],
  ["2026-01-12", "2026-02-11", true],
  ["2026-03-01", "2026-03-30", false],
  ["2026-03-01", "2026-03-31", true],
])("a draft posted on %s may be closed on %s: %s", (posted, on, isAllowed) => {
  const open = after([step("proposal", posted, { by: "head" }), step("posting", posted, { house: true })]);
  expect(refusalsOf(open, step("opinions", on)).length === 0).toBe(isAllowed);
  const notice = step("notice", posted, { meetingDate: on });
  expect(refusalsOf(open, notice).length === 0).toBe(isAllowed);
});

test("a meeting is announced two days before at least", () => {
  const open = after(OVER_TET.slice(0, 3));
  const announced = (on: string) => refusalsOf(open, step("notice", on, { meetingDate: "2026-02-15" }));
  expect(announced("2026-02-13")).toEqual([]);
  expect(announced("2026-02-14")).toEqual([
    { code: "shortNotice", field: "meetingDate", values: { days: 2, date: "2026-02-16" } },
  ]);
});

test("citizens' own proposal holds for three months", () => {
  expect([addMonths("2026-01-05", 3), addMonths("2026-11-30", 3), addMonths("2027-11-30", 3)]).toEqual([
    "2026-04-05",
    "2027-02-28",
    "2028-02-29",
  ]);
  const open = after([step("proposal", "2026-01-05", { by: "citizens", households: 335, supporters: 40 })]);
  expect(refusalsOf(open, step("posting", "2026-04-05", { house: true }))).toEqual([]);
  expect(refusalsOf(open, step("posting", "2026-04-06", { house: true }))).toMatchObject([
    { code: "proposalExpired", values: { date: "2026-04-05" } },
  ]);
});
