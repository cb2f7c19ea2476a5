import { stepOf, type AmendmentCase, type Step } from "./amendment-case.ts";
import { stateOf, type AmendmentState } from "./count.ts";

/** The steps that may be recorded next, the one that is meant first. */
export function nextSteps(file: Pick<AmendmentCase, "steps" | "money">): readonly Step[] {
  const state = stateOf(file);
  return state === "underWay" ? underWay(file) : AFTER[state](file);
}

const AFTER: Readonly<
  Record<Exclude<AmendmentState, "underWay">, (file: Pick<AmendmentCase, "steps">) => readonly Step[]>
> = {
  // A meeting may be called once more, or ballots taken from door to door.
  noQuorum: (file) => [...minutes(file), "ballots", "notice", "ended"],
  notAdopted: (file) => [...minutes(file), "posting", "notice", "ended"],
  adopted: (file) =>
    stepOf(file, "minutes")
      ? stepOf(file, "request")
        ? ["decision", "request", "ended"]
        : ["request", "ended"]
      : ["minutes", "ended"],
  refused: () => ["posting", "ended"],
  recognised: () => ["force"],
  inForce: () => [],
  ended: () => [],
};

function minutes(file: Pick<AmendmentCase, "steps">): readonly Step[] {
  return stepOf(file, "minutes") ? [] : ["minutes"];
}

function underWay(file: Pick<AmendmentCase, "steps">): readonly Step[] {
  const has = (step: Step) => stepOf(file, step) !== undefined;
  if (!has("proposal")) return ["proposal", "ended"];
  if (!has("posting")) return ["posting", "ended"];
  if (has("meeting")) return ["result", "notice", "ended"];
  if (has("notice"))
    return has("opinions") ? ["meeting", "notice", "ended"] : ["opinions", "meeting", "notice", "ended"];
  return has("opinions") ? ["notice", "posting", "ended"] : ["opinions", "notice", "posting", "ended"];
}
