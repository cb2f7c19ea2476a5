import { expect, test } from "vitest";
import { decideBy, decidedLate } from "../../../src/domain/amendment/covenant-decision-days.ts";

// By hand, with the days off of 2026: Tết from Monday 16 to Friday 20 February; 30 April and 1 May, a Thursday and a Friday.
test.each([
  // A Monday: Tuesday, Wednesday, Thursday.
  ["suspended", "2026-03-02", "2026-03-05"],
  // A Thursday: Friday, and Monday and Tuesday after the weekend.
  ["suspended", "2026-03-05", "2026-03-10"],
  // The Thursday before Tết: Friday, then Monday and Tuesday after the holidays.
  ["suspended", "2026-02-12", "2026-02-24"],
  ["abolished", "2026-02-12", "2026-02-26"],
  // Wednesday before the two days off and the weekend.
  ["suspended", "2026-04-29", "2026-05-06"],
  ["abolished", "2026-04-29", "2026-05-08"],
] as const)("to be %s, a case that was told of on %s is decided on by %s", (outcome, asked, latest) => {
  expect(decideBy(outcome, asked)?.date).toBe(latest);
});

test("nothing runs where nobody wrote down when it was told of, nor for letting a covenant hold again", () => {
  expect(decideBy("suspended", "")).toBeNull();
  expect(decideBy("resumed", "2026-03-02")).toBeNull();
});

test("a decision after its last day is late by days of the calendar", () => {
  const decided = (date: string) => decidedLate({ outcome: "suspended", asked: "2026-03-05", date });
  expect(["2026-03-06", "2026-03-10", "2026-03-11", "2026-03-16"].map(decided)).toEqual([0, 0, 1, 6]);
});
