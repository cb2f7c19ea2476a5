import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STEPS, type NewStep, type TakenStep } from "../../../src/domain/amendment/amendment-case.ts";
import { refusalsOf } from "../../../src/domain/amendment/check-step.ts";
import { attendanceOf, stateOf, voteCount } from "../../../src/domain/amendment/count.ts";
import { correctionRefusals, take } from "../../../src/domain/amendment/fold-amendments.ts";
import { missingOf } from "../../../src/domain/amendment/missing.ts";
import { nextSteps } from "../../../src/domain/amendment/next-steps.ts";
import { after, DRAFT, file, OVER_TET, step, taken } from "./steps.ts";

const before = (name: NewStep["step"]) =>
  after(
    OVER_TET.slice(
      0,
      OVER_TET.findIndex((one) => one.step === name),
    ),
  );
const codes = (name: NewStep["step"], figures: NewStep["figures"], date?: string) => {
  const usual = OVER_TET.find((one) => one.step === name);
  return refusalsOf(before(name), {
    ...step(name, date ?? usual?.date ?? ""),
    figures: { ...usual?.figures, ...figures },
  }).map(({ code, field }) => [code, field]);
};

describe("what cannot be is refused, with the field to look at", () => {
  test.each([
    [
      "a proposal of too few",
      "proposal",
      { by: "citizens", households: 335, supporters: 33 },
      "fewSupporters",
      "supporters",
    ],
    [
      "a proposal of more than there are",
      "proposal",
      { by: "citizens", households: 335, supporters: 336 },
      "tooManySupporters",
      "supporters",
    ],
    ["a proposal of nobody", "proposal", { by: "" }, "lacking", "by"],
    ["a draft that hangs nowhere", "posting", { house: false }, "notPosted", "house"],
    ["more present than there are", "meeting", { present: 336 }, "tooManyPresent", "present"],
    ["a meeting of nobody knows how many", "meeting", { households: undefined }, "lacking", "households"],
    ["half a household", "meeting", { present: 1.5 }, "lacking", "present"],
    ["more votes than were present", "result", { agreed: 200, against: 21 }, "tooManyVotes", "agreed"],
    ["adopted by half of those present", "result", { agreed: 111, against: 109 }, "notEnough", "outcome"],
    ["adopted by one too few of all", "result", { agreed: 167, against: 0 }, "notEnough", "outcome"],
    [
      "not adopted by enough",
      "result",
      { agreed: 168, against: 0, outcome: "notAdopted" },
      "isEnough",
      "outcome",
    ],
    ["a request without the minutes", "request", { minutes: false }, "papersMissing", "papers"],
    ["a decision without its number", "decision", { number: " " }, "lacking", "number"],
  ] as const)("%s", (_, name, figures, code, field) => {
    expect(codes(name, figures)).toEqual([[code, field]]);
  });

  test("but what only just is enough is taken", () => {
    expect(codes("proposal", { by: "citizens", households: 335, supporters: 34 })).toEqual([]);
    expect(codes("proposal", { by: "citizens", households: 335, supporters: 3, frontAgrees: true })).toEqual(
      [],
    );
    expect(codes("result", { agreed: 168, against: 52 })).toEqual([]);
    expect(codes("meeting", { present: 335 })).toEqual([]);
  });

  test("two thirds of all households are needed where residents are to pay", () => {
    const paying = (agreed: number) =>
      stateOf(
        after(
          OVER_TET.slice(0, 6).map((one) =>
            one.step === "meeting"
              ? { ...one, figures: { households: 335, present: 230 } }
              : one.step === "result"
                ? { ...one, figures: { ...one.figures, agreed, against: 0 } }
                : one,
          ),
          file({ money: true }),
        ),
      );
    expect([paying(223), paying(224)]).toEqual(["underWay", "adopted"]);
    expect(stateOf(after(OVER_TET.slice(0, 6), file({ money: true })))).toBe("underWay");
  });

  test("steps out of order, in the future, before the one before, or after the end", () => {
    expect(refusalsOf(file(), step("result", "2026-02-12"))).toMatchObject([
      { code: "noStep", values: { needed: "meeting" } },
    ]);
    expect(refusalsOf(file(), step("proposal", "2026-02-13", { by: "head" }), "2026-02-12")).toMatchObject([
      { code: "future" },
    ]);
    expect(codes("minutes", {}, "2026-02-11")).toEqual([["before", "date"]]);
    expect(codes("meeting", {}, "2026-02-13")).toEqual([["otherDay", "date"]]);
    const adopted = after(OVER_TET.slice(0, 7));
    expect(refusalsOf(adopted, step("meeting", "2026-03-01"))).toMatchObject([{ code: "adoptedAlready" }]);
    expect(refusalsOf(after(OVER_TET), step("posting", "2026-05-01"))).toMatchObject([{ code: "closed" }]);
  });
});

describe("ballots", () => {
  const poor = after([
    ...OVER_TET.slice(0, 4),
    step("meeting", "2026-02-12", { households: 335, present: 167 }),
  ]);
  const ballots = (figures: NewStep["figures"]) =>
    step("ballots", "2026-02-14", {
      team: 4,
      witnesses: 2,
      handedOut: 330,
      returned: 300,
      agreed: 200,
      against: 90,
      invalid: 10,
      outcome: "adopted",
      ...figures,
    });

  test("only follow a meeting without its quorum, which half of the households is not", () => {
    expect(stateOf(poor)).toBe("noQuorum");
    expect(nextSteps(poor)).toEqual(["minutes", "ballots", "notice", "ended"]);
    expect(refusalsOf(poor, step("result", "2026-02-12", { agreed: 160, outcome: "adopted" }))).toMatchObject(
      [{ code: "noQuorum", values: { present: 167, households: 335, needed: 168 } }],
    );
    expect(refusalsOf(poor, ballots({}))).toEqual([]);
    expect(refusalsOf(after(OVER_TET.slice(0, 5)), ballots({}))).toMatchObject([{ code: "hadQuorum" }]);
    expect(refusalsOf(after(OVER_TET.slice(0, 4)), ballots({}))).toMatchObject([{ code: "noStep" }]);
  });

  test.each([
    [{ team: 2 }, "team"],
    [{ team: 6 }, "team"],
    [{ witnesses: 1 }, "witnesses"],
    [{ handedOut: 336 }, "tooManyHandedOut"],
    [{ returned: 331 }, "tooManyReturned"],
    [{ agreed: 201 }, "tooManyBallots"],
    [{ agreed: 167 }, "notEnough"],
    [{ agreed: 168, outcome: "notAdopted" }, "isEnough"],
  ] as const)("with %j are refused: %s", (figures, code) => {
    expect(refusalsOf(poor, ballots(figures)).map((one) => one.code)).toEqual([code]);
  });

  test("are counted by themselves: who was at the meeting is not added", () => {
    const counted = take(poor, taken(ballots({ agreed: 168, against: 0 }), 9));
    expect(voteCount(counted)).toMatchObject({ by: "ballots", agreed: 168, households: 335, adopted: true });
  });
});

describe("a step anew", () => {
  test("overtakes what hangs on it, and keeps it in sight", () => {
    const poor = after([
      ...OVER_TET.slice(0, 4),
      step("meeting", "2026-02-12", { households: 335, present: 9 }),
    ]);
    const again = take(poor, taken(step("notice", "2026-02-23", { meetingDate: "2026-02-28" }), 20));
    expect(again.steps.map((one) => one.step)).toEqual(["proposal", "posting", "opinions", "notice"]);
    expect(again.past.map((one) => one.step)).toEqual(["notice", "meeting"]);
    // A refusal of the People's Committee sends the change through every step again.
    const refused = take(
      after(OVER_TET.slice(0, 8)),
      taken(step("decision", "2026-03-05", { outcome: "refused", number: "9" }), 30),
    );
    expect(stateOf(refused)).toBe("refused");
    const anew = take(refused, taken(step("posting", "2026-03-10", { house: true }), 31));
    expect(anew.steps.map((one) => one.step)).toEqual(["proposal", "posting"]);
  });

  test("is corrected only as long as what follows still holds", () => {
    const whole = after(OVER_TET.slice(0, 7));
    const result = whole.steps.find((one) => one.step === "result");
    const meeting = whole.steps.find((one) => one.step === "meeting");
    const anew = (old: TakenStep | undefined, figures: NewStep["figures"]) =>
      correctionRefusals(
        whole,
        old?.jti ?? "",
        { ...step(old?.step ?? "ended", "2026-02-12"), figures },
        "2026-03-01",
      ).map(({ code }) => code);
    expect(anew(result, { agreed: 180, outcome: "adopted" })).toEqual([]);
    expect(anew(result, { agreed: 140, outcome: "adopted" })).toEqual(["notEnough"]);
    expect(anew(meeting, { households: 335, present: 230 })).toEqual([]);
    // With so few present the result would not hold any more.
    expect(anew(meeting, { households: 335, present: 150 })).toEqual(["unsettles"]);
  });
});

test("what a recorded step lacks is named", () => {
  const lacks = (count: number, name: NewStep["step"], figures: NewStep["figures"] = {}, date?: string) => {
    const usual = OVER_TET[count];
    const one = taken({ ...step(name, date ?? usual?.date ?? ""), figures });
    return missingOf(after(OVER_TET.slice(0, count)), one);
  };
  expect(lacks(0, "proposal", { by: "head" })).toEqual(["front"]);
  expect(lacks(3, "notice", { households: 200 })).toEqual(["documents", "clusters"]);
  expect(lacks(3, "notice", { households: 199, documents: true })).toEqual([]);
  expect(lacks(6, "minutes")).toEqual([
    "discussed",
    "chair",
    "frontHead",
    "firstHousehold",
    "secondHousehold",
  ]);
  expect(lacks(7, "request", {}, "2026-02-27")).toEqual(["late"]);
  expect(lacks(8, "decision", { outcome: "refused" })).toEqual(["reasons"]);
  expect(lacks(9, "force", { sentToHead: true })).toEqual(["sentToFront"]);
});

describe("whatever is recorded, in whatever order,", () => {
  const dates = fc
    .integer({ min: 0, max: 120 })
    .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
  const count = fc.integer({ min: 0, max: 12 });
  const figures = fc.record({
    by: fc.constantFrom("head", "citizens"),
    households: count,
    supporters: count,
    house: fc.constant(true),
    meetingDate: dates,
    present: count,
    agreed: count,
    against: fc.integer({ min: 0, max: 2 }),
    handedOut: count,
    returned: count,
    team: fc.integer({ min: 2, max: 5 }),
    witnesses: fc.integer({ min: 1, max: 2 }),
    outcome: fc.constantFrom("adopted", "notAdopted", "recognised", "refused"),
    number: fc.constant("1"),
    letter: fc.constant(true),
    minutes: fc.constant(true),
    text: fc.constant(true),
  });
  const any = fc.record({ step: fc.constantFrom(...STEPS), date: dates, figures });
  // What mostly holds, with something changed in it: anything at all would hardly ever come far.
  const nearly = fc.array(
    fc.record({ at: fc.nat(9), figures: fc.record({ present: count, agreed: count }) }),
    {
      maxLength: 4,
    },
  );
  const small = OVER_TET.map((one) =>
    one.step === "meeting"
      ? { ...one, figures: { households: 10, present: 8 } }
      : one.step === "result"
        ? { ...one, figures: { agreed: 7, against: 0, outcome: "adopted" } }
        : one,
  );

  function holds(steps: readonly NewStep[]): void {
    let one = file();
    for (const [at, next] of steps.entries()) {
      one = take(one, taken({ ...next, draft: DRAFT }, at + 1));
      const votes = voteCount(one);
      const attendance = attendanceOf(one);
      const isAdopted =
        ["adopted", "recognised", "inForce"].includes(stateOf(one)) || votes?.adopted === true;
      const has = (name: NewStep["step"]) => one.steps.some((kept) => kept.step === name);
      const isMore = votes !== null && votes.agreed * 2 > votes.households;
      expect({
        adoptedByHalf: isAdopted && !isMore,
        ballotsAfterQuorum: has("ballots") && attendance?.hasQuorum !== false,
        voteWithoutQuorum: has("result") && attendance?.hasQuorum !== true,
        both: has("ballots") && has("result"),
        askedWithoutAdoption: has("request") && votes?.adopted !== true,
      }).toEqual({
        adoptedByHalf: false,
        ballotsAfterQuorum: false,
        voteWithoutQuorum: false,
        both: false,
        askedWithoutAdoption: false,
      });
      // Nothing that was recorded is lost.
      expect(one.steps.length + one.past.length + one.disputed.length).toBe(at + 1);
    }
  }

  test("nothing is adopted by half of all households or fewer, and ballots follow only a meeting without its quorum", () => {
    fc.assert(
      fc.property(fc.array(any, { maxLength: 25 }), (steps) => {
        holds(steps.map((one) => ({ ...one, draft: DRAFT, personal: {} })));
      }),
    );
    fc.assert(
      fc.property(nearly, fc.shuffledSubarray([...small.keys()], { minLength: 0 }), (changes, extra) => {
        const changed = small.map((one, at) => {
          const other = changes.find((change) => change.at === at);
          return other ? { ...one, figures: { ...one.figures, ...other.figures } } : one;
        });
        holds([...changed, ...extra.flatMap((at) => changed[at] ?? [])]);
      }),
      { numRuns: 300 },
    );
  });
});
