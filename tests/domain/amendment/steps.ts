import type {
  AmendmentCase,
  NewStep,
  Step,
  TakenStep,
} from "../../../src/domain/amendment/amendment-case.ts";
import { take } from "../../../src/domain/amendment/fold-amendments.ts";
import { id, kid } from "../statements.ts";

export const DRAFT = {
  title: "Quy ước khu phố 2 (dự thảo)",
  chapters: [
    { title: "Quy định chung", articles: [{ number: 1, title: "Phạm vi", text: "Trong khu phố." }] },
  ],
};

/** A file in which nothing was recorded. */
export function file(more: Partial<AmendmentCase> = {}): AmendmentCase {
  return {
    id: id(900),
    jti: id(901),
    kid: kid(1),
    at: 1000,
    area: "kp2",
    covenant: "kp2",
    kind: "change",
    title: "",
    money: false,
    steps: [],
    past: [],
    disputed: [],
    ...more,
  };
}

/** A step about to be recorded. */
export function step(
  name: Step,
  date: string,
  figures: NewStep["figures"] = {},
  more: Partial<NewStep> = {},
): NewStep {
  return { step: name, date, figures, draft: name === "posting" ? DRAFT : null, personal: {}, ...more };
}

/** That step as it was recorded. */
export function taken(one: NewStep, at = 0): TakenStep {
  return { ...one, jti: id(1000 + at), kid: kid(1), at, seq: at };
}

/** A file after these steps, in this order. */
export function after(steps: readonly NewStep[], from = file()): AmendmentCase {
  return steps.reduce((one, next, at) => take(one, taken(next, at + 1)), from);
}

/** A whole change of a khu phố of 335 households, with Tết Bính Ngọ (16 to 20 February 2026) in between. */
export const OVER_TET: readonly NewStep[] = [
  step("proposal", "2026-01-05", { by: "head", front: true }),
  step("posting", "2026-01-12", { house: true }),
  step("opinions", "2026-02-11", { app: 4, door: 9, meeting: 3 }),
  step("notice", "2026-02-10", { meetingDate: "2026-02-12", documents: true, clusters: 2 }),
  step("meeting", "2026-02-12", { households: 335, present: 220 }),
  step("result", "2026-02-12", { agreed: 190, against: 30, outcome: "adopted" }),
  step("minutes", "2026-02-12"),
  step("request", "2026-02-26", { letter: true, minutes: true, text: true }),
  step("decision", "2026-03-05", { outcome: "recognised", number: "12/QĐ-UBND" }),
  step("force", "2026-03-09", { sentToHead: true, sentToFront: true }),
];
